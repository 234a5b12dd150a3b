package detect

// The phone detector finds three forms:
//
//   - international: a plus sign, an assigned country code and as many digits as numbers of that country have (ITU-T E.164);
//   - North American: "(415) 555-0132", "415-555-0132", "415.555.0132", "415 555-0132", with or without "1" or "001" before,
//     where area code and exchange start with 2 to 9 and are no N11 code (https://www.nanpa.com/numbering, North American
//     Numbering Plan);
//   - a code in brackets as only phone numbers have it: "(020) 7946 0958", "(11) 91234-5678", "8 (912) 345-67-89";
//   - the exit code 00 and a country code, in groups with blanks: "0044 20 7946 0958";
//   - any other run of 7 to 15 digits in groups, only beside a word such as "phone".
//
// Not a number without such a word: "956 913 4800" (a sum), "978-7-744-25665-6" (an ISBN), "1624946351" (a time).
var phone = Detector{
	Entities: []Entity{Phone},
	Numbers:  &Digits{Min: minPhone, Beside: mayBePhone}, Find: findPhone,
	// Ambiguous words ("call", "text", "contact", "number") count only right before the number, see isCalled: in traces of language
	// models they are everywhere.
	Context: phoneWords,
}

const minPhone, maxPhone = 7, 15

// mayBePhone reports whether a number may start at at, and more stands there than four, two and two digits and no more, or a plus sign
// before. findPhone refuses the others.
func mayBePhone(b []byte, at, end int) bool {
	return startsNumber(b, at) && (end-at != len("2024") || !isDate(b, at))
}

func findPhone(t *Text, at int) bool {
	if t.Place.Identifier {
		return false
	}
	n := t.number(at)
	if n.count < minPhone {
		return false
	}
	start := at
	if byteAt(t.Bytes, at-1) == '(' {
		start--
	}
	if byteAt(t.Bytes, start-1) == '+' {
		return !isAlnumAt(t.Bytes, start-2) && !isMonotonic(t.Bytes, n, start-1) && findInternational(t, n, start-1)
	}
	if !startsNumber(t.Bytes, at) {
		return false
	}
	if last := formed(t.Bytes, n); last > 0 && endsPhone(t.Bytes, n.groups[last].end) {
		return addPhone(t, start, n.groups[last].end)
	}
	return findNational(t, n, start)
}

// isMonotonic reports whether the sign at start is that of the seconds behind a time of Go, "m=+39.384575417" (package time, Time.String).
func isMonotonic(b []byte, n *numberRun, start int) bool {
	return n.gap(0) == '.' && byteAt(b, start-1) == '=' && byteAt(b, start-2) == 'm' && !isAlnumAt(b, start-3)
}

// addPhone records a number, with the extension behind it.
func addPhone(t *Text, start, end int) bool {
	end = extensionEnd(t.Bytes, end)
	return t.add(Phone, start, end, end)
}

// endsPhone reports whether a number may end before end, be it with an extension.
func endsPhone(b []byte, end int) bool { return endsNumber(b, end) || extensionEnd(b, end) > end }

// extensionEnd returns the end of an extension ("x123", ", ext. 123") behind a number that ends at end, or end.
func extensionEnd(b []byte, end int) int {
	i := end
	if byteAt(b, i) == ',' && hasPrefixFold(b[i+1:], " ext") {
		i++
	}
	if byteAt(b, i) == ' ' {
		i++
	}
	switch {
	case hasPrefixFold(b[i:], "extension"):
		i += len("extension")
	case hasPrefixFold(b[i:], "ext"):
		i += len("ext")
	case hasPrefixFold(b[i:], "x"):
		i++
	default:
		return end
	}
	for byteAt(b, i) == '.' || byteAt(b, i) == ' ' {
		i++
	}
	j := i
	for j-i < 6 && isDigitAt(b, j) {
		j++
	}
	if j == i || isAlnumAt(b, j) {
		return end
	}
	return j
}

// findInternational takes as many groups as make a number of the country. The zero of a trunk prefix in brackets, "(0)" or "(022)", does not
// count.
func findInternational(t *Text, n *numberRun, start int) bool {
	for last := n.n - 1; last >= 0; last-- {
		end := n.groups[last].end
		size, trunk := n.groups[last].from+n.size(last), 0
		for k := range last {
			if n.digits[n.groups[k].from] == '0' && byteAt(t.Bytes, n.groups[k].start-1) == '(' {
				trunk = 1
			}
		}
		if size <= maxPhone+trunk && endsPhone(t.Bytes, end) && isCallable(n.upTo(last), size-trunk) {
			return addPhone(t, start, end)
		}
	}
	return false
}

