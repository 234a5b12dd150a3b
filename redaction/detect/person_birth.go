package detect

// birth finds dates of birth: a date of any form behind a word that speaks of birth, on the same line or behind a colon on the next. The
// year must make an age from 0 to 120 (as of 2026), with some years to spare.
//
// Not a date of birth: any other date; a year alone.
var birth = Detector{
	Entities: []Entity{DateOfBirth}, Packs: PackPerson,
	Words: []string{
		"date of birth", "birthday", "birthdate", "birth date", "birth:", "born on ", "born in ", "born at ", "born:", "dob:", "dob=",
		"geburtsdatum", "geboren", "geboortedatum", "naissance", "nacimiento", "nacido el", "nacida el", "nascita", "nascimento", "nato il ",
		"nata il ",
	},
	Starts:     []string{"DOB"},
	LineStarts: []string{"D.O.B", "d.o.b", "Born ", "Birth ", "Né le ", "Née le ", "Doğum "},
	Find:       findBirth,
	Keys:       []string{"dob", "date of birth", "birth date", "birthdate", "birthday", "dateofbirth", "geburtsdatum", "fecha nacimiento"},
}

const (
	minBirthYear = 1905
	maxBirthYear = 2035
)

func findBirth(t *Text, at int) bool {
	const window, lines = 48, 2
	b := t.Bytes
	i := t.runEndWithin(at, 20, letter|highByte)
	if equalFold(b[at:i], "date") {
		i = at + len("date of birth")
	} else if i == at+1 {
		i = at + len("d.o.b")
	}
	limit, cue := min(len(b), i+window), i
	for line := 0; i < limit; i++ {
		c := b[i]
		switch {
		case is(c, lineEnd):
			if line++; line > lines || !endsWithColon(b, i) {
				return false
			}
		case is(c, alnum) && !isAlnumAt(b, i-1):
			if end := dateEnd(b, i); end > i {
				t.Work += window
				return t.add(DateOfBirth, i, end, end)
			}
		case c == ';', c == '<', c == '.' && i > cue && is(byteAt(b, i+1), blank):
			t.Work += window
			return false
		}
	}
	t.Work += window
	return false
}

// endsWithColon reports whether a colon stands before the line end at i, with blanks and other line ends between or not.
func endsWithColon(b []byte, i int) bool {
	for limit := i - 4; i > 0 && i > limit && classes[b[i-1]]&(blank|lineEnd|quote) != 0; {
		i--
	}
	return byteAt(b, i-1) == ':'
}

// datePart is a number of a date, or a month by name.
type datePart struct {
	value  int
	digits int // 0: a month by name
}

// dateEnd returns the end of the date at i, i where there is none: three numbers, one of which may be the name of a month, in any order
// that is in use, with the same kinds of signs between, or eight digits.
func dateEnd(b []byte, i int) int {
	var parts [3]datePart
	end := i
	for n := range parts {
		if n > 0 {
			end = dateGap(b, end)
		}
		next := end
		parts[n], next = datePartAt(b, end)
		if next == end {
			return i
		}
		end = next
		if n == 0 && parts[0].digits == 8 {
			year, month, day := parts[0].value/10000, parts[0].value/100%100, parts[0].value%100
			if !isAlnumAt(b, end) && isBirthDate(datePart{year, 4}, datePart{month, 2}, datePart{day, 2}) {
				return end
			}
			return i
		}
	}
	if isDigitAt(b, end) || is(byteAt(b, end), letter) && byteAt(b, end) != 'T' {
		return i
	}
	first, second, third := parts[0], parts[1], parts[2]
	if isBirthDate(first, second, third) || isBirthDate(third, second, first) || isBirthDate(third, first, second) {
		return end
	}
	return i
}

// dateGap skips what may stand between the parts of a date at i: signs, blanks, "of", "de", the letters behind a number ("5th").
func dateGap(b []byte, i int) int {
	for _, w := range []string{"st", "nd", "rd", "th"} {
		if hasPrefixFold(b[i:], w) {
			i += len(w)
			break
		}
	}
	for range 2 {
		from := i
		for i < from+3 && (classes[byteAt(b, i)]&(blank|dash|dot) != 0 || byteAt(b, i) == '/' || byteAt(b, i) == ',') {
			i++
		}
		if hasPrefixFold(b[i:], "of ") || hasPrefixFold(b[i:], "de ") {
			i += len("of ")
		}
	}
	return i
}

// datePartAt reads a number or the name of a month at i.
func datePartAt(b []byte, i int) (datePart, int) {
	end, value := i, 0
	for end < len(b) && end-i < 9 && is(b[end], digit) {
		value = 10*value + int(b[end]-'0')
		end++
	}
	if end > i {
		return datePart{value, end - i}, end
	}
	for end < len(b) && end-i < 12 && is(b[end], letter|highByte) {
		end++
	}
	if month := monthOf(b[i:end]); month > 0 {
		return datePart{value: month}, end
	}
	return datePart{}, i
}

// monthOf returns the month whose name starts as word does, 0 for none.
func monthOf(word []byte) int {
	for month, names := range monthNames {
		for _, name := range names {
			if hasPrefixFold(word, name) {
				return month + 1
			}
		}
	}
	return 0
}

// monthNames holds how the names of months start in English, German, French, Spanish, Italian, Portuguese and Dutch.
var monthNames = [12][]string{
	{"jan", "ene", "gen"}, {"feb", "fev", "fév", "fèv"}, {"mar", "mär", "maa", "mrt"}, {"apr", "abr", "avr"}, {"may", "mai", "mei", "mag"},
	{"jun", "juin", "giu"}, {"jul", "juil", "lug"}, {"aug", "ago", "aoû"},
	{"sep", "set"}, {"oct", "okt", "ott", "out"}, {"nov"}, {"dec", "dez", "dic", "déc"},
}

// isBirthDate reports whether the parts are a year of birth, a month and a day.
func isBirthDate(year, month, day datePart) bool {
	if year.digits == 0 || day.digits == 0 || day.digits > 2 || month.digits > 2 {
		return false
	}
	if day.value < 1 || day.value > 31 || month.value < 1 || month.value > 12 {
		return false
	}
	return year.digits == 2 || year.digits == 4 && year.value >= minBirthYear && year.value <= maxBirthYear
}
