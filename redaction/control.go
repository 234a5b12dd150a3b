package redaction

import "bytes"

// Controls that are shown as nothing, in colours of terminals and in text of two bytes a character.

const escape = 0x1B

// maxControl is the length in bytes above which a control sequence is none: real ones have up to some twenty.
const maxControl = 64

// sequenceLen returns the length of what belongs to the escape character before b (ECMA-48, section 5.4; charsets by ISO/IEC 2022): 0 if
// nothing does. Of an operating system command, which holds text such as the address of a link, only the start belongs to it.
func sequenceLen(b []byte) int {
	if len(b) == 0 {
		return 0
	}
	switch b[0] {
	case '[':
		return controlLen(b)
	case ']':
		n := 1
		for n < len(b) && n < 5 && isDigit(b[n]) {
			n++
		}
		for n < len(b) && n < 8 && b[n] == ';' {
			n++
		}
		return n
	case '\\': // the end of a command
		return 1
	case '(', ')':
		if len(b) > 1 {
			return 2
		}
	}
	return 0
}

// controlLen returns the length of the sequence of parameters, intermediate bytes and a final byte behind "[", with it; 0 if it is none.
func controlLen(b []byte) int {
	n := 1
	for n < len(b) && n < maxControl && b[n] >= 0x30 && b[n] <= 0x3F {
		n++
	}
	for n < len(b) && n < maxControl && b[n] >= 0x20 && b[n] <= 0x2F {
		n++
	}
	if n == len(b) || b[n] < 0x40 || b[n] > 0x7E {
		return 0
	}
	return n + 1
}

// isInterleaved reports whether the NUL written as text[i:i+size] stands between others of its kind with one byte between, as in text in
// UTF-16 that is read byte by byte. Other NULs separate.
func isInterleaved(text []byte, i, size int) bool {
	unit := text[i : i+size]
	next, previous := i+size+1, i-size-1
	return next+size <= len(text) && bytes.Equal(text[next:next+size], unit) ||
		previous >= 0 && bytes.Equal(text[previous:previous+size], unit)
}
