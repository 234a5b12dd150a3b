package detect

import (
	"bytes"
	"math/bits"
	"strings"
)

// This file has the loop that goes over every text. It only says where a detector must be asked; [Scanner.Scan] asks. Nearly all text is
// letters, blanks, commas, and digits too few to mean anything, and the loop is made to pass over that quickly:
//
//   - A survey marks, 64 bytes at a time, the places that need a second look: see survey.go.
//   - Words are not looked at one by one. A literal that wakes a detector ("sk-", "AKIA", "password") is found by three bytes of it that
//     are rare in text, and only then is it compared.
//   - A number is passed over where the survey alone shows that its digits are too few.
//
// What to look for is compiled in trigger.go. A test holds this to a plain loop that shows every token and every byte to every detector.

// Skim is a walk over one text by [Scanner.skim].
type Skim struct {
	// Work counts the bytes that were looked at beside one look at each.
	Work int
	// Foldable says that a character was passed over in the last string that folding may change.
	Foldable bool
	// Keys may be shared by all skims of a scanner and a goroutine; nil: no key is remembered.
	Keys *KeyMemo

	base     int // where the text starts
	low      int // no token reaches below: where the walk started
	from, to int // what of the text is surveyed
	runeEnd  int // of the character other than ASCII that was passed last
	blocks   [chunkBlocks]block
}

// Reset prepares k for another text.
func (k *Skim) Reset() {
	k.Work, k.Foldable = 0, false
	k.base, k.low, k.from, k.to, k.runeEnd = 0, 0, 0, 0, 0
}

// SkimJSON reads the content of a string of a JSON document, which starts at start, as far as it is plainly clean. It returns the offset of
// its closing quote and true, or where a detector may find something, or a data URI, an escape or a character that folding may change needs
// more than this, and false. The strings of one document are read with the same k.
func (s *Scanner) SkimJSON(document []byte, start int, k *Skim) (at int, clean bool) {
	k.base, k.Foldable = start, false
	at = s.skim(document, start, k, &s.inJSON)
	return at, at < len(document) && document[at] == '"'
}

// SkimPlain reads a text as far as it is plainly clean: it returns len(text), or where a detector may find something, or a data URI, an
// encoded character or anything that folding may change needs more than this.
func (s *Scanner) SkimPlain(text []byte, k *Skim) int {
	k.Reset()
	return s.skim(text, 0, k, &s.inPlain)
}

// skim returns the first offset from i on where a detector may accept: the start of a token, or a byte that triggers one. It returns
// len(b) if there is none.
func (s *Scanner) skim(b []byte, i int, k *Skim, r *reading) int {
	k.low = i
	token := i // where one starts though the survey does not show it
	if len(s.lineStarts.lists) > 0 && (i == k.base || startsLine(b, i)) && s.lineStarts.mayStandAt(b, i) {
		return i
	}
	for i < len(b) {
		if i < k.from || i >= k.to {
			k.survey(b, i, r)
		}
		index := uint(i-k.from) / blockSize
		start := k.from + int(index)*blockSize
		of := &k.blocks[index]
		next := min(start+blockSize, k.to)
		m := of.stops >> (i - start) << (i - start)
		if i == token {
			m |= of.digits & (1 << (i - start))
		}
		for m != 0 {
			bit := bits.TrailingZeros64(m)
			at := start + bit
			if r.json && b[at] == '"' && (at == k.low || b[at-1] != '\\') {
				return at
			}
			if of.digits>>bit&1 == 1 && s.isShortNumber(b, at, of, bit, k.low, r.json) {
				m &= m - 1
				continue
			}
			end := s.stop(b, at, k, r)
			if end < 0 {
				return ^end
			}
			if token = end; end >= next {
				next = end
				break
			}
			m = m>>(end-start)<<(end-start) | of.digits&(1<<(end-start))
		}
		i = next
	}
	return len(b)
}

