package redaction

import (
	"bytes"
	"encoding/binary"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// plainMemos remembers short texts that one look has shown to hold no finding, since the same few come again and again: methods, schemes,
// names of models, roles, types.
type plainMemos [256]plainMemo

type plainMemo struct {
	text [maxPlainMemo]byte
	size uint8 // 0: free
}

// maxPlainMemo is the length in bytes of the longest text that is remembered.
const maxPlainMemo = 47

// has reports whether text is remembered.
func (m *plainMemos) has(text []byte) bool {
	if len(text) == 0 || len(text) > maxPlainMemo {
		return false
	}
	p := &m[sampled(text)%uint(len(m))]
	return int(p.size) == len(text) && string(p.text[:p.size]) == string(text)
}

// add remembers text if it is short.
func (m *plainMemos) add(text []byte) {
	if len(text) > 0 && len(text) <= maxPlainMemo {
		p := &m[sampled(text)%uint(len(m))]
		p.size = uint8(copy(p.text[:], text))
	}
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

// holdsControl reports whether a text short enough to be remembered holds a control character, which a string of JSON must not.
func holdsControl(text []byte) bool {
	return len(text) <= maxPlainMemo && bytes.ContainsFunc(text, func(r rune) bool { return r < ' ' })
}

// goesByBytes reports whether one look at the bytes of a text at p can tell that it holds no finding, but for those of rules.
func (r *run) goesByBytes(p *site) bool {
	return p.whole == detect.None && !p.secret && !r.engine.thorough
}
