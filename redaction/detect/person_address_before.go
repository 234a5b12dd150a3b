package detect

// Street addresses whose number is last: "Hauptstraße 5", "Calle Mayor 5".

// streetKinds are the first words of streets whose number is last; those that are true have hardly another use before a name and a number.
var streetKinds = map[string]bool{
	"Calle": true, "Avenida": true, "Av.": true, "Avda.": true, "Rua": true, "Carrer": true, "Viale": true, "Piazza": true, "Travessa": true,
	"Paseo": false, "Plaza": false, "Via": false, "Corso": false, "Praça": false,
}

// kindBefore returns where the kind of a street stands before its name, which ends at last; ok is false where there is none.
func kindBefore(b []byte, last int) (start int, sure, ok bool) {
	const words = 6
	word := last
	for n := range words {
		start = wordStart(b, word)
		if start == word || !is(b[start], upper|highByte) && !isOneOf(b[start:word], streetParticles) {
			return 0, false, false
		}
		if sure, ok := streetKinds[string(b[start:word])]; ok {
			return start, sure, n > 0
		}
		if byteAt(b, start-1) != ' ' {
			return 0, false, false
		}
		word = start - 1
	}
	return 0, false, false
}

// wordStart returns the start of the word that ends at end, of an escape in JSON only what stands behind it.
func wordStart(b []byte, end int) int {
	const longest = 30
	start := end
	for start > 0 && end-start < longest && is(b[start-1], letter|highByte|dot|dash) {
		start--
	}
	if start < end && byteAt(b, start-1) == '\\' {
		start++
	}
	return start
}

// numberLast are the endings of words that a number follows; those that are true name nothing but streets.
var numberLast = []struct {
	ending string
	sure   bool
}{
	{"straße", true}, {"strasse", true}, {"str.", true}, {"straat", true}, {"gatan", true}, {"gade", false}, {"weg", false}, {"gasse", false},
	{"allee", false}, {"platz", false}, {"vej", false}, {"laan", false}, {"utca", true}, {"katu", false}, {"vägen", true}, {"gata", false},
}

// streetBefore returns where a street starts that ends before the number at at.
func streetBefore(b []byte, at int) (start int, sure, ok bool) {
	last := at - 1 // behind the word
	if last < 5 || b[last] != ' ' {
		return 0, false, false
	}
	if b[last-1] == ',' {
		last--
		return kindBefore(b, last)
	}
	start = wordStart(b, last)
	if start == last || !is(b[start], upper|highByte) {
		return 0, false, false
	}
	if string(b[start:last]) == "Box" {
		for _, before := range []string{"P.O. ", "P. O. ", "P.O.", "Post Office "} {
			if from := start - len(before); from >= 0 && string(b[from:start]) == before {
				return from, true, true
			}
		}
	}
	for _, s := range numberLast {
		if last-start < len(s.ending) || !hasPrefixFold(b[last-len(s.ending):], s.ending) {
			continue
		}
		if last-start == len(s.ending) && byteAt(b, start-1) == ' ' { // "Augsburger Strasse"
			if first := wordStart(b, start-1); first < start-1 && is(b[first], upper|highByte) {
				start = first
			}
		}
		return start, s.sure, true
	}
	return kindBefore(b, last)
}

// findNumberLast looks at what stands before the number at at, which ends before end.
func findNumberLast(t *Text, at, end int) bool {
	const longest = 6
	t.Work += contextBefore
	start, sure, ok := streetBefore(t.Bytes, at)
	return ok && end-at < longest && endsNumber(t.Bytes, end) && t.addAddress(start, end, sure)
}
