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

// addPrefix adds the first three bytes of s; where it is shorter, with any behind it.
func (t *tripleSet) addPrefix(s string) {
	switch len(s) {
	case 1:
		for second := range byte(32) {
			t.addPrefix(string([]byte{s[0], second}))
		}
	case 2:
		for third := range byte(32) {
			t.add(triple(s[0], s[1], third))
		}
	default:
		t.add(triple(s[0], s[1], s[2]))
	}
}

// behind returns the least product of nibbles that holds all that may stand behind first, and how many these are.
func (p *pairs) behind(first byte) (next product, count int) {
	next = productOf(func(c byte) bool {
		if p.has(first, c) {
			count++
			return true
		}
		return false
	})
	return next, count
}
