package detect

// The detectors ssn and itin find US Social Security Numbers and Individual Taxpayer Identification Numbers: nine digits in groups of 3, 2
// and 4, dashed or dotted, or spaced where no other numbers stand beside them, or in one run, or with other signs between the groups, beside
// a word such as "SSN".
// Numbers never issued are left out: SSNs with area 000, 666 or 900-999, group 00 or serial 0000
// (https://www.ssa.gov/employer/randomization.html); ITINs start with 9 and have a group of 50-65, 70-88, 90-92 or 94-99
// (https://www.irs.gov/tin/itin, Internal Revenue Manual 3.21.263).
var (
	ssn = Detector{
		Entities: []Entity{SSN},
		Numbers:  taxpayerDigits, Find: findSSN,
		Context: []string{
			"ssn", "ssns", "socialsecurity", "socialsecuritynumber", "taxid", "taxpayer", "social security", "social sec",
			"social number", "social no", "my social", "his social", "her social", "your social", "seguro social", "tax id",
			"tax number",
		},
	}
	itin = Detector{
		Entities: []Entity{ITIN},
		Numbers:  taxpayerDigits, Find: findITIN,
		Context: []string{"ssn", "itin", "tin", "taxid", "taxpayer", "tax id", "tax number"},
	}
	taxpayerDigits = &Digits{First: []int{3, 9}, Min: 9}
)

func findSSN(t *Text, at int) bool { return findTaxpayer(t, at, SSN, isSSN) }

func findITIN(t *Text, at int) bool { return findTaxpayer(t, at, ITIN, isITIN) }

func findTaxpayer(t *Text, at int, e Entity, valid func(digits []byte) bool) bool {
	if t.Place.Identifier {
		return false
	}
	n := t.number(at)
	last, named := 0, false
	switch {
	case n.size(0) == 9:
		named = true
	case n.shape("-. ", 3, 2, 4):
		last = 2
	case n.size(0) == 3 && n.size(1) == 2 && n.size(2) == 4:
		last, named = 2, true
	default:
		return false
	}
	end := n.groups[last].end
	if !valid(n.upTo(last)) || !startsNumber(t.Bytes, at) || !endsNumber(t.Bytes, end) {
		return false
	}
	if named && !t.hasContext(at, end) || !named && n.gap(0) == ' ' && !standsAlone(t.Bytes, at, end) {
		return false
	}
	return t.add(e, at, end, end)
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
