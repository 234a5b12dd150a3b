package detect

// mac finds MAC addresses (IEEE 802, EUI-48): six pairs of hexadecimal digits with colons or with dashes between, or three groups of four
// with dots, as Cisco writes them. All zeros and all ones are nobody's.
//
// Not an address: part of a longer row of pairs, as in a fingerprint of a certificate, and a time.
//
// It is woken by any of the groups that has a digit, or is two of the same letter.
var mac = Detector{
	Entities: []Entity{MACAddress}, Packs: PackNetwork,
	Numbers: &Digits{First: []int{2, 4}}, TokenSizes: []int{2, 4}, Words: []string{"aa", "bb", "cc", "dd", "ee", "ff"}, Find: findMAC,
}

func findMAC(t *Text, at int) bool {
	b := t.Bytes
	for _, form := range [...]struct{ size, groups int }{{2, 6}, {4, 3}} {
		sign := byteAt(b, at+form.size)
		before := byteAt(b, at-1)
		if sign != ':' && sign != '-' && sign != '.' {
			sign = before // the last group
		}
		if (sign == '.') != (form.size == 4) || sign != ':' && sign != '-' && sign != '.' {
			continue
		}
		start := at
		for n := 1; n < form.groups && byteAt(b, start-1) == sign && isHexGroup(b, start-1-form.size, form.size); n++ {
			start -= form.size + 1
		}
		end := start
		for n := 0; n < form.groups; n++ {
			if n > 0 {
				if byteAt(b, end) != sign {
					break
				}
				end++
			}
			if !isHexGroup(b, end, form.size) {
				break
			}
			end += form.size
		}
		t.Work += end - start
		if end-start != form.groups*(form.size+1)-1 || !startsMAC(b, start, sign) || !endsMAC(b, end, sign) || isNoMAC(b[start:end]) {
			continue
		}
		return t.add(MACAddress, start, end, end)
	}
	return false
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
