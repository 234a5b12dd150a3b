package redaction

import (
	"encoding/binary"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// keyMemos remembers what is known of the keys that a run saw last, since documents repeat the same few. It is cheaper than
// splitting a key into words each time.
type keyMemos [256]keyMemo

type keyMemo struct {
	key   [maxKeyMemo]byte
	size  uint8 // 0: free
	alone bool  // folding leaves it alone
	plain bool  // as the key of a map it needs no look: it holds no finding, nothing that folding changes, and is no placeholder
	shape shape // what it says of the object that it stands in, if its value is a string
	facts keyFacts
}

// keyFacts is what a folded key says of its values.
type keyFacts struct {
	whole     Entity // they are replaced by it whole: see [detect.Scanner.KeyEntity]
	describes bool   // it is a schema key
	secret    bool   // see [detect.Scanner.NamesSecret]
}

// maxKeyMemo is the length in bytes of the longest key that is remembered.
const maxKeyMemo = 45

// ofPlace returns what the nearest key says of a value at p, or the attribute where there is none.
func (r *run) ofPlace(p *detect.Place) keyFacts {
	if len(p.Key) > 0 {
		return r.ofKey(p.Key).facts
	}
	return r.ofAttribute(p.Attribute)
}

// ofAttribute returns what an attribute says, which is no schema key.
func (r *run) ofAttribute(key []byte) keyFacts {
	facts := r.ofKey(key).facts
	facts.describes = false
	return facts
}

// memo returns the memo where key is, or would be.
func (m *keyMemos) memo(key []byte) *keyMemo {
	return &m[sampled(key)%uint(len(m))]
}

// sampled returns a hash of the length of a text that is not empty, and of its start, middle and end.
func sampled(text []byte) uint {
	const sample, spread = 8, 0x9E3779B97F4A7C15
	n := len(text)
	if n < sample {
		return uint(text[0])*7 + uint(text[n/2])*5 + uint(text[n-1])*3 + uint(n)
	}
	start, end := binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-sample:])
	middle := binary.LittleEndian.Uint64(text[(n-sample)/2:])
	return uint(((start*spread^middle)*spread ^ end + uint64(n)) * spread >> 32)
}

func (m *keyMemo) is(key []byte) bool {
	return int(m.size) == len(key) && string(m.key[:m.size]) == string(key)
}

// ofKey returns what is known of a folded key, until the next call.
func (r *run) ofKey(key []byte) *keyMemo {
	n := len(key)
	if n == 0 || n > maxKeyMemo {
		r.longKey = keyMemo{facts: r.lookUpKey(key), shape: shapeOf(key)}
		return &r.longKey
	}
	m := r.keys.memo(key)
	if !m.is(key) {
		m.size, m.alone, m.plain = uint8(copy(m.key[:], key)), false, false
		m.facts, m.shape = r.lookUpKey(key), shapeOf(key)
	}
	return m
}

// isUnfolded reports whether folding leaves a key alone.
func (r *run) isUnfolded(key []byte) bool {
	if len(key) == 0 || len(key) > maxKeyMemo {
		return !needsFold(key)
	}
	if m := r.keys.memo(key); m.alone && m.is(key) {
		return true
	}
	if needsFold(key) {
		return false
	}
	r.ofKey(key).alone = true
	return true
}

func (r *run) lookUpKey(key []byte) keyFacts {
	s := r.engine.scanner
	return keyFacts{whole: s.KeyEntity(key), describes: isSchemaKey(key), secret: s.NamesSecret(key)}
}
