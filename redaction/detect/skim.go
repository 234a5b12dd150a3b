package detect

import (
	"bytes"
	"math/bits"
)

// This file has the loop that reads every byte of every text. It only says where a detector must be asked; [Scanner.Scan] asks. Nearly all
// text is letters, blanks, commas, and digits too few to mean anything, and the loop is made to pass over that quickly:
//
//   - It looks up two bytes at a time in a table of 65536 entries, which says of both whether there is something to look at, and gathers
//     the answers for 32 bytes in one integer, without a branch.
//   - Words are not looked at one by one. Literals that wake a detector are found by what is rare in them: a sign ("sk-"), a digit, a
//     capital behind a letter ("AKIA", "eyJ"); those of other letters alone ("password") by their rarest pair of letters.
//   - A sign is looked up with the byte behind it and those before it; short numbers are counted. Hardly anything is left after that.
//
// What to look for is compiled in trigger.go. A test holds this to a plain loop that shows every token and every byte to every detector.

// Skim is a walk over one text by [Scanner.skim].
type Skim struct {
	// Escapes is the number of escapes passed in the last string, of two bytes each.
	Escapes int
	// Work counts the bytes that were looked at beside one look at each.
	Work int

	base  int    // where the text starts
	low   int    // no token reaches below: where the walk started, or the end of the last escape
	block int    // offset of the block that was read last
	end   int    // of the block; 0 if none was read
	stops uint64 // where in it there is something to look at: see stopsFrom
}

// Reset prepares k for another text.
func (k *Skim) Reset() { *k = Skim{} }

// SkimJSON reads the content of a string of a JSON document, which starts at start, as far as it is plainly clean. It returns the offset of
// its closing quote and true, or where a detector may find something, or a data URI, an escape or a character that folding may change needs
// more than this, and false. The strings of one document are read with the same k.
func (s *Scanner) SkimJSON(document []byte, start int, k *Skim) (at int, clean bool) {
	k.base, k.Escapes = start, 0
	at = s.skim(document, start, k, &s.inJSON)
	return at, at < len(document) && document[at] == '"'
}

// skim returns the first offset from i on where a detector may accept: the start of a token, or a byte that triggers one. It returns
// len(b) if there is none.
func (s *Scanner) skim(b []byte, i int, k *Skim, r *reading) int {
	k.low = i
	if (i == k.base || startsLine(b, i)) && s.startsLineAt(b, i) {
		return i
	}
	for i < len(b) {
		if i < k.block || i >= k.end {
			k.readBlock(b, i, r)
		}
		block, next := k.block, k.end
		for m := stopsFrom(k.stops, i-block); m != 0; {
			bit := bits.TrailingZeros64(m)
			at := block + bit/4*2 + bit&1
			if s.isPassed(b, at, k.low, r.actions[b[at]]) {
				m &= m - 1
				continue
			}
			end := s.stop(b, at, k, r)
			if end < 0 {
				return ^end
			}
			if end >= next {
				next = end
				break
			}
			m = stopsFrom(m, end-block)
		}
		i = next
	}
	return len(b)
}

// isPassed reports whether what stands beside the byte at at, which act is done at, shows at a glance that it is nothing to a detector.
func (s *Scanner) isPassed(b []byte, at, low int, act action) bool {
	if at < low+2 || at+2 >= len(b) {
		return false
	}
	before, c, behind := b[at-1], b[at], b[at+1]
	switch act {
	case actLetter:
		if is(before, alnum) && is(c, upper) || !is(before, alnum) && (is(c, upper) || s.lone[c]) && s.gated(b, at) {
			return false
		}
		return is(c, upper) || !s.rareBefore.has(letterTriple(before, c, behind)) || !s.rareBehind.has(letterTriple(c, behind, b[at+2]))
	case actNone, actAnchor:
		return !s.pairs.has(c, behind) && !s.before.has(triple(b[at-2], before, c))
	}
	return false
}

// stop looks at the byte at at. It returns where to go on or, if a detector must be asked at some offset, the complement of that.
func (s *Scanner) stop(b []byte, at int, k *Skim, r *reading) int {
	c := b[at]
	act := r.actions[c]
	switch act {
	case actLetter:
		return s.skimToken(b, tokenStart(b, at, k.low), k)
	case actDigit:
		if start := tokenStart(b, at, k.low); start < at {
			return s.skimToken(b, start, k)
		}
		if size := s.shortNumber(b, at); size > 0 {
			return at + size
		}
		return s.skimNumber(b, at, k)
	case actAnchor, actSign: // before what triggers here: the literal starts further back
		if start := s.anchored(b, at, k.low); start >= 0 {
			return ^start
		}
	}
	switch {
	case act == actEnd, s.pairs.has(c, byteAt(b, at+1)) && s.mayTrigger(b, at), act == actSign && s.mayEndKey(b, at, k):
		return ^at
	case act == actEscape:
		if !isShortEscape(byteAt(b, at+1)) {
			return ^at
		}
		k.Escapes++
		k.low = at + 2
		if c := b[at+1]; (c == 'n' || c == 'r') && s.startsLineAt(b, at+2) {
			return ^(at + 2)
		}
		return at + 2
	case act == actRune:
		if size := plainRune(b[at:]); size > 0 {
			return at + size
		}
		return ^at
	case act == actLine && s.startsLineAt(b, at+1):
		return ^(at + 1)
	}
	return at + 1
}

