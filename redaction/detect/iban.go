package detect

// The IBAN detector follows ISO 13616: a country code, two check digits, and an account number in the structure that the country has
// registered (SWIFT, "IBAN Registry"), with a remainder of 1 modulo 97. Groups of four may be set off by one or two blanks, dashes or dots,
// other groups, as banks print them ("IT60 X 05428 11101 000000123456"), by a blank. An IBAN in small letters is accepted, with a capital
// first, too; one in mixed case is not.
var iban = Detector{
	Entities: []Entity{IBAN}, Codes: true,
	// "DE 89 3704 …": the letters are a token of their own.
	Numbers: &Digits{Beside: followsCountry, Fit: func(first, count int) bool { return (first == 2 || first > 11) && count > 11 }},
	Find:    findIBAN,
}

// followsCountry reports whether a blank and two capitals before it stand before at.
func followsCountry(b []byte, at, _ int) bool {
	return byteAt(b, at-1) == ' ' && is(byteAt(b, at-2), upper) && is(byteAt(b, at-3), upper)
}

const (
	maxIBAN    = 34
	maxIBANGap = 2
)

func isIBANGap(c byte) bool { return c == ' ' || c == '-' || c == '.' }

func findIBAN(t *Text, at int) bool {
	b, spaced := t.Bytes, 0
	if is(b[at], digit) {
		if !followsCountry(b, at, at) || isAlnumAt(b, at-4) {
			return false
		}
		at, spaced = at-len("DE "), 1
	}
	structure := ibanStructure(b[at], b[at+1])
	if structure == "" || !isDigitAt(b, at+3+spaced) {
		return false
	}
	size := 4 + structureSize(structure)
	var compact [maxIBAN]byte
	end := compactCode(b, at, compact[:size])
	t.Work += size
	if end == 0 || isAlnumAt(b, end) || hasAnyIn(b[at:end], lower) && hasAnyIn(b[at+1:end], upper) {
		return false
	}
	if !hasStructure(compact[4:size], structure) || !mod97(compact[:size]) || isUUIDBefore(b, end) {
		return false
	}
	return t.add(IBAN, at, end, end)
}

// compactCode fills dst with letters in upper case and digits from b[at:], where maxIBANGap blanks, dashes or dots may stand after each group of
// four, and one blank anywhere, and returns where they end; 0 if there are not enough.
func compactCode(b []byte, at int, dst []byte) int {
	i := at
	for k := range dst {
		for gap := 0; k > 0 && k%4 == 0 && gap < maxIBANGap && isIBANGap(byteAt(b, i)); gap++ {
			i++
		}
		if k > 0 && k%4 != 0 && byteAt(b, i) == ' ' {
			i++
		}
		c := byteAt(b, i)
		if !is(c, alnum) {
			return 0
		}
		if is(c, lower) {
			c &^= 0x20
		}
		dst[k] = c
		i++
	}
	return i
}

// structureSize returns the number of characters that a structure such as "4a14n" stands for.
func structureSize(structure string) int {
	size, n := 0, 0
	for i := range len(structure) {
		if c := structure[i]; is(c, digit) {
			n = n*10 + int(c-'0')
		} else {
			size, n = size+n, 0
		}
	}
	return size
}

// hasStructure reports whether account has a structure: n digits, a letters, c digits or letters.
func hasStructure(account []byte, structure string) bool {
	n, k := 0, 0
	for i := range len(structure) {
		c := structure[i]
		if is(c, digit) {
			n = n*10 + int(c-'0')
			continue
		}
		set := alnum
		switch c {
		case 'n':
			set = digit
		case 'a':
			set = letter
		}
		for ; n > 0; n-- {
			if k >= len(account) || !is(account[k], set) {
				return false
			}
			k++
		}
	}
	return k == len(account)
}

// mod97 reports whether code, in upper case, has the remainder 1 modulo 97 (ISO 7064) once its first four characters are moved to
// the end.
func mod97(code []byte) bool {
	remainder := 0
	for i := range code {
		c := code[(i+4)%len(code)]
		if is(c, digit) {
			remainder = (remainder*10 + int(c-'0')) % 97
		} else {
			remainder = (remainder*100 + int(c-'A') + 10) % 97
		}
	}
	return remainder == 1
}

