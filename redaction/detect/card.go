package detect

// The card detector accepts primary account numbers by ISO/IEC 7812: 12 to 19 digits of a known issuer range with a valid Luhn check
// digit, in one run, grouped as on cards (4-4-4-4, 4-4-4-4-3, 4-6-5, 4-6-4, 8-8) or as many write the short ones (4-4-4-3, 4-4-4-2). Of
// random 16-digit numbers some 2.5 % pass, of other lengths fewer, so runs of 12, 13 or 17 to 19 digits, which many identifiers have, need
// a word such as "card" beside them; with it, any issuer will do. Numbers of sparseRanges need groups or a word, too: in one run they
// would be another 1 % of random numbers.
// Issuer ranges are the public ones of the networks' own documents, as collected at
// https://en.wikipedia.org/wiki/Payment_card_number, and of processors: https://github.com/braintree/credit-card-type has the ranges of
// UnionPay, Elo, Hiper and Hipercard, https://docs.adyen.com/development-resources/test-cards-and-credentials/test-card-numbers cards of
// Bancontact and Cabal.
var card = Detector{
	Entities: []Entity{CreditCard},
	Numbers:  &Digits{Min: minCard, Beside: isNoFraction}, Find: findCard,
	Context: []string{
		"card", "cards", "cardnumber", "cardno", "creditcard", "debitcard", "cc", "ccnumber", "visa", "mastercard", "amex", "maestro",
		"jcb",
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
		return findNamedCard(t, n)
	}
	end := n.groups[last].end
	if !startsNumber(t.Bytes, at) || !endsNumber(t.Bytes, end) && !endsCard(n, last) || !isCard(n.upTo(last), last > 1) {
		return false
	}
	return t.add(CreditCard, at, end, end)
}

// findNamedCard looks at groups of any sizes from three on, the last aside, that end where the row of them does, beside a word.
func findNamedCard(t *Text, n *numberRun) bool {
	const least = 13
	last := n.n - 1
	for k := range last {
		if n.size(k) < 3 || n.gap(k) != n.gap(0) || !n.isDivided(k) {
			return false
		}
	}
	start, end := n.groups[0].start, n.groups[last].end
	if last == 0 || n.count < least || n.count > maxCard || !startsNumber(t.Bytes, start) || !endsNumber(t.Bytes, end) ||
		!isCard(n.upTo(last), true) || !t.hasContext(start, end) {
		return false
	}
	return t.add(CreditCard, start, end, end)
}

