package detect

// Street addresses in the forms that can be told from other text. Those of the English form (number, one to five words with capitals, a
// word such as "Street") are found where that word has no other use, and otherwise where a unit, a city with its state and ZIP code
// follow, or a context word stands beside; so are those of the French form ("12 rue de la Paix"), and of the forms with the number last
// (German "Hauptstraße 5", Spanish "Calle Mayor 5"). Post boxes are found by their name.
//
// Not an address: "5 way", "3 drives", "in 10 Minutes Drive".
var (
	address = Detector{
		Entities: []Entity{StreetAddress}, Packs: PackPerson,
		Numbers: &Digits{First: []int{1, 2, 3, 4, 5}, Min: 1, Near: mayBeAddress, LooksBack: true}, Find: findAddress,
		Context: addressContext,
		Keys: []string{
			"street address", "home address", "mailing address", "billing address", "shipping address", "postal address", "delivery address",
			"residential address", "address line", "address line1", "address line2", "address1", "address2", "streetaddress", "street",
		},
	}
	postBox = Detector{
		Entities: []Entity{StreetAddress}, Packs: PackPerson,
		Starts: []string{"PO Box", "PSC ", "Postfach ", "Apartado "}, LineStarts: []string{"Unit "}, Find: findPostBox,
	}
)

var addressContext = []string{
	"address", "addresses", "lives", "live", "living", "located", "resides", "residence", "ship", "shipping", "mailing", "deliver",
	"delivery", "billing",
	"street", "zip", "postcode", "moved", "office", "house", "adresse", "anschrift", "wohnt", "wohnhaft", "habite", "dirección",
	"direccion", "vive",
	"indirizzo", "endereço", "adres",
}

// streetWords are the words that end the name of a street. Those that are true have hardly another use, with a capital and behind a number.
var streetWords = map[string]bool{
	"street": true, "avenue": true, "road": true, "boulevard": true, "lane": true, "terrace": true, "crescent": true, "parkway": true,
	"highway": true,
	"drive":   false, "court": false, "place": false, "square": false, "close": false, "way": false, "circle": false, "trail": false,
	"alley": false,
	"grove": false, "gardens": false, "mews": false, "loop": false, "plaza": false, "crossroad": false, "st": false, "ave": false,
	"rd": false, "blvd": false,
	"ln": false, "dr": false, "ct": false, "pl": false, "ter": false, "hwy": false, "pkwy": false, "sq": false, "cres": false, "cl": false,
	"cir": false,
	"trl": false, "str": false,
}

// mayBeAddress reports whether a word with one capital, or the kind of a street in French, stands behind the number [at, end), or what
// may be a street before it.
func mayBeAddress(b []byte, at, end int) bool {
	if is(byteAt(b, end), letter) {
		end++
	}
	if byteAt(b, end) == ' ' && end+4 < len(b) {
		switch next := b[end+1 : end+4]; {
		case is(next[0], upper) && is(next[1], lower|highByte|dot), is(next[0], digit|highByte):
			return true
		case is(next[0], lower) && frenchStarts[next[0]][next[1]] && isFrenchStreet(b[end+1:]):
			return true
		}
	}
	_, _, ok := streetBefore(b, at)
	return ok
}

// frenchStarts holds the first two bytes of the words that findFrench knows.
var frenchStarts = indexFrench()

func indexFrench() (starts [256][256]bool) {
	starts['b']['i'], starts['t']['e'] = true, true
	for kind := range frenchStreets {
		starts[kind[0]][kind[1]] = true
	}
	return starts
}

// isFrenchStreet reports whether b starts with one of those words.
func isFrenchStreet(b []byte) bool {
	end := 0
	for end < len(b) && end < 12 && is(b[end], lower|highByte) {
		end++
	}
	_, ok := frenchStreets[string(b[:end])]
	return ok || string(b[:end]) == "bis" || string(b[:end]) == "ter"
}

func findAddress(t *Text, at int) bool {
	b := t.Bytes
	i := at + t.num.size(0)
	if is(byteAt(b, i), letter) { // 221B
		i++
	}
	if isAlnumAt(b, i) || !mayBeAddress(b, at, at+t.num.size(0)) { // as for nearly all numbers
		return false
	}
	if c := byteAt(b, i+1); is(c, upper|highByte) && byteAt(b, at-1) != '.' && findStreetBehind(t, at, i+1) {
		return true
	} else if is(c, lower) && findFrench(t, at, i+1) {
		return true
	}
	return findNumberLast(t, at, i)
}

