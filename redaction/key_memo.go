package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// keyMemos remembers what the rule by key says of the keys that a run saw last, since documents repeat the same few. It is cheaper than
// splitting a key into words each time.
type keyMemos [64]keyMemo

type keyMemo struct {
	key       [maxKeyMemo]byte
	size      uint8 // 0: free
	entity    Entity
	describes bool
}

// maxKeyMemo is the length in bytes of the longest key that is remembered.
const maxKeyMemo = 29

// ofPlace returns what the rule by key says of a value at p, by the nearest key, or by the attribute where there is none, and whether that
// key is a schema key.
func (r *run) ofPlace(p *detect.Place) (whole Entity, describes bool) {
	if len(p.Key) > 0 {
		return r.ofKey(p.Key)
	}
	whole, _ = r.ofKey(p.Attribute)
	return whole, false
}

// ofKey returns what the values under a folded key are replaced by whole ([detect.Scanner.KeyEntity]), and whether it is a schema key.
func (r *run) ofKey(key []byte) (whole Entity, describes bool) {
	n := len(key)
	if n == 0 || n > maxKeyMemo {
		return r.engine.scanner.KeyEntity(key), false
	}
	m := &r.keys[(uint(key[0])*7+uint(key[n/2])*5+uint(key[n-1])*3+uint(n))%uint(len(r.keys))]
	if int(m.size) != n || string(m.key[:n]) != string(key) {
		m.size = uint8(copy(m.key[:], key))
		m.entity, m.describes = r.engine.scanner.KeyEntity(key), isSchemaKey(key)
	}
	return m.entity, m.describes
}