// stop looks at the byte at at. It returns where to go on or, if a detector must be asked at some offset, the complement of that.
func (s *Scanner) stop(b []byte, at int, k *Skim, r *reading) int {
	if r.json && at > k.low && b[at-1] == '\\' {
		return s.escape(b, at, k)
	}
	c := b[at]
	switch act := r.actions[c]; act {
	case actSign:
		if !s.endsPlainWord(b, at, k.low, r) && s.mayEndKey(b, at, k, r) || s.mayTrigger(b, at, k, r) {
			return ^at
		}
	case actLetter:
		if is(c, lower) && len(s.long) > 0 && is(byteAt(b, at+1), upper) {
			return s.skimToken(b, tokenStart(b, at, k.low, r), k)
		}
		if s.triples.has(triple(c, byteAt(b, at+1), byteAt(b, at+2))) {
			if start := s.wordStart(b, at, k, r); start >= 0 && s.starts.mayStandAt(b, start) {
				return ^start
			}
		}
	case actDigit:
		if start := tokenStart(b, at, k.low, r); start < at {
			return s.skimToken(b, start, k)
		}
		return s.skimNumber(b, at, k)
	case actEnd:
		return ^at
	case actRune:
		return s.passRunes(b, at, k, r)
	case actLine:
		if s.lineStarts.mayStandAt(b, at+1) {
			return ^(at + 1)
		}
	default:
		if s.mayTrigger(b, at, k, r) {
			return ^at
		}
	}
	return at + 1
}

// mayTrigger asks what stands behind the byte at at, or near it.
func (s *Scanner) mayTrigger(b []byte, at int, k *Skim, r *reading) bool {
	c, next := b[at], byteAt(b, at+1)
	if !s.pairs.has(c, next) {
		return false
	}
	if r.json && next == '\\' {
		next = escapedByte(byteAt(b, at+2))
	}
	for _, d := range s.trigger[c] {
		if !d.AfterKey && (d.Next == nil || d.Next(next)) && (d.Near == nil || d.Near(b, at) || k.mayFold(b, at)) {
			return true
		}
	}
	return s.placeholders.starts.has(c, next) && s.placeholders.mayStartAt(b, at) || startsUnit(c, next) && isUnit(b, at) ||
		c == dataURIMark[0] && bytes.HasPrefix(b[at:], dataURIMark)
}

// tokenStart returns where the token that at belongs to starts, not below low.
func tokenStart(b []byte, at, low int, r *reading) int {
	for at > low && is(b[at-1], alnum) {
		at--
	}
	if r.json && at > low && b[at-1] == '\\' { // the letter of an escape
		if b[at] == 'u' {
			return at + 5
		}
		at++
	}
	return at
}

// wordStart is tokenStart for a token that may be a literal: it returns -1 where the token starts too far back.
func (s *Scanner) wordStart(b []byte, at int, k *Skim, r *reading) int {
	low := max(k.low, at-s.longest)
	start := tokenStart(b, at, low, r)
	if start == low && start > k.low && is(b[start-1], alnum) {
		return -1
	}
	return start
}

// skimToken looks at the token of letters and digits that starts at start.
func (s *Scanner) skimToken(b []byte, start int, k *Skim) int {
	end, seen := s.tokenEnd(b, start)
	k.Work += end - start
	switch size := end - start; {
	case s.starts.mayStandAt(b, start),
		seen == kindDigit|kindLetter && size <= maxSizedToken && s.maySized(b, start, end),
		size >= longToken && len(s.long) > 0,
		len(s.codes) > 0 && size > 2 && is(b[start+2], digit) && is(b[start+1], letter) && is(b[start], letter):
		return ^start
	case is(b[start], digit) && s.isNumber(b, start, digitsEnd(b, start), k):
		return ^start
	}
	return end
}

// maySized reports whether a detector of tokens of its size may accept the token [start, end).
func (s *Scanner) maySized(b []byte, start, end int) bool {
	for i := range s.sized[end-start] {
		d := &s.sized[end-start][i]
		if mayStandBeside(d.TokenStart, byteAt(b, start-1)) && mayStandBeside(d.TokenEnd, byteAt(b, end)) {
			return true
		}
	}
	return false
}

// mayStandBeside reports whether c, which may be the backslash of any character, is in set or any may be.
func mayStandBeside(set string, c byte) bool {
	return set == "" || c == '\\' || strings.IndexByte(set, c) >= 0
}
