package detect

// What follows the street of an address: a unit, a city, a state and a ZIP code, or a post code and a city.

var unitWords = []string{"apt", "apartment", "suite", "ste", "unit", "floor", "fl", "room", "rm", "flat"}

// addressTail returns the end of what follows the street that ends at end, or end.
func (t *Text) addressTail(end int) int {
	b := t.Bytes
	end = t.unitEnd(end)
	next := addressGap(b, end)
	if next == end {
		return end
	}
	if code := t.runEndWithin(next, 6, digit); code-next == 4 || code-next == 5 { // "10115 Berlin"
		if byteAt(b, code) != ' ' {
			return end
		}
		if city := t.streetName(code + 1); city > code+1 {
			return city
		}
		return end
	}
	city := t.streetName(next)
	if city == next {
		return end
	}
	if state := stateEnd(b, next, city); state > 0 {
		return state
	}
	code := addressGap(b, city)
	if state := stateEnd(b, code, code+2); state > 0 {
		return state
	}
	if zip := zipEnd(b, code); zip > code && code > city {
		return zip
	}
	return end
}

// unitEnd returns the end of the unit behind end ("Apt. 4", "Suite B", "#3"), or end. "# Licensed" is the line of a comment.
func (t *Text) unitEnd(end int) int {
	const most = 14
	b, next := t.Bytes, addressGap(t.Bytes, end)
	word := t.runEndWithin(next, most, letter)
	sign := byteAt(b, next) == '#'
	if next == end || !isOneOf(b[next:word], unitWords) && !sign {
		return end
	}
	for word < next+most && (byteAt(b, word) == '.' || byteAt(b, word) == ' ' || byteAt(b, word) == '#') {
		word++
	}
	number := t.runEndWithin(word, 6, alnum)
	if isAlnumAt(b, number) || !hasAny(b[word:number], digit) && (sign || !hasAny(b[word:number], upper)) {
		return end
	}
	return number
}

// addressGap skips the blanks, commas and line ends at i.
func addressGap(b []byte, i int) int {
	const most = 6
	end := i
	for end < i+most && (classes[byteAt(b, end)]&(blank|lineEnd) != 0 || byteAt(b, end) == ',') {
		end++
	}
	return end
}

// stateEnd returns the end of a state of two capitals that ends at end, inside of text that starts at start, and the ZIP code behind it;
// 0 for none.
func stateEnd(b []byte, start, end int) int {
	if end-2 < start || end > len(b) || !is(b[end-1], upper) || !is(b[end-2], upper) || isAlnumAt(b, end-3) || isAlnumAt(b, end) {
		return 0
	}
	zip := addressGap(b, end)
	if after := zipEnd(b, zip); zip > end && after > zip {
		return after
	}
	return 0
}

// zipEnd returns the end of five digits at i, with four more behind a dash or not; i where there are none.
func zipEnd(b []byte, i int) int {
	digits := func(i, n int) bool {
		for k := range n {
			if !isDigitAt(b, i+k) {
				return false
			}
		}
		return !isAlnumAt(b, i+n)
	}
	switch {
	case !digits(i, 5):
		return i
	case byteAt(b, i+5) == '-' && digits(i+6, 4):
		return i + 10
	}
	return i + 5
}
