package detect

// The postcode detector finds postcodes of the United Kingdom beside a context word: an area of one or two letters, a district of a digit
// and perhaps another or a letter, a blank or none, a digit and two letters. Some letters stand in some places only: no Q, V or X first,
// no I, J or Z second, A-H J K P S T U W after a single letter and a digit, A B E H M N P R V W X Y after two letters and a digit, no C I
// K M O V in the last two (https://studylib.net/doc/18359331/postcode-format, of Royal Mail, and
// http://linkbuildingexperts.co.uk/help/what-can-i-do/forms/advanced/validation/postcode-validation.html, read 2026-11).
var ukPostcode = Detector{
	Entities: []Entity{UKPostcode}, Packs: PackUK,
	TokenSizes: []int{2, 3, 4, 5, 6, 7},
	Context: []string{
		"postcode", "postcodes", "post code", "postalcode", "postal code", "postal", "zip", "zipcode", "address", "addresses", "addr",
	},
	Find: findPostcode,
}

const (
	inwardCode  = 3 // bytes
	maxOutward  = 4
	minPostcode = 5
)

func findPostcode(t *Text, at int) bool {
	b := t.Bytes
	if !is(b[at], letter) {
		// "GIR 0AA", of a bank that was, has no digit in its first half.
		at -= len("gir ")
		if at < 0 || isAlnumAt(b, at-1) || !hasPrefixFold(b[at:], "gir 0aa") {
			return false
		}
	}
	first := t.runEndWithin(at, maxOutward+inwardCode+1, alnum)
	outward, inward := first-inwardCode, first-inwardCode
	if byteAt(b, first) == ' ' && first-at <= maxOutward {
		outward, inward = first, first+1
	}
	end := inward + inwardCode
	if end-at < minPostcode || end > len(b) || outward-at > maxOutward || !isInward(b[inward:end]) || !isOutward(b[at:outward]) {
		return false
	}
	if !startsNumber(b, at) || !endsNumber(b, end) || !t.hasContext(at, end) {
		return false
	}
	return t.add(UKPostcode, at, end, end)
}

// isInward reports whether b is a digit and two letters of those in use, in any case.
func isInward(b []byte) bool { return is(b[0], digit) && isInwardLetter(b[1]) && isInwardLetter(b[2]) }

func isInwardLetter(c byte) bool {
	if !is(c, letter) {
		return false
	}
	switch c &^ 0x20 {
	case 'C', 'I', 'K', 'M', 'O', 'V':
		return false
	}
	return true
}

// isOutward reports whether b is an area and a district, in any case.
func isOutward(b []byte) bool {
	if len(b) < 2 {
		return false
	}
	if len(b) == len("gir") && hasPrefixFold(b, "gir") {
		return true // GIR 0AA, of a bank that was
	}
	switch b[0] &^ 0x20 {
	case 'Q', 'V', 'X':
		return false
	}
	rest := b[1:]
	after := "ABCDEFGHJKPSTUW"
	if is(rest[0], letter) {
		switch rest[0] &^ 0x20 {
		case 'I', 'J', 'Z':
			return false
		}
		rest, after = rest[1:], "ABEHMNPRVWXY"
	}
	if len(rest) == 0 || len(rest) > 2 || !is(rest[0], digit) {
		return false
	}
	return len(rest) == 1 || is(rest[1], digit) || is(rest[1], letter) && containsByte(after, rest[1]&^0x20)
}