// findPlainCard looks at the first group, of size digits, alone. Other numbers may stand before and after it with a dash.
func findPlainCard(t *Text, n *numberRun, size int) bool {
	g := n.groups[0]
	if size > maxCard || !luhn(n.upTo(0)) || gluedBefore(t.Bytes, g.start) || isDecimal(t.Bytes, g) || isAlnumAt(t.Bytes, g.end) ||
		gluedBehind(t.Bytes, g.end) {
		return false
	}
	if size == 12 && isUUIDBefore(t.Bytes, g.end) || size == 14 && isTimestamp(n.upTo(0)) {
		return false
	}
	if (size < 14 || size > 16 || !isIn(issuerRanges, n.upTo(0))) && !t.hasContext(g.start, g.end) {
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
	return !isNoFraction(b, g.start, g.end) || byteAt(b, g.end) == '.' && isDigitAt(b, g.end+1) && !isZeroFraction(b, g.end)
}

// groupedCard returns the index of the last group of a number grouped as on a card, 0 if it is not grouped so.
func groupedCard(n *numberRun) int {
	const dots = "."
	switch {
	case (n.loose(4, 4, 4, 4, 3) || n.shape(dots, 4, 4, 4, 4, 3)) && isCard(n.upTo(4), true):
		return 4
	case n.loose(4, 4, 4, 4), n.shape(dots, 4, 4, 4, 4), n.loose(4, 4, 4, 3), n.loose(4, 4, 4, 2):
		return 3
	case n.loose(4, 6, 5), n.loose(4, 6, 4), n.shape(dots, 4, 6, 5), n.shape(dots, 4, 6, 4):
		return 2
	case n.loose(8, 8): // with a full stop between, it is a decimal number
		return 1
	}
	return 0
}

// isCard reports whether digits are a card number of a known issuer with a valid check digit. Where they are grouped as on a card, the
// sparse ranges count, too.
func isCard(digits []byte, grouped bool) bool {
	return (isIn(issuerRanges, digits) || grouped && isIn(sparseRanges, digits)) && luhn(digits)
}

// issuerRange is a range of leading digits, from and to of the same number of digits, with the lengths that its numbers have.
type issuerRange struct {
	from, to         int
	minSize, maxSize int
	leading          int
}

// issuerRanges are those in which cards are issued.
var issuerRanges = []issuerRange{
	{4, 4, 13, 13, 1}, {4, 4, 16, 16, 1}, {4, 4, 19, 19, 1}, // Visa
	{51, 55, 16, 16, 2}, {2221, 2720, 16, 16, 4}, // Mastercard
	{34, 34, 15, 15, 2}, {37, 37, 15, 15, 2}, // American Express
	{6011, 6011, 16, 19, 4}, {644, 649, 16, 19, 3}, {65, 65, 16, 19, 2}, // Discover, Elo, RuPay
	{3528, 3589, 16, 19, 4}, {2131, 2131, 15, 15, 4}, {1800, 1800, 15, 15, 4}, // JCB
	{36, 36, 14, 14, 2}, {38, 39, 14, 14, 2}, // Diners Club
	{300, 305, 14, 14, 3}, {300, 305, 16, 16, 3}, {3095, 3095, 14, 14, 4}, {3095, 3095, 16, 16, 4}, // the same
	{62, 62, 16, 19, 2}, {8171, 8171, 16, 19, 4}, // UnionPay
	{5018, 5020, 16, 16, 4}, {5031, 5031, 16, 16, 4}, // Maestro, Dankort, Mastercard in Argentina
	{5038, 5038, 16, 16, 4},                      // Maestro
	{506, 506, 16, 16, 3}, {508, 509, 16, 16, 3}, // Verve, Elo, RuPay
	{5641, 5641, 16, 16, 4}, {5893, 5893, 16, 16, 4}, // Maestro
	{6304, 6304, 16, 16, 4}, {6703, 6703, 16, 16, 4}, // the same, Bancontact
	{6759, 6759, 16, 16, 4}, {6761, 6763, 16, 16, 4}, // the same
	{6771, 6771, 16, 16, 4}, {6799, 6799, 16, 16, 4}, // the same
	{6069, 6085, 16, 16, 4},                          // RuPay
	{5895, 5896, 16, 16, 4}, {6035, 6035, 16, 16, 4}, // Naranja, Cabal
	{606282, 606282, 16, 16, 6}, {637095, 637612, 16, 16, 6}, // Hipercard, Hiper
	{636297, 636297, 16, 16, 6}, {636368, 636368, 16, 16, 6}, // Elo
	{2200, 2204, 16, 19, 4}, // Mir
}

// sparseRanges are reserved for an issuer, but hold few cards, or none of most lengths.
var sparseRanges = []issuerRange{
	{300, 305, 16, 19, 3}, {3095, 3095, 16, 19, 4}, {36, 36, 16, 19, 2}, {38, 39, 16, 19, 2}, // Diners Club
	{50, 50, 16, 19, 2}, {56, 58, 16, 19, 2}, {6304, 6304, 16, 19, 4}, {67, 67, 16, 19, 2}, // Maestro
	{60, 60, 16, 19, 2}, {81, 82, 16, 19, 2}, // Maestro, RuPay, UnionPay
}

func isIn(ranges []issuerRange, digits []byte) bool {
	var prefix [7]int // prefix[k]: the first k digits as a number
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