// formed returns the index of the last group of a number that needs no word, 0 if it is none.
func formed(b []byte, n *numberRun) int {
	if n.n < 2 {
		return 0
	}
	last := northAmerican(b, n)
	if last == 0 && (n.digits[0] == '0' || n.size(0) < 4) {
		if last = bracketed(b, n); last == 0 {
			last = dialled(b, n)
		}
	}
	return last
}

// northAmerican returns the index of the last group of a formatted number, 0 if it is none.
func northAmerican(b []byte, n *numberRun) int {
	k := 0
	if n.size(0) == 1 && n.digits[0] == '1' || n.size(0) == 3 && string(n.upTo(0)) == "001" {
		k = 1
	}
	if n.size(k) != 3 || n.size(k+1) != 3 || n.size(k+2) != 4 {
		return 0
	}
	first, second := n.gap(k), n.gap(k+1)
	switch {
	case inBrackets(b, n.groups[k]) && (second == '-' || second == '.' || second == ' '):
	case first == second && (first == '-' || first == '.'):
	case (first == ' ' || first == '/') && second == '-':
	default:
		return 0
	}
	from := n.groups[k].from
	if !isExchange(n.digits[from:from+3]) || !isExchange(n.digits[from+3:from+6]) {
		return 0
	}
	return k + 2
}

// isExchange reports whether d can be an area code or an exchange: 2 to 9 first, no N11.
func isExchange(d []byte) bool {
	return d[0] >= '2' && (d[1] != '1' || d[2] != '1')
}

// findNational takes as many groups as fit, if a word beside them speaks of phones. It looks at the start of a row of groups only.
func findNational(t *Text, n *numberRun, start int) bool {
	if isNumberGap(byteAt(t.Bytes, start-1)) && isDigitAt(t.Bytes, start-2) || isDatedName(t.Bytes, n) {
		return false
	}
	for last := n.n - 1; last >= 0; last-- {
		size, end := n.groups[last].from+n.size(last), n.groups[last].end
		if size > maxPhone || !endsPhone(t.Bytes, end) {
			continue
		}
		if size < minPhone || isDateOrDecimal(n, last) || n.size(0) == 4 && n.size(1) == 2 && n.startsWithDate() {
			return false
		}
		return (t.hasContext(start, end) || last > 0 && (isOfficeBehind(t.Bytes, end) || isCalled(t.Bytes, n, start))) && addPhone(t, start, end)
	}
	return false
}

// isDatedName reports whether the first group is a date in eight digits that a dash ties to a name, as in "haiku-20241022".
func isDatedName(b []byte, n *numberRun) bool {
	at := n.groups[0].start
	if n.size(0) != len("20241022") || byteAt(b, at-1) != '-' || !isAlnumAt(b, at-2) {
		return false
	}
	year := decimal(n.digits[:4])
	return year >= 1900 && year < 2100 && isDay(year, decimal(n.digits[4:6]), decimal(n.digits[6:8]))
}

// isOfficeBehind reports whether what stands behind a number in groups that ends at end, on the same line, is no more than "office", as on a
// card beside "fax" and "mobile".
func isOfficeBehind(b []byte, end int) bool {
	const label = "office"
	if c := byteAt(b, end); c != ' ' && c != '-' || !hasPrefixFold(b[end+1:], label) {
		return false
	}
	switch c := byteAt(b, end+1+len(label)); c {
	case 0, '\n', '\r', ',', ';', '\\':
		return true
	}
	return false
}

// isDateOrDecimal reports whether groups 0 to last have the form of a date, a decimal number or an IPv4 address.
func isDateOrDecimal(n *numberRun, last int) bool {
	switch last {
	case 1:
		return n.gap(0) == '.'
	case 2:
		return n.size(0) == 4 && n.size(1) == 2 && n.size(2) == 2 || n.size(0) <= 2 && n.size(1) <= 2 && n.size(2) == 4
	case 3:
		return n.gap(0) == '.' && n.gap(1) == '.' && n.gap(2) == '.'
	}
	return false
}
