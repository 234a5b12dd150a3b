package detect

import (
	"bytes"
	"strconv"
)

// A cut marker stands at the end of a text that a policy cut to a length, and says how long it was before, in bytes. Its grammar is exact:
//
//	…[genai: 48213 bytes]
//
// It is passed over like a placeholder.
const (
	markerStart = "…[genai: "
	markerEnd   = " bytes]"
	// maxMarkerDigits bounds the number in a marker: no value has more bytes.
	maxMarkerDigits = 10
	maxMarker       = len(markerStart) + maxMarkerDigits + len(markerEnd)
)

// AppendCutMarker appends the marker of a text that had size bytes.
func AppendCutMarker(dst []byte, size int) []byte {
	dst = append(dst, markerStart...)
	dst = strconv.AppendInt(dst, int64(size), 10)
	return append(dst, markerEnd...)
}

// CutMarker returns where the marker at the end of b starts and the size that it tells; a negative start where there is none.
func CutMarker(b []byte) (start, size int) {
	if !bytes.HasSuffix(b, []byte(markerEnd)) {
		return -1, 0
	}
	tail := max(0, len(b)-maxMarker)
	i := bytes.LastIndex(b[tail:], []byte(markerStart))
	if i < 0 {
		return -1, 0
	}
	if start = tail + i; cutMarkerEnd(b, start) != len(b) {
		return -1, 0
	}
	size, _ = strconv.Atoi(string(b[start+len(markerStart) : len(b)-len(markerEnd)]))
	return start, size
}

// cutMarkerEnd returns the offset behind the marker that starts at b[at], or at if none does.
func cutMarkerEnd(b []byte, at int) int {
	rest := b[at:]
	if len(rest) > maxMarker {
		rest = rest[:maxMarker]
	}
	digits, ok := bytes.CutPrefix(rest, []byte(markerStart))
	if !ok {
		return at
	}
	n := 0
	for n < len(digits) && n < maxMarkerDigits && is(digits[n], digit) {
		n++
	}
	if n == 0 || !bytes.HasPrefix(digits[n:], []byte(markerEnd)) {
		return at
	}
	return at + len(markerStart) + n + len(markerEnd)
}
