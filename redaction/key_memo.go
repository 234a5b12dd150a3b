package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// keyMemos remembers what is known of the keys that a run saw last, since documents repeat the same few. It is cheaper than
// splitting a key into words each time.
type keyMemos [64]keyMemo

type keyMemo struct {
	key   [maxKeyMemo]byte
	size  uint8 // 0: free
	facts keyFacts
}

// keyFacts is what a folded key says of its values.
type keyFacts struct {
	whole     Entity // they are replaced by it whole: see [detect.Scanner.KeyEntity]
	describes bool   // it is a schema key
	secret    bool   // see [detect.Scanner.NamesSecret]
}

// maxKeyMemo is the length in bytes of the longest key that is remembered.
const maxKeyMemo = 27

// ofPlace returns what the nearest key says of a value at p, or the attribute where there is none, which is no schema key.
func (r *run) ofPlace(p *detect.Place) keyFacts {
	if len(p.Key) > 0 {
		return r.ofKey(p.Key)
	}
	facts := r.ofKey(p.Attribute)
	facts.describes = false
	return facts
}

// ofKey returns what a folded key says.
func (r *run) ofKey(key []byte) keyFacts {
	n := len(key)
	if n == 0 || n > maxKeyMemo {
		return r.lookUpKey(key)
	}
	m := &r.keys[(uint(key[0])*7+uint(key[n/2])*5+uint(key[n-1])*3+uint(n))%uint(len(r.keys))]
	if int(m.size) != n || string(m.key[:n]) != string(key) {
		m.size = uint8(copy(m.key[:], key))
		m.facts = r.lookUpKey(key)
	}
	return m.facts
}

func (r *run) lookUpKey(key []byte) keyFacts {
	s := r.engine.scanner
	return keyFacts{whole: s.KeyEntity(key), describes: isSchemaKey(key), secret: s.NamesSecret(key)}
}
