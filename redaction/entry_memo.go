package redaction

import (
	"encoding/binary"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// entryMemos remembers short entries of JSON objects whose key and text are plain and hold no finding, as they are written: the roles and
// types that each message repeats. What is remembered holds at every place that says nothing of its values itself.
type entryMemos [256]entryMemo

type entryMemo struct {
	entry [maxEntryMemo]byte // from behind the opening quote of the key to the closing quote of the text
	size  uint8              // 0: free
	name  uint8              // where the text starts if it names the value beside it, else 0
	shape shape              // what it says of its object
}

const (
	// maxEntryMemo is the length in bytes of the longest entry that is remembered.
	maxEntryMemo = 62
	// entrySample is how many bytes of an entry, or behind a short one, say where it is.
	entrySample = 24
)

// memo returns the memo of the entry at the start of text, or where it would be; nil near the end of a document.
func (m *entryMemos) memo(text []byte) *entryMemo {
	if len(text) < entrySample {
		return nil
	}
	const spread = 0x9E3779B97F4A7C15
	start, middle, end := binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:]), binary.LittleEndian.Uint64(text[16:])
	return &m[((start*spread^middle)*spread^end)*spread>>56]
}

// starts reports whether text starts with the entry.
func (m *entryMemo) starts(text []byte) bool {
	return m.size > 0 && len(text) >= int(m.size) && string(text[:m.size]) == string(m.entry[:m.size])
}

// entryAt returns what is known of the entry of an object at p that is next, nil if nothing is.
func (w *walker) entryAt(p *site) *entryMemo {
	if !w.run.goesByBytes(p) {
		return nil
	}
	if m := w.run.entries.memo(w.text[w.i+1:]); m != nil && m.starts(w.text[w.i+1:]) {
		return m
	}
	return nil
}

// rememberEntry remembers the entry that started at start, has its value at value and ends where the walker is, if it is plain and short. Of
// a value that another entry may name, nothing holds elsewhere.
func (w *walker) rememberEntry(start, value int, is keyKind, child *site) {
	entry := w.text[start+1 : w.i]
	if len(entry) > maxEntryMemo || is.pair == pairValue || child.whole != detect.None || child.secret {
		return
	}
	m := w.run.entries.memo(w.text[start+1:])
	if m == nil {
		return
	}
	m.size, m.shape, m.name = uint8(copy(m.entry[:], entry)), is.shape, 0
	if is.pair == pairName {
		m.name = uint8(value - start)
	}
}