// ibanStructure returns the structure of the account numbers of a country, "" if the code is not registered.
func ibanStructure(first, second byte) string {
	return ibanStructures[[2]byte{first &^ 0x20, second &^ 0x20}]
}

var ibanStructures = map[[2]byte]string{
	{'A', 'D'}: "8n12c", {'A', 'E'}: "19n", {'A', 'L'}: "8n16c", {'A', 'T'}: "16n", {'A', 'Z'}: "4a20c",
	{'B', 'A'}: "16n", {'B', 'E'}: "12n", {'B', 'G'}: "4a6n8c", {'B', 'H'}: "4a14c", {'B', 'I'}: "23n",
	{'B', 'R'}: "23n1a1c", {'B', 'Y'}: "4c4n16c", {'C', 'H'}: "5n12c", {'C', 'R'}: "18n", {'C', 'Y'}: "8n16c",
	{'C', 'Z'}: "20n", {'D', 'E'}: "18n", {'D', 'J'}: "23n", {'D', 'K'}: "14n", {'D', 'O'}: "4c20n",
	{'E', 'E'}: "16n", {'E', 'G'}: "25n", {'E', 'S'}: "20n", {'F', 'I'}: "14n", {'F', 'K'}: "2a12n",
	{'F', 'O'}: "14n", {'F', 'R'}: "10n11c2n", {'G', 'B'}: "4a14n", {'G', 'E'}: "2a16n", {'G', 'I'}: "4a15c",
	{'G', 'L'}: "14n", {'G', 'R'}: "7n16c", {'G', 'T'}: "4c20c", {'H', 'N'}: "4a20n", {'H', 'R'}: "17n",
	{'H', 'U'}: "24n", {'I', 'E'}: "4a14n", {'I', 'L'}: "19n", {'I', 'Q'}: "4a15n", {'I', 'S'}: "22n",
	{'I', 'T'}: "1a10n12c", {'J', 'O'}: "4a4n18c", {'K', 'W'}: "4a22c", {'K', 'Z'}: "3n13c", {'L', 'B'}: "4n20c",
	{'L', 'C'}: "4a24c", {'L', 'I'}: "5n12c", {'L', 'T'}: "16n", {'L', 'U'}: "3n13c", {'L', 'V'}: "4a13c",
	{'L', 'Y'}: "21n", {'M', 'C'}: "10n11c2n", {'M', 'D'}: "2c18c", {'M', 'E'}: "18n", {'M', 'K'}: "3n10c2n",
	{'M', 'N'}: "16n", {'M', 'R'}: "23n", {'M', 'T'}: "4a5n18c", {'M', 'U'}: "4a19n3a", {'N', 'I'}: "4a20n",
	{'N', 'L'}: "4a10n", {'N', 'O'}: "11n", {'O', 'M'}: "3n16c", {'P', 'K'}: "4a16c", {'P', 'L'}: "24n",
	{'P', 'S'}: "4a21c", {'P', 'T'}: "21n", {'Q', 'A'}: "4a21c", {'R', 'O'}: "4a16c", {'R', 'S'}: "18n",
	{'R', 'U'}: "14n15c", {'S', 'A'}: "2n18c", {'S', 'C'}: "4a20n3a", {'S', 'D'}: "14n", {'S', 'E'}: "20n",
	{'S', 'I'}: "15n", {'S', 'K'}: "20n", {'S', 'M'}: "1a10n12c", {'S', 'O'}: "19n", {'S', 'T'}: "21n",
	{'S', 'V'}: "4a20n", {'T', 'L'}: "19n", {'T', 'N'}: "20n", {'T', 'R'}: "6n16c", {'U', 'A'}: "6n19c",
	{'V', 'A'}: "18n", {'V', 'G'}: "4a16n", {'X', 'K'}: "16n", {'Y', 'E'}: "4a4n18c",
}
