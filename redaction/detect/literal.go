package detect

import (
	"math/bits"
	"slices"
)

// start is a literal that wakes a detector where a token starts with it.
type start struct {
	literal  string
	escaped  string // literal in JSON and in lower case, if that is different
	fold     bool   // literal is in lower case and stands for any case
	detector asked
}

func (st *start) matches(b []byte) bool {
	if st.fold {
		return hasPrefixFold(b, st.literal)
	}
	return len(b) >= len(st.literal) && string(b[:len(st.literal)]) == st.literal
}

// mayMatch is matches for a text that may be the content of a JSON string.
func (st *start) mayMatch(b []byte) bool {
	return st.matches(b) || st.escaped != "" && hasPrefixFold(b, st.escaped)
}

// literals finds literals by their first two bytes.
type literals struct {
	gate  [1 << 16 / 64]uint64 // bit per two bytes with which some start
	ranks [1 << 16 / 64]uint16 // bits in the words of gate before
	lists [][]start            // in the order of these bits
}

func (l *literals) add(first, second byte, st start) {
	key := uint16(first)<<8 | uint16(second)
	word, bit := key/64, uint64(1)<<(key%64)
	at := l.rank(word, bit)
	if l.gate[word]&bit == 0 {
		l.gate[word] |= bit
		l.lists = slices.Insert(l.lists, at, nil)
		for i := int(word) + 1; i < len(l.ranks); i++ {
			l.ranks[i]++
		}
	}
	l.lists[at] = append(l.lists[at], st)
}

func (l *literals) rank(word uint16, bit uint64) int {
	return int(l.ranks[word]) + bits.OnesCount64(l.gate[word]&(bit-1))
}

// at returns those that may stand at i.
func (l *literals) at(b []byte, i int) []start {
	if i+1 >= len(b) {
		return nil
	}
	key := uint16(b[i])<<8 | uint16(b[i+1])
	word, bit := key/64, uint64(1)<<(key%64)
	if l.gate[word]&bit == 0 {
		return nil
	}
	return l.lists[l.rank(word, bit)]
}

// mayStandAt reports whether one of them stands at i, or may once escapes of JSON are resolved.
func (l *literals) mayStandAt(b []byte, i int) bool {
	for _, st := range l.at(b, i) {
		if behind := st.detector.Behind; st.mayMatch(b[i:]) && (behind == nil || behind(b, i+len(st.literal))) {
			return true
		}
	}
	return false
}
