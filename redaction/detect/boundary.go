package detect

// startsNumber reports whether a number may start at at: not inside of a name with underscores, a decimal or a longer dashed number. A
// letter or digit cannot stand there, since a token starts.
func startsNumber(b []byte, at int) bool {
	switch byteAt(b, at-1) {
	case '_':
		return !gluedBefore(b, at)
	case '.', '-':
		return !isDigitAt(b, at-2)
	}
	return true
}

// isNoFraction reports whether what stands at at is more than the digits behind the point of a decimal number.
func isNoFraction(b []byte, at, _ int) bool { return byteAt(b, at-1) != '.' || !isDigitAt(b, at-2) }

// endsNumber reports whether a number may end before end: no letter or digit follows, nor the rest of a name with underscores, of a
// decimal or of a longer dashed number. The ".0" of a number that was read as a decimal one does not matter.
func endsNumber(b []byte, end int) bool {
	switch c := byteAt(b, end); c {
	case '_':
		return !gluedBehind(b, end)
	case '.':
		return !isDigitAt(b, end+1) || isZeroFraction(b, end)
	case '-':
		return !isDigitAt(b, end+1)
	default:
		return !is(c, alnum)
	}
}

// isZeroFraction reports whether ".0" or ".00" stands at i, and nothing that goes on behind it.
func isZeroFraction(b []byte, i int) bool {
	j := i + 1
	for j < i+3 && byteAt(b, j) == '0' {
		j++
	}
	switch c := byteAt(b, j); c {
	case '.', '-':
		return j > i+1 && !isDigitAt(b, j+1)
	default:
		return j > i+1 && !is(c, word)
	}
}

// maxEmphasis is the number of underscores that mark emphasis in Markdown: "_a_", "__a__", "___a___".
const maxEmphasis = 3

// gluedBefore reports whether underscores tie what starts at at to a letter or digit before it, as in "order_4111". Underscores with
// nothing at their far side are emphasis.
func gluedBefore(b []byte, at int) bool {
	i := at
	for at-i < maxEmphasis && byteAt(b, i-1) == '_' {
		i--
	}
	return i < at && isAlnumAt(b, i-1)
}

// gluedBehind reports whether underscores tie what ends at end to a letter or digit behind it.
func gluedBehind(b []byte, end int) bool {
	i := end
	for i-end < maxEmphasis && byteAt(b, i) == '_' {
		i++
	}
	return i > end && isAlnumAt(b, i)
}

// isUUIDBefore reports whether what ends at end is a UUID. Of a great many, some end in a number or a code that has the right check digits.
func isUUIDBefore(b []byte, end int) bool {
	start := end - len("00000000-0000-0000-0000-000000000000")
	return start >= 0 && isUUIDLike(b[start:end]) && isAll(b[start:end], hex|dash)
}