// findStreetBehind looks at the words at i, behind the number at at.
func findStreetBehind(t *Text, at, i int) bool {
	const words = 6
	b := t.Bytes
	for n := range words {
		end := i
		for end < len(b) && end-i < 24 && (is(b[end], alnum|highByte) || b[end] == '\'' || b[end] == '-') {
			end++
		}
		t.Work += end - i + 1
		if end == i || !is(b[i], upper|digit|highByte) {
			return false
		}
		var lowered [12]byte
		if size := copy(lowered[:], b[i:end]); size == end-i {
			for k := range size {
				lowered[k] = lowerByte(lowered[k])
			}
			if sure, ok := streetWords[string(lowered[:size])]; ok {
				return n > 0 && t.addAddress(at, end, sure)
			}
		}
		if n > 0 && t.unitEnd(end) > end { // any name, before "Apt. 4"
			return t.addAddress(at, end, false)
		}
		if n > 0 && isAllDigits(b[i:end]) {
			return false
		}
		if byteAt(b, end) == '.' {
			end++
		}
		if byteAt(b, end) != ' ' {
			return false
		}
		i = end + 1
	}
	return false
}

// addAddress adds the address [start, end) with the unit and the city behind it, if sure, or if those or the words around speak for it.
func (t *Text) addAddress(start, end int, sure bool) bool {
	if byteAt(t.Bytes, end) == '.' && byteAt(t.Bytes, end+1) != 0 {
		end++
	}
	tail := t.addressTail(end)
	if tail == end && byteAt(t.Bytes, end-1) == '.' {
		end, tail = end-1, end-1
	}
	if !sure && tail == end && !t.hasContext(start, end) {
		return false
	}
	return t.add(StreetAddress, start, tail, tail)
}

// frenchStreets stand behind the number; those that are true have no other use there.
var frenchStreets = map[string]bool{
	"rue": true, "boulevard": true, "impasse": true, "allée": true, "chemin": true, "quai": true, "avenue": false, "place": false,
	"square": false,
	"bd":     false,
}

// findFrench looks at the words at i, behind the number at at: "bis" or "ter", the kind of street, its name.
func findFrench(t *Text, at, i int) bool {
	b := t.Bytes
	end := t.runEndWithin(i, 12, lower|highByte)
	if w := string(b[i:end]); (w == "bis" || w == "ter") && byteAt(b, end) == ' ' {
		i = end + 1
		end = t.runEndWithin(i, 12, lower|highByte)
	}
	sure, ok := frenchStreets[string(b[i:end])]
	if !ok || byteAt(b, end) != ' ' {
		return false
	}
	name := t.streetName(end + 1)
	return name > end+1 && t.addAddress(at, name, sure)
}

// streetName returns the end of the name of a street at i: words with capitals, particles before and among them; i where there is none.
func (t *Text) streetName(i int) int {
	const words = 6
	b, end := t.Bytes, i
	for next := i; ; {
		word := next
		for word < len(b) && word-next < 24 && (is(b[word], letter|highByte) || b[word] == '\'' || b[word] == '-') {
			word++
		}
		t.Work += word - next + 1
		capital := word > next && is(b[next], upper|highByte) || word > next+2 && b[next+1] == '\'' && is(b[next+2], upper|highByte)
		if !capital && !isOneOf(b[next:word], streetParticles) {
			return end
		}
		if capital {
			end = word
		}
		if byteAt(b, word) != ' ' || word-i > words*10 {
			return end
		}
		next = word + 1
	}
}

var streetParticles = []string{
	"de", "du", "des", "la", "le", "les", "del", "della", "di", "da", "do", "dos", "das",
	"los", "las", "el", "en", "y", "ibn",
}

// findPostBox looks at the number of a post box, or of a military one: "PSC 1234, Box 5678".
func findPostBox(t *Text, at int) bool {
	b := t.Bytes
	i := at
	for i < len(b) && i-at < 12 && !is(b[i], digit) && !is(b[i], lineEnd) {
		i++
	}
	end := t.runEndWithin(i, 7, digit)
	if end == i || byteAt(b, i-1) != ' ' || end-i > 6 {
		return false
	}
	if b[at] == 'U' || b[at+1] == 'S' { // "Unit", "PSC"
		box := end
		if byteAt(b, box) == ',' {
			box++
		}
		if !hasPrefixFold(b[box:], " box ") {
			return false
		}
		end = t.runEndWithin(box+len(" box "), 7, digit)
	}
	return t.addAddress(at, end, true)
}
