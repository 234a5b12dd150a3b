package detect

// plate finds the registration marks of vehicles: one to three groups of capitals and digits with blanks or dashes between, 4 to 10
// signs in all, a letter and a digit among them. Every country has forms of its own and so has every product ("B200", "GPT4"), so one
// must follow right behind words that name it.
var plate = Detector{
	Entities: []Entity{LicensePlate}, Packs: PackVehicle,
	Words: []string{
		"license plate", "licence plate", "number plate", "registration plate", "plate number", "vehicle registration", "registration mark",
		"registration number", "kennzeichen", "plaka:", "plaka no", "plaka numaras", "immatriculation", "targa:",
	},
	Find: findPlate,
	Keys: []string{
		"license plate", "licence plate", "number plate", "registration plate", "plate number", "vehicle registration", "kennzeichen",
		"licenseplate",
		"licenceplate", "numberplate",
	},
}

func findPlate(t *Text, at int) bool {
	const window, fillers = 48, 4
	b := t.Bytes
	limit := min(len(b), at+window)
	i := at
	for i < limit && is(b[i], letter|highByte) { // the first word of the cue
		i++
	}
	for range fillers {
		for i < limit && !is(b[i], alnum|highByte) && !is(b[i], lineEnd) {
			i++
		}
		if end := plateEnd(b, i); end > i {
			t.Work += window
			return t.add(LicensePlate, i, end, end)
		}
		from := i
		for i < limit && is(b[i], letter|highByte) {
			i++
		}
		if i == from || isDigitAt(b, i) {
			break
		}
	}
	t.Work += window
	return false
}

// plateEnd returns the end of a mark at at, or at.
func plateEnd(b []byte, at int) int {
	const least, most, groups = 4, 10, 3
	signs, letters, digits, end := 0, 0, 0, at
	for i, group := at, 0; group < groups; group++ {
		start := i
		for i < len(b) && i-start <= most && is(b[i], upper|digit) {
			i++
		}
		if i == start || isAlnumAt(b, i) {
			break
		}
		for _, c := range b[start:i] {
			if signs++; is(c, digit) {
				digits++
			} else {
				letters++
			}
		}
		if end = i; byteAt(b, i) != ' ' && byteAt(b, i) != '-' {
			break
		}
		i++
	}
	if signs < least || signs > most || letters == 0 || digits == 0 || is(byteAt(b, end), underscore) {
		return at
	}
	return end
}
