package redaction

import "hash/maphash"

// keyMemos remembers what is known of the keys that a run saw last, since documents and spans repeat the same few hundred. It is cheaper than
// splitting a key into words each time.
type keyMemos struct {
	seed  maphash.Seed
	slots [512][2]keyMemo
	next  uint8 // which of the two gives way
}

type keyMemo struct {
	key   [maxKeyMemo]byte
	size  uint8 // 0: free
	alone bool  // folding leaves it alone
	plain bool  // as the key of a map it needs no look: it holds no finding, nothing that folding changes, and is no placeholder
	kind  keyKind
	facts keyFacts
}

// keyKind is what a key is in the object that it stands in.
type keyKind struct {
	shape shape // what it says of the object, if its value is a string
	pair  pairPart
	data  bool // see isManifestData
}

func kindOf(key []byte) keyKind { return keyKind{shapeOf(key), pairPartOf(key), isManifestData(key)} }

// keyFacts is what a folded key says of its values.
type keyFacts struct {
	whole     Entity // they are replaced by it whole: see [detect.Scanner.KeyEntity]
	describes bool   // it is a schema key
	secret    bool   // see [detect.Scanner.NamesSecret]
}

// maxKeyMemo is the length in bytes of the longest key that is remembered. Keys of flattened messages have some 70.
const maxKeyMemo = 72

// ofAttribute returns what an attribute says, which is no schema key.
func (r *run) ofAttribute(key []byte) keyFacts {
	facts := r.ofKey(key).facts
	facts.describes = false
	return facts
}

// find returns the memo of key; nil where there is none.
func (m *keyMemos) find(key []byte) *keyMemo {
	two := m.slot(key)
	for i := range two {
		if two[i].is(key) {
			return &two[i]
		}
	}
	return nil
}

// room returns a memo for key to be put in.
func (m *keyMemos) room(key []byte) *keyMemo {
	m.next ^= 1
	return &m.slot(key)[m.next]
}

func (m *keyMemos) slot(key []byte) *[2]keyMemo {
	return &m.slots[maphash.Bytes(m.seed, key)%uint64(len(m.slots))]
}

func (m *keyMemo) is(key []byte) bool {
	return int(m.size) == len(key) && string(m.key[:m.size]) == string(key)
}

// ofKey returns what is known of a folded key, until the next call.
func (r *run) ofKey(key []byte) *keyMemo {
	n := len(key)
	if n == 0 || n > maxKeyMemo {
		r.longKey = keyMemo{facts: r.lookUpKey(key), kind: kindOf(key)}
		return &r.longKey
	}
	m := r.keys.find(key)
	if m == nil {
		m = r.keys.room(key)
		m.size, m.alone, m.plain = uint8(copy(m.key[:], key)), false, false
		m.facts, m.kind = r.lookUpKey(key), kindOf(key)
	}
	return m
}

// foldKey returns key in the form that the detectors read, and what is known of it, until the next call.
func (r *run) foldKey(key string) (folded []byte, known *keyMemo) {
	b := view(key)
	if n := len(b); n > 0 && n <= maxKeyMemo {
		if m := r.keys.find(b); m != nil && m.alone {
			return b, m
		}
	}
	if !needsFold(b) {
		known = r.ofKey(b)
		known.alone = true
		return b, known
	}
	l := r.take()
	l.text = fold(l.text, b, &l.offsets)
	return l.text, r.ofKey(l.text)
}

func (r *run) lookUpKey(key []byte) keyFacts {
	s := r.engine.scanner
	return keyFacts{whole: s.KeyEntity(key), describes: isSchemaKey(key), secret: s.NamesSecret(key)}
}
