package detect

// inBrackets reports whether round brackets stand around g.
func inBrackets(b []byte, g digitGroup) bool {
	return byteAt(b, g.start-1) == '(' && byteAt(b, g.end) == ')'
}

// bracketed returns the index of the last group of a number whose code stands in brackets, in a form that little else has; 0 if it is none:
//
//   - a code with a trunk zero, nine to eleven digits together: "(020) 7946 0958", "(02) 9876 5432", "(0664) 123456";
//   - a Brazilian mobile number, "(11) 91234-5678";
//   - three, three, two and two digits as in Russia and Türkiye, with or without the 8 or 7 of Russia before: "8 (912) 345-67-89".
//
// Not a number: "(01) 2024-05-12" (a date in a list), "(012) 345 678" (digits in threes), "(11) 2019-2020" (years,
// pages), "(01) 09501101530003" (GS1 article number).
func bracketed(b []byte, n *numberRun) int {
	if n.size(0) == 1 && (n.digits[0] == '8' || n.digits[0] == '7') {
		return russian(b, n, 1)
	}
	if !inBrackets(b, n.groups[0]) || isAlnumAt(b, n.groups[0].start-2) {
		return 0
	}
	if n.digits[0] == '0' && n.digits[1] != '0' {
		return trunked(b, n)
	}
	if n.size(0) == 2 && n.size(1) == 5 && n.size(2) == 4 && n.digits[1] != '0' && n.digits[2] == '9' && n.gap(1) == '-' {
		return 2
	}
	return russian(b, n, 0)
}

// russian is bracketed for a code of three digits in group k. No code starts with 1, and none of Russia and Kazakhstan with 2, 5 or 6.
func russian(b []byte, n *numberRun, k int) int {
	if c := n.digits[n.groups[k].from]; c < '2' || k > 0 && (c == '2' || c == '5' || c == '6') {
		return 0
	}
	if n.size(k) != 3 || n.size(k+1) != 3 || n.size(k+2) != 2 || n.size(k+3) != 2 || !inBrackets(b, n.groups[k]) {
		return 0
	}
	if n.gap(k+1) != n.gap(k+2) || n.gap(k+1) != '-' && n.gap(k+1) != ' ' {
		return 0
	}
	return k + 3
}

// trunked is bracketed for a code that starts with a trunk zero.
func trunked(b []byte, n *numberRun) int {
	size := n.size(0)
	if size < 2 || size > 5 || n.n < 2 || n.groups[1].start-n.groups[0].end > 2 {
		return 0
	}
	last := 1
	for last+1 < n.n && (n.gap(last) == ' ' || n.gap(last) == '-') {
		last++
	}
	if digits := len(n.upTo(last)); digits < 9 || digits > 11 || n.size(last) == 1 {
		return 0
	}
	isDate := n.size(1) == 4 && n.size(2) == 2 && n.size(3) == 2
	isPoint := size == 2 && last != 2 && n.groups[1].start-n.groups[0].end > 1 // of a list
	if isDate || isPoint || last == 2 && size == 3 && n.size(1) == 3 && n.size(2) == 3 {
		return 0
	}
	return last
}

// dialled returns the index of the last group of an international number with the exit code 00, with blanks between its groups; 0 if it is
// none. Zeros that fill groups up to four digits look like it, and so do the dashed codes of drugs and lines of hexadecimal dumps, behind whose
// address comes a zero in a pair or four, or pairs without an end. Many write the zero of a code that they should leave: "0049 030 901820".
func dialled(b []byte, n *numberRun) int {
	const exit = len("00")
	if n.digits[0] != '0' || n.digits[1] != '0' || n.size(0) <= exit || n.size(0) > exit+3 ||
		isNumberGap(byteAt(b, n.at-1)) && isDigitAt(b, n.at-2) {
		return 0
	}
	code := codeLength(n.digits[exit:])
	if code != n.size(0)-exit || n.digits[exit+code] == '0' && n.size(1)%2 == 0 && !keepsZero(n.digits[exit:exit+code]) {
		return 0
	}
	last, fours := 0, n.size(0) == 4
	for last+1 < n.n && n.gap(last) == ' ' {
		last++
	}
	for ; last > 0; last-- {
		digits := n.upTo(last)[exit:]
		if len(digits)-code < 8 || len(digits) > maxPhone || !isCallable(digits, len(digits)) {
			continue
		}
		for k := 1; k < last; k++ {
			fours = fours && n.size(k) == 4
		}
		if fours && n.size(last) <= 4 || isDumped(b, n, last) {
			return 0
		}
		return last
	}
	return 0
}

