package detect

import (
	"bytes"
	"unicode/utf8"
)

// How [Scanner.skim] passes over signs of assignment: by the word before them.

// endsPlainWord reports whether before at, a word ends with three letters with which no key ends of which mayEndKey knows anything.
func (s *Scanner) endsPlainWord(b []byte, at, low int, r *reading) bool {
	const least = 3
	if at-low < least || s.shortKeys {
		return false
	}
	x, y, z := b[at-3], b[at-2], b[at-1]
	return classes[x]&classes[y]&classes[z]&lower != 0 && !s.wordEnds.has(triple(x, y, z)) && !(r.json && endsEscaped(b[low:at]))
}

// mayEndKey reports whether a key of which [Scanner.KeyEntity] knows something may end before the sign at at. It goes the way of
// parseAssignment.
func (s *Scanner) mayEndKey(b []byte, at int, k *Skim, r *reading) bool {
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
	if last, _ := utf8.DecodeLastRune(b[:end]); isFoldable(last) || r.json && endsEscaped(b[k.base:end]) {
		return true // it may become a sign, or go
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
		key = trimQualifier(key)
		n = len(key)
		if n == 0 {
			return false
		}
		last, second, third = key[n-1], byteAt(key, n-2), byteAt(key, n-3)
	}
	return (s.shortKeys || s.keyEnds.has(triple(third, second, last))) && !s.saysNothing(b, end, k, r)
}

// saysNothing reports whether the key that ends at end is known to say nothing, by all that [Text.assignedEntity] looks at.
func (s *Scanner) saysNothing(b []byte, end int, k *Skim, r *reading) bool {
	start := end
	for start > k.low && end-start < maxAssignedKey && classes[b[start-1]]&(urlSafe|dot|highByte) != 0 {
		start--
	}
	k.Work += end - start
	key := b[start:end]
	if start < end && byteAt(b, start-1) == ' ' && isAllDigits(key) {
		return true // the time of a day; that numbers are no names is tested
	}
	if start == end || start == k.low && k.low > k.base || byteAt(b, start-1) == ' ' && mayBeSecondWord(key) {
		return false
	}
	if r.json && (byteAt(b, start-1) == '\\' || byteAt(b, start-2) == '\\') { // the key starts behind an escape
		return false
	}
	return s.isSilent(key, k.Keys)
}

// isSilent reports whether a key says nothing by itself. memo may be nil.
func (s *Scanner) isSilent(key []byte, memo *KeyMemo) bool {
	var known *memoKey
	if memo != nil && len(key) > 0 && len(key) <= maxMemoKey {
		if known = memo.of(key); known.holds(key) {
			return true
		}
	}
	is := !bytes.ContainsFunc(key, isFoldable) && !isValueKey(key) && s.KeyEntity(key) == None && (s.off[Secret] || s.nameOf(key) == nameNothing)
	if is && known != nil {
		known.set(key)
	}
	return is
}
