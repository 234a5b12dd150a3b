package redaction

import "bytes"

// Quoted-printable (RFC 2045, section 6.7): "=40" for an at sign, and an equals sign at the end of a line that goes on in the next. Base64 is
// padded with equals signs, too, and as the value of a setting ends its line: see [isPadding].

// isQuotedPrintable reports whether b shows that it is quoted-printable: by an equals sign or an at sign that is encoded, by two encoded
// bytes in a row, or by a line that goes on in the next.
func isQuotedPrintable(b []byte) bool {
	for i := 0; ; i++ {
		next := bytes.IndexByte(b[i:], '=')
		if next < 0 {
			return false
		}
		i += next
		size, r := quotedUnit(b, i)
		if size == 0 {
			continue
		}
		end := i + size
		if r == nothing || r == '=' || r == '@' && end < len(b) && isLetter(b[end]) {
			return true
		}
		if second, _ := quotedByte(b[end:]); second > 0 {
			return true
		}
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// quotedUnit returns the length of the encoded character or the soft line break at i, and the character; 0 if there is none.
func quotedUnit(b []byte, i int) (int, rune) {
	if size := softBreak(b, i); size > 0 {
		return size, nothing
	}
	return encodedRune(b[i:], quotedByte)
}

// softBreak returns the length of the equals sign at i and of the line end behind it, 0 if there is none or the equals sign is padding.
func softBreak(b []byte, i int) int {
	end := i + 1
	if end < len(b) && b[end] == '\r' {
		end++
	}
	if end >= len(b) || b[end] != '\n' || isPadding(b[:i+1]) && startsSetting(b[end+1:]) {
		return 0
	}
	return end + 1 - i
}

// isPadding reports whether the equals signs at the end of b complete groups of four characters of base64 (RFC 4648, section 4), two groups
// or more: one that is padded holds two bytes, which are no secret. Where a setting stands on the next line, the value of this one ends here,
// and no line of quoted-printable goes on.
func isPadding(b []byte) bool {
	const most, group = 2, 4
	end := len(b)
	for end > 0 && b[end-1] == '=' {
		end--
	}
	start := end
	for start > 0 && isBase64(b[start-1]) {
		start--
	}
	size := len(b) - start
	return len(b)-end <= most && size%group == 0 && size >= 2*group
}

// isBase64 reports whether c is of the alphabet of base64 or of that for URLs.
func isBase64(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '+' || c == '/' || c == '-' || c == '_'
}

// startsSetting reports whether the line at the start of b is a setting, indented or not: "DB_HOST=localhost", "export DB_HOST=localhost",
// "kind: Secret".
func startsSetting(b []byte) bool {
	const longest = 64
	indent := 0
	for indent < len(b) && indent < longest && (b[indent] == ' ' || b[indent] == '\t') {
		indent++
	}
	b = bytes.TrimPrefix(b[indent:], []byte("export "))
	n := 0
	for n < len(b) && n < longest && (isLetter(b[n]) || isDigit(b[n]) || b[n] == '_' || b[n] == '-' || b[n] == '.') {
		n++
	}
	if n == 0 || n == len(b) {
		return false
	}
	behind := byte('\n')
	if n+1 < len(b) {
		behind = b[n+1]
	}
	switch b[n] {
	case ':':
		return behind == ' ' || behind == '\t' || behind == '\r' || behind == '\n'
	case '=': // of base64 that goes on, an equals sign or a line end follows
		return behind != '=' && behind != '\r' && behind != '\n'
	}
	return false
}

// quotedByte returns the length of "=40", in capitals, at the start of b, and the byte that it stands for.
func quotedByte(b []byte) (int, byte) {
	if len(b) < 3 || b[0] != '=' || !isHex(b[1:3]) || isLetter(b[1]) && b[1] >= 'a' || isLetter(b[2]) && b[2] >= 'a' {
		return 0, 0
	}
	return 3, byte(hexRune(b[1:3]))
}