// keepsZero reports whether national numbers behind the country code may start with a zero: in Italy, San Marino, the Ivory Coast, Congo and
// Gabon.
func keepsZero(code []byte) bool {
	switch string(code) {
	case "39", "225", "241", "242", "378":
		return true
	}
	return false
}

// isDumped reports whether all groups behind the first one, up to last, are pairs, and another pair of hexadecimal digits follows.
func isDumped(b []byte, n *numberRun, last int) bool {
	for k := 1; k <= last; k++ {
		if n.size(k) != 2 {
			return false
		}
	}
	end := n.groups[last].end
	return byteAt(b, end) == ' ' && is(byteAt(b, end+1), hex) && is(byteAt(b, end+2), hex) && !isAlnumAt(b, end+3)
}

// isCalled reports whether the groups of n are written as phone numbers are, and the word right before start asks for a call ("Call 020 7946
// 0958") or labels them ("Office: 020 7946 0958"). It is for words that speak of much else, too.
func isCalled(b []byte, n *numberRun, start int) bool {
	if byteAt(b, start) != '0' {
		return n.n == 3 && n.shape(" ", 3, 3, 4) && isExchange(n.digits[:3]) && isExchange(n.digits[3:6]) && isLabelled(b, start, false)
	}
	return isSpacedNational(n) && isLabelled(b, start, true)
}

// isSpacedNational reports whether n has a trunk zero, nine to eleven digits, and blanks between its groups, behind the first a dash or slash,
// too; and is no date, no groups of three digits only, and no pairs that count ("01 02 03 04 05").
func isSpacedNational(n *numberRun) bool {
	for k := range n.n - 1 {
		if c := n.gap(k); c != ' ' && (k > 0 || n.n < 3 || c != '-' && c != '/') {
			return false
		}
	}
	if n.n < 2 || n.size(0) < 2 || n.count < 9 || n.count > 11 || n.digits[0] != '0' || n.digits[1] == '0' || n.startsWithDate() {
		return false
	}
	threes, counts := true, true
	for k := range n.n {
		threes = threes && n.size(k) == 3
		counts = counts && n.size(k) == 2 && (k == 0 || decimal(n.digits[2*k:2*k+2]) == decimal(n.digits[2*k-2:2*k])+1)
	}
	return !threes && !counts
}

// isLabelled reports whether a label and a colon stand right before at, or one of callWords that starts a sentence.
func isLabelled(b []byte, at int, labels bool) bool {
	const gap = len(":** `")
	i, colon := at, false
	for i > 0 && at-i < gap && (b[i-1] == ' ' || b[i-1] == ':' || b[i-1] == '*' || b[i-1] == '`') {
		i--
		colon = colon || b[i] == ':'
	}
	j := i
	for j > 0 && i-j <= maxLabelWord && is(b[j-1], letter) {
		j--
	}
	if j == i || j > 0 && classes[b[j-1]]&(word|highByte) != 0 {
		return false
	}
	if colon && labels && isOneOf(b[j:i], labelWords) {
		return true
	}
	k := j
	for k > 0 && is(b[k-1], blank) {
		k--
	}
	return i < at && (k == 0 || classes[b[k-1]]&(word|highByte) == 0) && isOneOf(b[j:i], callWords)
}

const maxLabelWord = 10

// labelWords and callWords are in lower case.
var (
	labelWords = []string{
		"office", "desk", "home", "work", "direct", "line", "free", "contact", "contacts", "t", "m", "p",
		"portable", "fixe", "fijo", "fisso", "fixo", "kontakt", "contacto", "contatto", "contato", "kom", "gsm", "cep", "hp", "wa",
	}
	callWords = []string{"call", "ring", "contact"}
)
