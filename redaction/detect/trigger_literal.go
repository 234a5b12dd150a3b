package detect

import "strings"

// How [Scanner.skim] finds literals that wake a detector: by what is rare in them.

// addLiteral sees to it that a literal is found.
func (s *Scanner) addLiteral(st start) {
	lit := st.literal
	sign := 0
	for sign < len(lit) && is(lit[sign], letter) {
		if sign > 0 && is(lit[sign], upper) {
			return // found by its capital
		}
		sign++
	}
	if sign < len(lit) && is(lit[sign], digit) {
		return // found by its digit
	}
	if sign < len(lit) && lit[sign] > ' ' && lit[sign] < 0x7f && strings.IndexByte(",\"\\", lit[sign]) < 0 {
		s.addAnchor(anchor{st, sign})
		return
	}
	switch {
	case is(lit[0], upper) && !st.fold, sign == 1: // the letter itself is rare, or all that there is
		for _, c := range cases(lowerByte(lit[0])) {
			s.lone[c] = s.lone[c] || c == lit[0] || st.fold
		}
		return
	}
	s.addRarePair(st, sign, 0) // a text is read two bytes at a time, from an even or an odd offset of the word
	s.addRarePair(st, sign, 1)
}

// addRarePair adds the rarest pair of bytes of a literal, at an even or at an odd offset, whose first one is among its first letters, of
// which there are two or more.
func (s *Scanner) addRarePair(st start, letters, from int) {
	lit := st.literal
	rarest, least := from, 1<<30
	for i := from; i < letters && i+1 < len(lit); i += 2 {
		if f := pairFrequency(lit[i], lit[i+1]); f < least {
			rarest, least = i, f
		}
	}
	firsts := []byte{lit[rarest]}
	if st.fold {
		firsts = cases(lit[rarest])
	}
	for _, first := range firsts {
		s.rarePairs.addIf(first, func(second byte) bool {
			if rarest+1 == len(lit) {
				return true
			}
			next := lit[rarest+1]
			return second == next || st.fold && lowerByte(second) == next || !is(next, letter) && second == '\\'
		})
	}
	before := byte(0) // no letter, as a token starts there
	if rarest > 0 {
		before = lit[rarest-1]
	}
	s.rareBefore.addLetters(before, lit[rarest:])
	s.rareBehind.addLetters(lit[rarest], lit[rarest+1:])
}

// pairFrequency ranks pairs of letters by how often they occur in text, the rarest lowest: as their letters do, but for the commonest pairs.
func pairFrequency(first, second byte) int {
	const common = "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le"
	f := frequency(first) * frequency(second)
	if strings.Contains(common, string([]byte{first, second})) {
		f *= 4
	}
	return f
}

// frequency ranks letters by how often they occur in text, the rarest lowest.
func frequency(c byte) int {
	const rarestFirst = "zqxjkvbpygfwmucldrhsnioate"
	switch {
	case c == ' ':
		return len(rarestFirst) + 1
	case !is(c, lower):
		return 1
	}
	return 1 + strings.IndexByte(rarestFirst, c)
}

func (s *Scanner) addAnchor(a anchor) {
	c := a.literal[a.offset]
	if s.inText.actions[c] == actNone {
		s.inText.actions[c] = actAnchor
	}
	s.anchorPairs.addIf(c, func(next byte) bool {
		if a.offset+1 == len(a.literal) {
			return a.fold || !is(next, blank|lineEnd)
		}
		return next == '\\' || lowerByte(next) == lowerByte(a.literal[a.offset+1])
	})
	from, to := byte(0), byte(31)
	if a.offset > 1 {
		from, to = a.literal[a.offset-2]&31, a.literal[a.offset-2]&31
	}
	for first := from; first <= to; first++ {
		key := triple(first, a.literal[a.offset-1], c)
		s.before.add(key)
		s.anchors[key] = append(s.anchors[key], a)
	}
}
