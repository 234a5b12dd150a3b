package dialect

import "math/bits"

// keyIndex finds the rules of whole keys. Every attribute of every GenAI span is looked up, and Go's maps take twice the time: they read all
// of a key for its hash, where length, beginning, middle and end tell our keys apart. It is immutable once built.
type keyIndex struct {
	slots []keySlot // some are empty; their number is a power of two
	shift uint
}

type keySlot struct {
	key   string
	rules []rule
}

func newKeyIndex(keys map[string][]rule) keyIndex {
	const slotsPerKey = 4
	size := 1 << bits.Len(uint(len(keys)*slotsPerKey))
	x := keyIndex{slots: make([]keySlot, size), shift: uint(64 - bits.Len(uint(size-1)))}
	for key, rules := range keys {
		i := x.start(key)
		for x.slots[i].rules != nil {
			i = (i + 1) % size
		}
		x.slots[i] = keySlot{key, rules}
	}
	return x
}

// rules returns nil for a key that is not in the index.
func (x *keyIndex) rules(key string) []rule {
	for i := x.start(key); x.slots[i].rules != nil; i = (i + 1) & (len(x.slots) - 1) {
		if x.slots[i].key == key {
			return x.slots[i].rules
		}
	}
	return nil
}

// start is the slot at which the search for a key begins.
func (x *keyIndex) start(key string) int {
	const spread = 0x9E3779B97F4A7C15 // of Knuth's multiplicative hashing: 2^64 by the golden ratio
	n := len(key)
	var sum uint64
	if n >= 8 {
		sum = word(key) ^ bits.RotateLeft64(word(key[n/2-4:]), 21) ^ bits.RotateLeft64(word(key[n-8:]), 42)
	} else {
		for i := range n {
			sum = sum<<8 | uint64(key[i])
		}
	}
	return int((sum + uint64(n)) * spread >> x.shift)
}

func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
