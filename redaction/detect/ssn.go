package detect

// The taxpayer detector finds US Social Security Numbers and Individual Taxpayer Identification Numbers: nine digits in groups of 3, 2
// and 4, dashed or dotted, or spaced where no other numbers stand beside them, or in one run beside a word such as "SSN".
// Numbers never issued are left out: SSNs with area 000, 666 or 900-999, group 00 or serial 0000
// (https://www.ssa.gov/employer/randomization.html); ITINs start with 9 and have a group of 50-65, 70-88, 90-92 or 94-99
// (https://www.irs.gov/tin/itin, Internal Revenue Manual 3.21.263).
var taxpayer = Detector{Numbers: true, Find: findTaxpayer}

func findTaxpayer(t *Text, at int) bool {
	if t.Place.Identifier {
		return false
	}
	n := t.number(at)
	switch {
	case n.size(0) == 9:
		return findPlainTaxpayer(t, n)
	case n.shape("-. ", 3, 2, 4):
	default:
		return false
	}
	end := n.groups[2].end
	if !startsNumber(t.Bytes, at) || !endsNumber(t.Bytes, end) || n.gap(0) == ' ' && !standsAlone(t.Bytes, at, end) {
		return false
	}
	switch digits := n.upTo(2); {
	case isSSN(digits):
		return t.add(SSN, at, end, end)
	case isITIN(digits):
		return t.add(ITIN, at, end, end)
	}
	return false
}

func findPlainTaxpayer(t *Text, n *numberRun) bool {
	g := n.groups[0]
	if !startsNumber(t.Bytes, g.start) || !endsNumber(t.Bytes, g.end) {
		return false
	}
	digits := n.upTo(0)
	ssn, itin := isSSN(digits), isITIN(digits)
	if !ssn && !itin {
		return false
	}
	about := t.contextOf(g.start, g.end)
	switch {
	case ssn && about&aboutSSN != 0:
		return t.add(SSN, g.start, g.end, g.end)
	case itin && about&aboutITIN != 0:
		return t.add(ITIN, g.start, g.end, g.end)
	}
	return false
}

// standsAlone reports whether no digit, table rule or operator stands beside [start, end) with blanks between: three spaced groups
// in a row of numbers are no identifier.
func standsAlone(b []byte, start, end int) bool {
	i := start - 1
	for i >= 0 && start-i < contextAfter && is(b[i], blank) {
		i--
	}
	j := end
	for j < len(b) && j-end < contextAfter && is(b[j], blank) {
		j++
	}
	return !isTableSign(byteAt(b, i)) && !isTableSign(byteAt(b, j))
}

func isTableSign(c byte) bool {
	switch c {
	case '|', '=', '+', '*', '/', '[', ']':
		return true
	}
	return is(c, digit)
}

func isSSN(d []byte) bool {
	area, group, serial := string(d[:3]), string(d[3:5]), string(d[5:9])
	return area != "000" && area != "666" && area[0] != '9' && group != "00" && serial != "0000"
}

func isITIN(d []byte) bool {
	group := int(d[3]-'0')*10 + int(d[4]-'0')
	return d[0] == '9' && (group >= 50 && group <= 65 || group >= 70 && group <= 88 || group >= 90 && group != 93)
}
