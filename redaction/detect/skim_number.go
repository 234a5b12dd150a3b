package detect

import "math/bits"

// How [Scanner.skim] passes over numbers that are too short for any detector.

// noNumber stands for the number of digits that no number has.
const noNumber = 255

func digitsEnd(b []byte, i int) int {
	for i < len(b) && is(b[i], digit) {
		i++
	}
	return i
}

// isShortNumber reports whether the survey of a block shows that the number at at, the given bit of it, is a token of its own, and that all
// that may belong to it has too few digits for any detector, or is a date that none takes.
func (s *Scanner) isShortNumber(b []byte, at int, of *block, bit, low int, json bool) bool {
	digits := of.digits >> bit
	size, reach := bits.TrailingZeros64(^digits), bits.TrailingZeros64(^(of.gaps>>bit | digits))
	if bit+reach >= blockSize || at+reach >= len(b) || b[at+reach] >= 0x80 || b[at+reach] == '\\' || s.startsWithNumber {
		return false // who knows what follows
	}
	if is(b[at+size], letter) || at > low && b[at-1] == '\\' {
		return false
	}
	if at > low && is(b[at-1], letter) && !(json && at > low+1 && b[at-2] == '\\') { // unless it is the letter of an escape
		return false
	}
	number, first := digits&(1<<reach-1), min(size, maxDigits)
	isLong := bits.OnesCount64(number) >= int(s.least[first])
	if isLong && !isFraction(b, at, at+size, at+bits.Len64(number)) && !(number == dateDigits && s.passesDate(b, at, at+size)) {
		return false
	}
	return s.near[first] == 0 || !s.isNear(b, at, at+size)
}

// isFraction is [numberRun.isFraction] for a number that ends at last, of which the first group of digits is [at, end).
func isFraction(b []byte, at, end, last int) bool {
	return end-at == 1 && b[end] == '.' && end < last && digitsEnd(b, end+1) == last && !isPlusBefore(b, at)
}

// dateDigits says where the digits of "2024-05-12" are, the lowest bit first. Those of "3039 52 95" are there, too, which is none.
const dateDigits = 0b11_0_11_0_1111

// passesDate reports whether the groups of digits, of which the first is [at, end), are a date that no detector takes.
func (s *Scanner) passesDate(b []byte, at, end int) bool {
	return s.passesDates && isDateAt(b, at, end) && !isPlusBefore(b, at)
}

func isPlusBefore(b []byte, at int) bool { return byteAt(b, at-1) == '+' || byteAt(b, at-2) == '+' }

// skimNumber looks at the number that starts at at with a token: it counts its digits where they may be enough for a detector.
func (s *Scanner) skimNumber(b []byte, at int, k *Skim) int {
	end := digitsEnd(b, at+1)
	switch {
	case s.isNumber(b, at, end, k), end-at >= longToken && len(s.long) > 0:
		return ^at
	case isAlnumAt(b, end):
		return s.skimToken(b, at, k)
	case s.starts.mayStandAt(b, at):
		return ^at
	}
	return end
}

// isNumber reports whether a detector of numbers may accept at at, where a token starts with the digits [at, end).
func (s *Scanner) isNumber(b []byte, at, end int, k *Skim) bool {
	if s.isNear(b, at, end) {
		return true
	}
	first := min(end-at, maxDigits)
	least := int(s.least[first])
	if least == noNumber {
		return false
	}
	count, last := numberSize(b, at, end)
	k.Work += last - end
	if mayGoOn(b, last) {
		return true
	}
	if count < least || isFraction(b, at, end, last) {
		return false
	}
	for i := range s.numbers[count] {
		d := &s.numbers[count][i]
		if d.first>>first&1 == 1 && d.Numbers.Near == nil && (d.Numbers.Beside == nil || d.Numbers.Beside(b, at, end)) {
			return true
		}
	}
	return false
}

// numberSize returns the number of digits that a numberRun would take together, of which the first are [at, end), and where the last of
// them ends.
func numberSize(b []byte, at, end int) (count, last int) {
	count, last = end-at, end
	for range maxGroups - 1 {
		if count >= maxDigits || isAlnumAt(b, last) {
			break
		}
		next := last
		for next < len(b) && next-last < maxGap && isNumberGap(b[next]) {
			next++
		}
		if next == last || !isDigitAt(b, next) {
			break
		}
		last = digitsEnd(b, next)
		count += last - next
	}
	return min(count, maxDigits), last
}

// mayGoOn reports whether the number whose last digit stands before i may go on once folding has made a sign of what stands there, or behind
// some signs.
func mayGoOn(b []byte, i int) bool {
	end := min(i+maxGap, len(b))
	for i < end && isNumberGap(b[i]) {
		i++
	}
	return i < len(b) && (b[i] >= 0x80 && PlainLen(b[i:]) == 0 || b[i] == '\\' && byteAt(b, i+1) == 'u')
}

// isNear asks the detectors of numbers that look beside the first group, here [at, end), before the others are counted.
func (s *Scanner) isNear(b []byte, at, end int) bool {
	for m := s.near[min(end-at, maxDigits)] & s.nearNext[byteAt(b, end)]; m != 0; m &= m - 1 {
		if s.nearby[bits.TrailingZeros64(m)].Near(b, at, end) {
			return true
		}
	}
	return false
}

// isDate reports whether the groups of digits at at, the first of which has four, have the form of a date with nothing else around it.
func isDate(b []byte, at int) bool {
	end := at + len("2024-05-12")
	if end > len(b) || !isNumberGap(b[at+4]) || !isNumberGap(b[at+7]) || isPlusBefore(b, at) {
		return false
	}
	for _, i := range [...]int{at + 5, at + 6, at + 8, at + 9} {
		if !is(b[i], digit) {
			return false
		}
	}
	for i := end; i < end+maxGap; i++ {
		switch c := byteAt(b, i); {
		case is(c, digit):
			return false
		case !isNumberGap(c):
			return true
		}
	}
	return true
}
