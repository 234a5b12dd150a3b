package detect

import (
	"encoding/binary"
	"math/bits"
)

// How [Scanner.skim] passes over numbers that are too short for any detector.

// noNumber stands for the number of digits that no number has.
const noNumber = 255

// numeric says what a byte is behind the digits of a number.
type numeric uint8

const (
	numericLetter numeric = 1 << iota
	numericDigit
	numericGap
)

func numericOf(c byte) (n numeric) {
	switch {
	case is(c, letter):
		return numericLetter
	case is(c, digit):
		return numericDigit
	case isNumberGap(c):
		return numericGap
	}
	return 0
}

func digitsEnd(b []byte, i int) int {
	for i < len(b) && is(b[i], digit) {
		i++
	}
	return i
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// shortNumber returns the number of digits at at, where a token starts, if a glance at eight bytes shows that they are a token of their own,
// that no more digits belong to them and that they are too few for any detector; else 0.
func (s *Scanner) shortNumber(b []byte, at int) int {
	if len(b)-at < 8 {
		return 0
	}
	x := binary.LittleEndian.Uint64(b[at:])
	others := (x ^ '0'*ones&^highs + (0x80-10)*ones | x) & highs
	size := bits.TrailingZeros64(others) / 8
	if size > 6 || size >= int(s.least[size]) || s.gated(b, at) || len(s.near[size]) > 0 && s.isNear(b, at, at+size) {
		return 0
	}
	behind := s.numeric[b[at+size]]
	if behind&numericLetter != 0 || behind&numericGap != 0 && s.numeric[b[at+size+1]]&(numericDigit|numericGap) != 0 {
		return 0
	}
	return size
}

// skimNumber counts the digits of the number that starts at at with a token, as far as a numberRun goes.
func (s *Scanner) skimNumber(b []byte, at int, k *Skim) int {
	end := digitsEnd(b, at+1)
	size := end - at
	least := int(s.least[min(size, maxDigits)])
	switch {
	case size >= least, size >= longToken && len(s.long) > 0, s.isNear(b, at, end):
		return ^at
	case isAlnumAt(b, end):
		return s.skimToken(b, at, k)
	case s.gated(b, at) && s.startsAt(b[at:]):
		return ^at
	case least == noNumber:
		return end
	}
	count, i := size, end
	for range maxGroups - 1 {
		next := i
		for next < len(b) && next-i < maxGap && isNumberGap(b[next]) {
			next++
		}
		if next == i || !isDigitAt(b, next) {
			break
		}
		i = digitsEnd(b, next)
		if count += i - next; count >= least {
			if size == 4 && !s.dates && isDate(b, at) {
				return end
			}
			return ^at
		}
		if isAlnumAt(b, i) {
			break
		}
	}
	k.Work += i - end
	return end
}

// isNear asks the detectors of numbers that look beside the first group, here [at, end).
func (s *Scanner) isNear(b []byte, at, end int) bool {
	for _, d := range s.near[min(end-at, maxDigits)] {
		if d.Near(b, at, end) {
			return true
		}
	}
	return false
}

// isDate reports whether the groups of digits at at, the first of which has four, have the form of a date with nothing else around it.
func isDate(b []byte, at int) bool {
	end := at + len("2024-05-12")
	if end > len(b) || !isNumberGap(b[at+4]) || !isNumberGap(b[at+7]) || byteAt(b, at-1) == '+' || byteAt(b, at-2) == '+' {
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
