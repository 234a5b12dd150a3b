package detect

import (
	"slices"
	"strings"
)

// idForm is a form of an identifier, ready to be looked for.
type idForm struct {
	pattern   string
	free      bool
	lead      int // bytes before the token at which Find is called
	first     int // length of that token
	number    bool
	digits    int  // from there on, in the groups that numberRun takes together
	more      bool // further digits may follow these
	separator byte // the first one, 0 for none
	thousands bool // may be a number with its thousands set apart by blanks
}

// detector makes the detector of d. A form is looked for at its first token if that has a 9, else at the longest one that has one, else,
// where there must be a digit, at its first. A free form with blanks must stand alone (see standsAlone), and be all that its line holds
// where it could be a number with its thousands set apart.
func (d identifier) detector(e Entity, packs Pack, context ...string) Detector {
	d.entity = e
	var forms []idForm
	for _, pattern := range d.free {
		forms = append(forms, newIDForm(pattern, true))
	}
	for _, pattern := range d.named {
		forms = append(forms, newIDForm(pattern, false))
	}
	var bySize [maxSizedToken + 1][]idForm
	for _, f := range forms {
		bySize[f.first] = append(bySize[f.first], f)
	}
	made := Detector{Entities: []Entity{e}, Packs: packs, Context: context}
	triggers(&made, forms, d.digits)
	made.Find = func(t *Text, at int) bool {
		if size := tokenSize(t.Bytes, at); len(forms) > 0 && size <= maxSizedToken {
			for i := range bySize[size] {
				if d.findForm(t, at, &bySize[size][i]) {
					return true
				}
			}
		}
		return len(d.digits) > 0 && is(t.Bytes[at], digit) && d.findDigits(t, at)
	}
	return made
}

// tokenSize returns the length of the token at at, at most maxSizedToken + 1.
func tokenSize(b []byte, at int) int {
	size := 1
	for size <= maxSizedToken && isAlnumAt(b, at+size) {
		size++
	}
	return size
}

// triggers sets when d is called.
func triggers(d *Detector, forms []idForm, digits []int) {
	isNumber := len(digits) > 0
	for i := range forms {
		if f := &forms[i]; f.number {
			isNumber = true
		} else {
			d.TokenSizes = append(d.TokenSizes, f.first)
		}
	}
	slices.Sort(d.TokenSizes)
	d.TokenSizes = slices.Compact(d.TokenSizes)
	if !isNumber {
		return
	}
	d.Numbers = &Digits{Fit: func(first, count int) bool {
		for i := range forms {
			if forms[i].fits(first, count) {
				return true
			}
		}
		return len(digits) > 0 && first <= slices.Max(digits) && count >= slices.Min(digits)
	}, Beside: func(b []byte, at, end int) bool {
		starts := startsNumber(b, at)
		return starts && len(digits) > 0 && (end-at >= slices.Min(digits) || isDividedNumber(b, at, end)) || isOfForm(forms, b, at, end, starts)
	}}
}

// isOfForm reports whether one of forms stands where a token starts with the digits [at, end). starts says whether a number may start there.
func isOfForm(forms []idForm, b []byte, at, end int, starts bool) bool {
	var id [maxIdentifier]byte
	for i := range forms {
		if f := &forms[i]; f.number && f.first == end-at && at >= f.lead && (starts || f.lead > 0) {
			if _, end := readForm(b, at-f.lead, f.pattern, &id); end > 0 {
				return true
			}
		}
	}
	return false
}

// isDividedNumber reports whether findDigits may accept a number of which [at, end) is the first group of several.
func isDividedNumber(b []byte, at, end int) bool {
	switch byteAt(b, end) {
	case ' ', '-', '.', '/':
		return isDigitAt(b, end+1) && !isDateAt(b, at, end)
	}
	return false
}

func newIDForm(pattern string, free bool) idForm {
	f := idForm{pattern: pattern, free: free}
	if i := strings.IndexFunc(pattern, func(r rune) bool { return !is(byte(r), alnum) && r != '*' }); i >= 0 {
		f.separator = pattern[i]
	}
	f.lead, f.first = idTrigger(pattern)
	f.number = strings.Trim(pattern[f.lead:f.lead+f.first], "9") == ""
	i := f.lead
	for ; i < len(pattern) && (pattern[i] == '9' || isNumberGap(pattern[i])); i++ {
		if pattern[i] == '9' {
			f.digits++
		}
	}
	f.more = i == len(pattern) || is('9', formSets[pattern[i]])
	_, rest, spaced := strings.Cut(pattern, " ")
	f.thousands = spaced
	for _, group := range strings.Split(rest, " ") {
		f.thousands = f.thousands && group == "999"
	}
	return f
}

// fits reports whether f may stand where the first of the groups of digits has first digits, and all together count.
func (f *idForm) fits(first, count int) bool {
	return f.number && f.first == first && (count == f.digits || count > f.digits && f.more)
}

// idTrigger returns where the token starts at which a form is looked for, and its length.
func idTrigger(pattern string) (lead, size int) {
	for i := 0; i < len(pattern); {
		j := i
		for j < len(pattern) && is(pattern[j], alnum) {
			j++
		}
		if i == 0 || j-i > size && strings.Contains(pattern[i:j], "9") {
			lead, size = i, j-i
		}
		if i == 0 && strings.Contains(pattern[:j], "9") {
			break
		}
		if i == 0 && strings.Contains(pattern, "9") {
			size = 0
		}
		i = j + 1
	}
	return lead, size
}

// findForm looks for form f, of which the token that it is looked for at stands at at.
func (d *identifier) findForm(t *Text, at int, f *idForm) bool {
	b, start := t.Bytes, at-f.lead
	if start < 0 || f.lead > 0 && isAlnumAt(b, start-1) {
		return false
	}
	size, end := readForm(b, start, f.pattern, &t.id)
	if end == 0 || f.goesOn(b, start, end) {
		return false
	}
	t.Work += size
	return d.accept(t, t.id[:size], start, end, f.free && (f.separator != ' ' || f.standsOut(b, start, end)))
}

// goesOn reports whether more groups stand beside a form behind its own separator, as in an IPv6 address.
func (f *idForm) goesOn(b []byte, start, end int) bool {
	switch f.separator {
	case 0, ' ':
		return false
	}
	return byteAt(b, start-1) == f.separator && isAlnumAt(b, start-2) || byteAt(b, end) == f.separator && isAlnumAt(b, end+1)
}

// standsOut reports whether a form with blanks is no part of a row of numbers, and no number that is written with blanks.
func (f *idForm) standsOut(b []byte, start, end int) bool {
	if !f.thousands {
		return standsAlone(b, start, end)
	}
	for start > 0 && is(b[start-1], blank) {
		start--
	}
	for end < len(b) && is(b[end], blank) {
		end++
	}
	return (start == 0 || is(b[start-1], lineEnd)) && (end == len(b) || is(b[end], lineEnd))
}
