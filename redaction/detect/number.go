package detect

const (
	maxGroups = 8
	maxDigits = 24
	maxGap    = 4
)

// digitGroup is a run of digits [start, end) whose first digit is number.digits[from].
type digitGroup struct{ start, end, from int }

// numberRun is what stands at a token that starts with a digit: groups of digits with short gaps of " -.()/+" between them. It is
// cut after maxGroups groups or maxDigits digits. All number detectors share it.
type numberRun struct {
	groups [maxGroups]digitGroup
	n      int // groups in use
	digits [maxDigits]byte
	count  int // digits in use
	known  bool
	at     int
	text   []byte

	sums      uint32 // see sizes
	sumsKnown bool
}

// number parses the groups of digits at at, or returns what the detector before has parsed.
func (t *Text) number(at int) *numberRun {
	n := &t.num
	if n.known && n.at == at {
		return n
	}
	b := t.Bytes
	*n = numberRun{known: true, at: at, text: b}
	for i := at; n.n < maxGroups; {
		g := digitGroup{start: i, from: n.count}
		for i < len(b) && is(b[i], digit) && n.count < maxDigits {
			n.digits[n.count] = b[i]
			n.count++
			i++
		}
		g.end = i
		n.groups[n.n] = g
		n.n++
		if isAlnumAt(b, i) {
			break // too long, or glued to a letter: no detector takes this group, boundaries see to that
		}
		next := i
		for next < len(b) && next-i < maxGap && isNumberGap(b[next]) {
			next++
		}
		if next == i || !isDigitAt(b, next) || n.count >= maxDigits {
			break
		}
		i = next
	}
	t.Work += n.groups[n.n-1].end - at + 1
	return n
}

func isNumberGap(c byte) bool {
	switch c {
	case ' ', '-', '.', '(', ')', '/', '+':
		return true
	}
	return false
}

// size returns the number of digits in group k, 0 if there is no such group.
func (n *numberRun) size(k int) int {
	if k >= n.n {
		return 0
	}
	return n.groups[k].end - n.groups[k].start
}

// isFraction reports whether all is one digit, a full stop and more digits, with no plus sign before: "0.0254". No number that a detector
// counts is written so, and texts may be full of them (embeddings, measurements).
func (n *numberRun) isFraction() bool {
	return n.n == 2 && n.size(0) == 1 && n.gap(0) == '.' && !isPlusBefore(n.text, n.at)
}

// gap returns the one byte between groups k and k+1, or 0 where there are several or no group k+1.
func (n *numberRun) gap(k int) byte {
	if k+1 >= n.n || n.groups[k+1].start-n.groups[k].end != 1 {
		return 0
	}
	return n.text[n.groups[k].end]
}

// shape reports whether the first groups have the given sizes, with the same byte of separators between them all.
func (n *numberRun) shape(separators string, sizes ...int) bool {
	if n.n < len(sizes) {
		return false
	}
	for k, size := range sizes {
		if n.size(k) != size {
			return false
		}
		if k > 0 && n.gap(k-1) != n.gap(0) {
			return false
		}
	}
	if len(sizes) < 2 {
		return true
	}
	for i := range len(separators) {
		if separators[i] == n.gap(0) {
			return true
		}
	}
	return false
}

// loose reports whether the first groups have the given sizes, with blanks, dashes and plus signs (blanks of a form, percent-encoded)
// between them, in any mixture.
func (n *numberRun) loose(sizes ...int) bool {
	if n.n < len(sizes) {
		return false
	}
	for k, size := range sizes {
		if n.size(k) != size {
			return false
		}
		for i := n.groups[k].end; k+1 < len(sizes) && i < n.groups[k+1].start; i++ {
			if c := n.text[i]; c != ' ' && c != '-' && c != '+' {
				return false
			}
		}
	}
	return true
}

// upTo returns the digits of groups 0 to k.
func (n *numberRun) upTo(k int) []byte {
	g := n.groups[k]
	return n.digits[:g.from+g.end-g.start]
}

// sizes returns a bit for each number of digits that the first groups have together, one separator between two; 0 for a date.
func (n *numberRun) sizes() uint32 {
	if !n.sumsKnown {
		n.sumsKnown = true
		date := n.startsWithDate()
		for k := 0; !date && k < n.n && (k == 0 || n.isDivided(k-1)); k++ {
			n.sums |= 1 << len(n.upTo(k))
		}
	}
	return n.sums
}

// isDivided reports whether one separator that identifiers have stands between groups k and k+1.
func (n *numberRun) isDivided(k int) bool {
	switch n.gap(k) {
	case ' ', '-', '.', '/':
		return true
	}
	return false
}

// startsWithDate reports whether the first three groups are a date, the year first or last.
func (n *numberRun) startsWithDate() bool {
	const separators = "-./ "
	d := n.digits[:]
	switch {
	case n.shape(separators, 4, 2, 2):
		return isDay(decimal(d[:4]), decimal(d[4:6]), decimal(d[6:8]))
	case n.shape(separators, 2, 2, 4):
		year, first, second := decimal(d[4:8]), decimal(d[:2]), decimal(d[2:4])
		return isDay(year, first, second) || isDay(year, second, first)
	}
	return false
}

// isDateAt is startsWithDate for the groups of which the first is [at, end).
func isDateAt(b []byte, at, end int) bool {
	const size = len("2024-05-12")
	second, third := len("2024-"), len("2024-05-")
	if end-at == 2 {
		second, third = len("12-"), len("12-05-")
	}
	if (end-at != 2 && end-at != 4) || at+size > len(b) || b[at+second-1] != b[at+third-1] || isDigitAt(b, at+size) {
		return false
	}
	var d [3]int
	for i, part := range [...][2]int{{0, second - 1}, {second, third - 1}, {third, size}} {
		digits := b[at+part[0] : at+part[1]]
		if !isDigits(digits) {
			return false
		}
		d[i] = decimal(digits)
	}
	if end-at == 4 {
		return isDay(d[0], d[1], d[2])
	}
	return isDay(d[2], d[0], d[1]) || isDay(d[2], d[1], d[0])
}
