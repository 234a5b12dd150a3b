package detect

// longToken is the length in bytes from which a token is shown to the detectors that look at long tokens: the shortest address
// that a wallet can have.
const longToken = 25

// byteKind says what the scan loop does at a byte.
type byteKind uint8

const (
	kindLetter  byteKind = 1 << iota // part of a token
	kindDigit                        // part of a token
	kindTrigger                      // some detector looks at it
)

// Scan finds the entities in t.Bytes and leaves them in t.Matches. It returns false if the work limit was exceeded; the matches
// are incomplete then.
func (s *Scanner) Scan(t *Text) bool {
	t.reset()
	t.scanner = s
	t.Work += len(t.Bytes)
	t.looks.reset(len(t.Bytes))
	if findKeyedSecret(t) {
		t.From, t.looks.unclear = 0, true
		return t.Work <= t.Limit
	}
	for i := t.From; t.Work <= t.Limit; {
		i = s.skim(t.Bytes, i, &t.skim, &s.inText)
		t.Work += t.skim.Work
		t.skim.Work = 0
		if i >= len(t.Bytes) {
			break
		}
		at, added := i, t.added
		i = s.ask(t, at)
		t.looks.note(t, at, t.added > added, i)
	}
	t.From = 0
	return t.Work <= t.Limit
}

// ask shows the token or the byte at i to the detectors that it may concern, and returns where to go on.
func (s *Scanner) ask(t *Text, i int) int {
	switch kind := s.kinds[t.Bytes[i]]; {
	case kind == 0:
		return i + 1
	case kind == kindTrigger:
		return s.punctuation(t, i)
	}
	end, seen := s.tokenEnd(t.Bytes, i)
	return s.token(t, i, end, seen)
}

// tokenEnd returns the end of the token at i, and what it holds.
func (s *Scanner) tokenEnd(b []byte, i int) (end int, seen byteKind) {
	for end = i; end < len(b) && s.kinds[b[end]]&(kindLetter|kindDigit) != 0; end++ {
		seen |= s.kinds[b[end]]
	}
	return end, seen
}

// token shows the token [i, j) of letters and digits to the detectors that it may concern, and returns where to go on.
func (s *Scanner) token(t *Text, i, j int, seen byteKind) int {
	b := t.Bytes
	if startsLine(b, i) {
		for _, st := range s.lineStarts.at(b, i) {
			if st.matches(b[i:]) && st.detector.find(t, i) {
				return t.next
			}
		}
	}
	for _, st := range s.starts.at(b, i) {
		if st.matches(b[i:]) && st.detector.find(t, i) {
			return t.next
		}
	}
	if seen&kindDigit != 0 {
		if s.kinds[b[i]] == kindDigit {
			if s.number(t, i) {
				return t.next
			}
		} else if j-i > 2 && isDigitAt(b, i+2) && !isDigitAt(b, i+1) {
			if s.find(s.codes, t, i) {
				return t.next
			}
		}
	}
	if seen == kindDigit|kindLetter && j-i <= maxSizedToken && s.find(s.sized[j-i], t, i) {
		return t.next
	}
	if j-i >= longToken && s.find(s.long, t, i) {
		return t.next
	}
	return j
}

// startsLine reports whether the text or a line starts at i.
func startsLine(b []byte, i int) bool { return i == 0 || is(b[i-1], lineEnd) }

// punctuation shows the trigger byte at i to its detectors, and returns where to go on.
func (s *Scanner) punctuation(t *Text, i int) int {
	if end := t.placeholderEnd(i); end > i {
		t.looks.unclear = true
		return end
	}
	for _, d := range s.trigger[t.Bytes[i]] {
		if d.Next != nil && !d.Next(byteAt(t.Bytes, i+1)) || d.Near != nil && !d.Near(t.Bytes, i) {
			continue
		}
		if t.Work++; d.find(t, i) {
			return t.next
		}
	}
	if t.Bytes[i] == '%' && is(byteAt(t.Bytes, i+1), hex) && is(byteAt(t.Bytes, i+2), hex) {
		return i + 3 // an encoded byte: the token behind it does not start with its digits
	}
	return i + 1
}

// number shows the groups of digits at at to the detectors that may take them.
func (s *Scanner) number(t *Text, at int) bool {
	n := t.number(at)
	first, isFraction := n.groups[0].end, n.isFraction()
	for i := range s.numbers[n.count] {
		d := &s.numbers[n.count][i]
		switch near, beside := d.Numbers.Near, d.Numbers.Beside; {
		case d.first>>n.size(0)&1 == 0, near == nil && isFraction, near != nil && !near(t.Bytes, at, first),
			beside != nil && !beside(t.Bytes, at, first):
			continue
		}
		t.Work++
		if d.find(t, at) {
			return true
		}
	}
	return false
}

func (s *Scanner) find(detectors []asked, t *Text, at int) bool {
	for _, d := range detectors {
		t.Work++
		if d.find(t, at) {
			return true
		}
	}
	return false
}

func (d *asked) find(t *Text, at int) bool {
	t.subject = d.subject
	return d.Find(t, at)
}
