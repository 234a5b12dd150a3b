package detect

// mac finds MAC addresses (IEEE 802, EUI-48): six pairs of hexadecimal digits with colons or with dashes between, or three groups of four
// with dots, as Cisco writes them. All zeros and all ones are nobody's.
//
// Not an address: part of a longer row of pairs, as in a fingerprint of a certificate, and a time.
var mac = Detector{
	Entities: []Entity{MACAddress}, Packs: PackNetwork,
	Bytes: ":-.", Next: isHexDigit, Near: isInMAC, Find: findMAC,
}

func isHexDigit(c byte) bool { return is(c, hex) }

// macForm returns the form of addresses with the given separators.
func macForm(sign byte) (size, groups int) {
	if sign == '.' {
		return 4, 3
	}
	return 2, 6
}

// isInMAC reports whether the separator at at has another one at the right distance behind it, digits between and before, and no digit
// more.
func isInMAC(b []byte, at int) bool {
	size, _ := macForm(b[at])
	return byteAt(b, at+size+1) == b[at] && isHexGroup(b, at+1, size) && isHexGroup(b, at-size, size) && !isDigitAt(b, at-size-1)
}

// findMAC looks at the first of the separators.
func findMAC(t *Text, at int) bool {
	b, sign := t.Bytes, t.Bytes[at]
	if !isInMAC(b, at) {
		return false
	}
	size, groups := macForm(sign)
	start := at - size
	end := start
	for n := range groups {
		if n > 0 && byteAt(b, end-1) != sign || !isHexGroup(b, end, size) {
			return false
		}
		end += size + 1
	}
	end--
	t.Work += end - start
	if !startsMAC(b, start, sign) || !endsMAC(b, end, sign) || isNoMAC(b[start:end]) {
		return false
	}
	return t.add(MACAddress, start, end, end)
}

// isHexGroup reports whether size hexadecimal digits stand at i.
func isHexGroup(b []byte, i, size int) bool {
	if i < 0 || i+size > len(b) {
		return false
	}
	for _, c := range b[i : i+size] {
		if !is(c, hex) {
			return false
		}
	}
	return true
}

// startsMAC reports whether an address with the given separators may start at at.
func startsMAC(b []byte, at int, sign byte) bool {
	c := byteAt(b, at-1)
	return !is(c, word) && (c != sign || !isAlnumAt(b, at-2))
}

// endsMAC reports whether an address with the given separators may end before end.
func endsMAC(b []byte, end int, sign byte) bool {
	c := byteAt(b, end)
	return !is(c, word) && (c != sign || !isAlnumAt(b, end+1))
}

// isNoMAC reports whether all digits of address are 0, or all are F.
func isNoMAC(address []byte) bool {
	zeros, ones := true, true
	for _, c := range address {
		if is(c, hex) {
			zeros = zeros && c == '0'
			ones = ones && lowerByte(c) == 'f'
		}
	}
	return zeros || ones
}
