package detect

import "encoding/binary"

const (
	keyMemoSize  = 64 // a power of two
	maxMemoKey   = 24 // bytes of a key that is remembered
	keyMemoShift = 64 - 6
)

// KeyMemo remembers keys in text ("class", "kind", "color") that are known to say nothing, so that the key of each line of a list is not
// looked up in all tables of names. It is of one [Scanner] and must not be used by two goroutines at once. What a scan finds, and its work,
// are the same with and without it.
type KeyMemo [keyMemoSize]memoKey

type memoKey struct {
	size  uint8
	bytes [maxMemoKey]byte
}

func (m *memoKey) holds(key []byte) bool { return string(m.bytes[:m.size]) == string(key) }

func (m *memoKey) set(key []byte) { m.size = uint8(copy(m.bytes[:], key)) }

// of returns where key may be remembered, which has 1 to maxMemoKey bytes.
func (m *KeyMemo) of(key []byte) *memoKey {
	const odd = 0x9E3779B97F4A7C15 // spreads bits: 2^64 by the golden ratio
	n := len(key)
	h := uint64(n)
	switch {
	case n >= 8:
		h ^= binary.LittleEndian.Uint64(key)*odd ^ binary.LittleEndian.Uint64(key[n-8:])
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32(key))<<32 | uint64(binary.LittleEndian.Uint32(key[n-4:]))
	default:
		h ^= uint64(key[0])<<16 | uint64(key[n/2])<<8 | uint64(key[n-1])<<24
	}
	return &m[h*odd>>keyMemoShift]
}
