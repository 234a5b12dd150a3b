package detect

// A text whose findings were replaced is looked at again. Nearly always nothing is found, and all but what is near the replacements was
// seen before. This file looks there only, and asks again where a detector was asked before, for what it looks at may reach far.
//
// It rests on what [Scanner.skim] looks at: where it passes over a byte depends on the token of that byte and on little beside it. Behind a
// byte these are the literals, the forms of numbers and what Near looks at, forwardReach bytes at most, more than that only without a
// blank. Before it, they are the end of a key, with blanks and asterisks behind it, and the street before the number of a house.

const (
	// forwardReach is more than the bytes of the longest number: its digits and the gaps between its groups.
	forwardReach = 64
	// backwardReach counts bytes other than blanks and asterisks; within streetReach there must be an end to the words of a street as well.
	backwardReach = 40
	streetReach   = 200
	// maxReach bounds the search for a blank.
	maxReach = 1 << 10
	// maxRefused is the number of places where a detector was asked in vain that are remembered.
	maxRefused = 64
	// plainWord is the length of a word in small letters that is no particle in the name of a street.
	plainWord = 7
)

// looks is what a scan remembers for [Scanner.Rescan].
type looks struct {
	refused     []int // where detectors were asked in vain
	first, last int   // where the findings are and what was passed over with them
	unclear     bool  // a placeholder was passed over, or more was refused than is remembered
}

func (l *looks) reset(size int) { *l = looks{refused: l.refused[:0], first: size} }

// note remembers that detectors were asked at at, and what came of it.
func (l *looks) note(t *Text, at int, found bool, next int) {
	switch {
	case found:
		m := t.Matches[len(t.Matches)-1]
		l.first, l.last = min(l.first, at, m.Start), max(l.last, next, m.End)
	case len(l.refused) == maxRefused:
		l.unclear = true
	default:
		l.refused = append(l.refused, at)
	}
}

// Window is the part of a text [From, End) that is to be looked at again. What a detector looks at for a byte before changed ends before
// End.
type Window struct {
	From, End int
	changed   int
}

// Window returns the part of text that must be looked at again if text is what was scanned last with some of its matches replaced. It
// returns false where that is not known.
func (s *Scanner) Window(t *Text, text []byte) (Window, bool) {
	l := &t.looks
	if l.unclear || l.last == 0 {
		return Window{}, false
	}
	w := Window{From: s.Before(text, l.first), changed: l.last + len(text) - len(t.Bytes)}
	w.changed = backwardEnd(text, w.changed, max(backwardReach, s.longest), s.looksBack)
	w.End = min(w.changed+s.reach(), len(text))
	for w.End < len(text) && w.End < w.changed+maxReach && !is(text[w.End], blank|lineEnd) {
		w.End++
	}
	return w, w.End == len(text) || is(text[w.End], blank|lineEnd)
}

// Before returns from where on a scan of b may differ, before at, if b changes from at on.
func (s *Scanner) Before(b []byte, at int) int {
	from := max(at-s.reach(), 0)
	for low := max(from-maxReach, 0); from > low && !is(b[from-1], blank|lineEnd); {
		from--
	}
	if from > 0 && !is(b[from-1], blank|lineEnd) {
		return 0
	}
	return from
}

// reach returns how many bytes behind a byte skim may look at for it, more than that only without a blank.
func (s *Scanner) reach() int { return max(forwardReach, s.longest+lookahead) }

// backwardEnd returns from where on nothing depends on what stands before i: a blank with enough before it. streets says that some detector
// looks for streets.
func backwardEnd(b []byte, i, reach int, streets bool) int {
	size, word, street := 0, -len(b), !streets // what stands at i may go on from before
	for start := i; i < len(b); i++ {
		switch c := b[i]; {
		case is(c, blank|lineEnd) && size >= reach && (street || i-start >= streetReach):
			return i
		case is(c, lower):
			word++
		case c == ' ':
			street = street || word >= plainWord
			word = 0
		default:
			word = -len(b) // until the next blank
		}
		if !is(b[i], blank) && b[i] != '*' {
			size++
		}
	}
	return i
}

// Rescan reports whether a scan of text would find nothing. Window must have returned w for it. With plain, what was scanned last was plain,
// as [Scanner.ScanPlain] says, and it reports whether text is, too.
func (s *Scanner) Rescan(t *Text, text []byte, w Window, plain bool) bool {
	shift := len(text) - len(t.Bytes)
	t.Bytes = text
	t.reset()
	if findKeyedSecret(t) {
		return false
	}
	added := t.added
	for _, at := range t.looks.refused {
		if at < w.From {
			s.ask(t, at)
		}
	}
	if !s.rescanWindow(t, w, plain) {
		return false
	}
	for _, at := range t.looks.refused {
		if at >= t.looks.last && at+shift >= w.changed && t.added == added {
			s.ask(t, at+shift)
		}
	}
	return t.added == added
}

// rescanWindow is Rescan for what is in w.
func (s *Scanner) rescanWindow(t *Text, w Window, plain bool) bool {
	r, part, added := &s.inText, t.Bytes[:w.End], t.added
	if plain {
		r = &s.inPlain
	}
	for i := w.From; i < w.End && t.added == added; {
		i = s.skim(part, i, &t.skim, r)
		if plain && (t.skim.Foldable || i < w.End && !isPlainAt(part, i, r)) {
			return false
		}
		if i >= w.changed {
			break
		}
		at := i
		if i = s.ask(t, at); plain && i > at+1 && !isPlainPart(part, at, min(i, w.End), r) {
			return false
		}
	}
	t.Work += t.skim.Work + w.End - w.From
	t.skim.Work = 0
	return t.added == added
}
