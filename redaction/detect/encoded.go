package detect

// A text that may be encoded (percent-encoding, character references, quoted-printable, colours without their escape character) is read
// another time, decoded, so [Scanner.skim] must not pass over what shows it.

// unitStarts are the first bytes of encoded units.
const unitStarts = "%&=["

// startsUnit reports whether an encoded unit may start with the two bytes.
func startsUnit(c, next byte) bool {
	switch c {
	case '%':
		return is(next, hex)
	case '&':
		return next == '#' || is(next, letter)
	case '=':
		return is(next, lineEnd) || next == '\\' || isCapitalHex(next)
	case '[':
		return is(next, digit)
	}
	return false
}

// isUnit looks at the bytes behind the two at at with which a unit may start.
func isUnit(b []byte, at int) bool {
	switch b[at] {
	case '&':
		const longest = 24
		i := at + 1
		for i < at+longest && isLetterAt(b, i) {
			i++
		}
		return b[at+1] == '#' || byteAt(b, i) == ';'
	case '=':
		third := byteAt(b, at+2)
		switch first := b[at+1]; {
		case is(first, lineEnd), first == '\\' && (third == 'n' || third == 'r'):
			return true
		case first == '\\' || !isCapitalHex(third):
			return false
		default: // a value, unless it is a sign that is always encoded, or one of several
			return byteAt(b, at+3) == '=' || first == '3' && third == 'D' || first == '4' && third == '0' && isLetterAt(b, at+3)
		}
	case '[':
		const longest = 24
		i := at + 1
		for i < at+longest && (isDigitAt(b, i) || byteAt(b, i) == ';') {
			i++
		}
		return byteAt(b, i) == 'm'
	}
	return true
}

func isCapitalHex(c byte) bool { return is(c, digit) || is(c, hexLetter) && is(c, upper) }
