package detect

// Sets of two and of three bytes in a row.

// pairs is a set of pairs of bytes.
type pairs [256][4]uint64

func (p *pairs) add(first, second byte) { p[first][second/64] |= 1 << (second % 64) }

// addIf adds first with each byte that next accepts; with all if next is nil.
func (p *pairs) addIf(first byte, next func(byte) bool) {
	for c := range 256 {
		if next == nil || next(byte(c)) {
			p.add(first, byte(c))
		}
	}
}

func (p *pairs) has(first, second byte) bool { return p[first][second/64]>>(second%64)&1 == 1 }

// tripleSet is a set of three bytes, of which the lower five bits count: letters in any case, and some signs.
type tripleSet [1 << 15 / 64]uint64

func triple(a, b, c byte) uint16 {
	return uint16(a&31)<<10 | uint16(b&31)<<5 | uint16(c&31)
}

func (t *tripleSet) add(k uint16)      { t[k/64] |= 1 << (k % 64) }
func (t *tripleSet) has(k uint16) bool { return t[k/64]>>(k%64)&1 == 1 }

// letterTriple is triple for three bytes of which only those count that are letters, in any case.
func letterTriple(a, b, c byte) uint16 { return letterBits[a]<<10 | letterBits[b]<<5 | letterBits[c] }

var letterBits = func() (t [256]uint16) {
	for c := range t {
		if is(byte(c), letter) {
			t[c] = uint16(c & 31)
		}
	}
	return t
}()

// addLetters adds a with the first two bytes of b; where it is shorter, with any.
func (t *tripleSet) addLetters(a byte, b string) {
	for second := range byte(32) {
		for third := range byte(32) {
			if (len(b) < 1 || second == byte(letterBits[b[0]])) && (len(b) < 2 || third == byte(letterBits[b[1]])) {
				t.add(letterBits[a]<<10 | uint16(second)<<5 | uint16(third))
			}
		}
	}
}
