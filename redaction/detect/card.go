package detect

// The card detector accepts primary account numbers by ISO/IEC 7812: 12 to 19 digits of a known issuer range with a valid Luhn
// check digit, in one run or grouped as on cards (4-4-4-4, 4-4-4-4-3, 4-6-5, 4-6-4, 8-8). One in ten of all numbers has that check digit, and
// many identifiers are 12, 13 or 17 to 19 digits long or start as the cards of wide ranges do, so that runs of these need a word such as
// "card" beside them; with it, any issuer will do. Of random 16-digit numbers without a word 2.3 % pass, two thirds of them as Visa or
// Mastercard of the 5 series.
// Issuer ranges are the public ones of the networks' own documents, as collected at
// https://en.wikipedia.org/wiki/Payment_card_number.
var card = Detector{
	Entities: []Entity{CreditCard},
	Numbers:  &Digits{Min: minCard}, Find: findCard,
	Context: []string{
		"card", "cards", "cardnumber", "cardno", "creditcard", "debitcard", "cc", "ccnumber", "visa", "mastercard", "amex", "maestro", "jcb",
		"diners", "unionpay", "rupay", "cvv", "cvc", "kreditkarte", "tarjeta", "carte", "cartão", "discover card", "pan number",
	},
}

const minCard, maxCard = 12, 19

func findCard(t *Text, at int) bool {
	if t.Place.Identifier {
		return false
	}
	n := t.number(at)
	if n.count < minCard {
		return false
	}
	if size := n.size(0); size >= minCard {
		return findPlainCard(t, n, size)
	}
	last := groupedCard(n)
	if last == 0 {
		return false
	}
	end := n.groups[last].end
	if !startsNumber(t.Bytes, at) || !endsNumber(t.Bytes, end) && !endsCard(n, last) || !isCard(n.upTo(last)) {
		return false
	}
	return t.add(CreditCard, at, end, end)
}

// findPlainCard looks at the first group, of size digits, alone. Other numbers may stand before and after it with a dash.
func findPlainCard(t *Text, n *numberRun, size int) bool {
	g := n.groups[0]
	if size > maxCard || !luhn(n.upTo(0)) || gluedBefore(t.Bytes, g.start) || isDecimal(t.Bytes, g) || isAlnumAt(t.Bytes, g.end) ||
		gluedBehind(t.Bytes, g.end) {
		return false
	}
	if size == 14 && isTimestamp(n.upTo(0)) || size == 12 && isUUIDNode(t.Bytes, g.start) {
		return false
	}
	if (size < 14 || size > 16 || !isIssued(n.upTo(0), issuerRanges)) && !t.hasContext(g.start, g.end) {
		return false
	}
	return t.add(CreditCard, g.start, g.end, g.end)
}

// isTimestamp reports whether 14 digits are a date and a time of this or the last century, as in versions and file names. No issuer has
// numbers of 14 digits that start so.
func isTimestamp(d []byte) bool {
	century, month, day, hour := string(d[:2]), string(d[4:6]), string(d[6:8]), string(d[8:10])
	return (century == "19" || century == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31" && hour <= "23"
}

// endsCard reports whether a dash and a group of two or three digits follow group last: the month of expiry, a verification code.
func endsCard(n *numberRun, last int) bool {
	size := n.size(last + 1)
	return n.gap(last) == '-' && (size == 2 || size == 3) && endsNumber(n.text, n.groups[last+1].end)
}

// isDecimal reports whether g is the whole or the fractional part of a decimal number that is no integer.
func isDecimal(b []byte, g digitGroup) bool {
	return byteAt(b, g.start-1) == '.' && isDigitAt(b, g.start-2) || byteAt(b, g.end) == '.' && isDigitAt(b, g.end+1) && !isZeroFraction(b, g.end)
}

// groupedCard returns the index of the last group of a number grouped as on a card, 0 if it is not grouped so.
func groupedCard(n *numberRun) int {
	const dots = "."
	switch {
	case (n.loose(4, 4, 4, 4, 3) || n.shape(dots, 4, 4, 4, 4, 3)) && isCard(n.upTo(4)):
		return 4
	case n.loose(4, 4, 4, 4), n.shape(dots, 4, 4, 4, 4):
		return 3
	case n.loose(4, 6, 5), n.loose(4, 6, 4), n.shape(dots, 4, 6, 5), n.shape(dots, 4, 6, 4):
		return 2
	case n.loose(8, 8), n.shape(dots, 8, 8):
		return 1
	}
	return 0
}

// isCard reports whether digits are a card number of a known issuer, of a wide range, too, with a valid check digit.
func isCard(digits []byte) bool {
	return luhn(digits) && (isIssued(digits, issuerRanges) || isIssued(digits, wideRanges))
}

// issuerRange is a range of leading digits, from and to of the same number of digits, with the lengths that its numbers have.
type issuerRange struct {
	from, to         int
	minSize, maxSize int
	leading          int
}

var issuerRanges = []issuerRange{
	{4, 4, 13, 13, 1}, {4, 4, 16, 16, 1}, {4, 4, 19, 19, 1}, // Visa
	{51, 55, 16, 16, 2}, {2221, 2720, 16, 16, 4}, // Mastercard
	{34, 34, 15, 15, 2}, {37, 37, 15, 15, 2}, // American Express
	{6011, 6011, 16, 19, 4}, {644, 649, 16, 19, 3}, {65, 65, 16, 19, 2}, // Discover, RuPay
	{3528, 3589, 16, 19, 4}, {2131, 2131, 15, 15, 4}, {1800, 1800, 15, 15, 4}, // JCB
	{300, 305, 14, 14, 3}, {3095, 3095, 14, 14, 4}, {36, 36, 14, 14, 2}, {38, 39, 14, 14, 2}, // Diners Club
	{62, 62, 16, 19, 2},                                                       // UnionPay
	{5018, 5020, 12, 19, 4}, {5038, 5038, 12, 19, 4}, {5893, 5893, 12, 19, 4}, // Maestro, Dankort
	{6304, 6304, 12, 19, 4}, {6759, 6759, 12, 19, 4}, {6761, 6763, 12, 19, 4}, // Maestro
	{2200, 2204, 16, 19, 4}, // Mir
}

// wideRanges are begun by many numbers and by few cards: most of the cards of these networks are in the ranges above, or of 14 digits.
var wideRanges = []issuerRange{
	{50, 50, 12, 19, 2}, {56, 58, 12, 19, 2}, // Maestro
	{60, 60, 16, 16, 2}, {81, 82, 16, 16, 2}, {508, 508, 16, 16, 3}, // RuPay
	{300, 305, 15, 19, 3}, {3095, 3095, 15, 19, 4}, {36, 36, 15, 19, 2}, {38, 39, 15, 19, 2}, // Diners Club
}

func isIssued(digits []byte, ranges []issuerRange) bool {
	var prefix [5]int // prefix[k]: the first k digits as a number
	for k := 1; k < len(prefix) && k <= len(digits); k++ {
		prefix[k] = prefix[k-1]*10 + int(digits[k-1]-'0')
	}
	for i := range ranges {
		r := &ranges[i]
		if len(digits) >= r.minSize && len(digits) <= r.maxSize && prefix[r.leading] >= r.from && prefix[r.leading] <= r.to {
			return true
		}
	}
	return false
}

// luhn reports whether the check digit of ISO/IEC 7812-1, annex B is right.
func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