// mayTrigger asks what stands behind the byte at at, or near it.
func (s *Scanner) mayTrigger(b []byte, at int) bool {
	c, next := b[at], byteAt(b, at+1)
	for _, d := range s.trigger[c] {
		if !d.AfterKey && (d.Next == nil || d.Next(next) || next == '\\') && (d.Near == nil || d.Near(b, at)) {
			return true
		}
	}
	return s.placeholderPairs.has(c, next) && s.placeholders.mayStartAt(b, at) || startsUnit(c, next) && isUnit(b, at) ||
		c == dataURIMark[0] && bytes.HasPrefix(b[at:], dataURIMark)
}

// isShortEscape reports whether c, behind a backslash, stands for one of shortEscapes.
func isShortEscape(c byte) bool { return c == 'n' || c == '"' || c == 't' || c == 'r' }

// tokenStart returns where the token that at belongs to starts, not below low.
func tokenStart(b []byte, at, low int) int {
	for at > low && is(b[at-1], alnum) {
		at--
	}
	return at
}

// skimToken looks at the token of letters and digits that starts at start.
func (s *Scanner) skimToken(b []byte, start int, k *Skim) int {
	end, seen := s.tokenEnd(b, start)
	k.Work += end - start
	switch size := end - start; {
	case s.gated(b, start) && s.startsAt(b[start:]),
		seen == kindDigit|kindLetter && size <= maxSizedToken && len(s.sized[size]) > 0,
		size >= longToken && len(s.long) > 0,
		len(s.codes) > 0 && size > 2 && is(b[start+2], digit) && is(b[start+1], letter) && is(b[start], letter):
		return ^start
	case is(b[start], digit) && s.isNumber(b, start, digitsEnd(b, start), k):
		return ^start
	}
	return end
}

// startsLineAt reports whether a literal that wakes a detector at the start of a line stands at i, where one starts.
func (s *Scanner) startsLineAt(b []byte, i int) bool {
	for _, st := range s.lineStartsAt(b, i) {
		if st.mayMatch(b[i:]) {
			return true
		}
	}
	return false
}

// startsAt reports whether a literal that wakes a detector stands at the start of b.
func (s *Scanner) startsAt(b []byte) bool {
	for _, st := range s.starts[uint16(b[0])<<8|uint16(b[1])] {
		if st.mayMatch(b) {
			return true
		}
	}
	return false
}

// anchored returns where the literal starts of which the sign at at is the first one, -1 if there is none.
func (s *Scanner) anchored(b []byte, at, low int) int {
	if at == 0 || !s.before.has(triple(byteAt(b, at-2), b[at-1], b[at])) {
		return -1
	}
	for _, a := range s.anchors[triple(byteAt(b, at-2), b[at-1], b[at])] {
		start := at - a.offset
		if start >= low && (start == low || !is(b[start-1], alnum)) && a.mayMatch(b[start:]) {
			return start
		}
	}
	return -1
}

// mayEndKey reports whether a key of which [Scanner.KeyEntity] knows something may end before the sign at at. It goes the way of
// parseAssignment.
func (s *Scanner) mayEndKey(b []byte, at int, k *Skim) bool {
	end := at
	for end > k.base && at-end < maxOperator && isOperatorSign(b[end-1]) {
		end--
	}
	for end > k.base && at-end < maxAssignedGap && is(b[end-1], blank) {
		end--
	}
	if skipType(b[k.base:], end-k.base) < end-k.base {
		return true
	}
	for end > k.base && at-end < maxAssignedGap && b[end-1] == '*' {
		end--
	}
	if end > k.base && b[end-1] == ']' {
		end--
	}
	if end > k.base && is(b[end-1], quote) {
		end--
	}
	k.Work += at - end
	if end == k.base {
		return false
	}
	key := b[k.base:end]
	n := len(key)
	last, second, third := key[n-1], byteAt(key, n-2), byteAt(key, n-3)
	switch c := last; {
	case end == k.low || last == '\\' || second == '\\': // in JSON: behind an escape, of a quote or a tab
		return true
	case classes[c]&(alnum|highByte) == 0:
		return classes[c]&(urlSafe|dot) != 0
	case is(c, digit):
		i := n - 1
		for n-i < maxIndex && isDigitAt(key, i-1) {
			i--
		}
		if byteAt(key, i-1) == '.' {
			return true
		}
	}
	return (s.shortKeys || s.keyEnds.has(triple(third, second, last))) && !s.saysNothing(b, end, k)
}

// saysNothing reports whether the key that ends at end is known to say nothing, by all that [Text.assignedEntity] looks at.
func (s *Scanner) saysNothing(b []byte, end int, k *Skim) bool {
	start := end
	for start > k.low && end-start < maxAssignedKey && classes[b[start-1]]&(urlSafe|dot|highByte) != 0 {
		start--
	}
	k.Work += end - start
	key := b[start:end]
	if start == end || start == k.low && k.low > k.base || byteAt(b, start-1) == ' ' && mayBeSecondWord(key) {
		return false
	}
	return s.KeyEntity(key) == None && (s.off[Secret] || nameOf(key) == nameNothing)
}
