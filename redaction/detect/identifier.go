package detect

// identifier is how an official identifier is written and checked. Its find is the Find of a Detector; detector makes one that knows by the
// forms when it is to be called.
//
// In a form, 9 stands for a digit, A for a capital, X for a capital or a digit, a and x for the same in either case, * for what X stands
// for or an asterisk, and any other byte for itself. Small letters that a form admits count as capitals.
//
// Where comments name a source such as stdnum.pl.pesel, it is the description of that module of
// https://github.com/arthurdejong/python-stdnum, read 2026-11.
type identifier struct {
	entity Entity
	// free are forms that are found wherever they stand: those with letters, or with separators that only this identifier has.
	free []string
	// named are forms that are found beside a context word.
	named []string
	// digits are the numbers of digits that are found beside a context word, in one run or in groups, divided by one of " -./" each; the most
	// that there are. Groups that start with a date are left.
	digits []int
	// check reports whether the letters and digits of a candidate can be such an identifier: check digits, alphabets, ranges.
	check func(id []byte) bool
	// plausible is what free forms must have beside that: a date of birth, say. Beside a word that names it, an identifier with a wrong
	// date is a slip of the pen, or a number of somebody whose date is not known. Nil admits all.
	plausible func(id []byte) bool
}

// maxIdentifier is the largest number of letters and digits that a form has.
const maxIdentifier = 19

func (d *identifier) find(t *Text, at int) bool {
	for _, f := range d.free {
		if size, end := readForm(t.Bytes, at, f, &t.id); end > 0 && d.accept(t, t.id[:size], at, end, true) {
			return true
		}
	}
	for _, f := range d.named {
		if size, end := readForm(t.Bytes, at, f, &t.id); end > 0 && d.accept(t, t.id[:size], at, end, false) {
			return true
		}
	}
	return len(d.digits) > 0 && is(t.Bytes[at], digit) && d.findDigits(t, at)
}

// findDigits looks at the groups of digits at at.
func (d *identifier) findDigits(t *Text, at int) bool {
	n := t.number(at)
	var wanted uint32
	for _, size := range d.digits {
		wanted |= 1 << size
	}
	if wanted &= n.sizes(); wanted == 0 {
		return false
	}
	for k := n.n - 1; k >= 0; k-- {
		if id := n.upTo(k); wanted>>len(id)&1 == 1 && d.accept(t, id, at, n.groups[k].end, false) {
			return true
		}
	}
	return false
}

// accept adds [start, end), whose letters and digits are id, if it is one.
func (d *identifier) accept(t *Text, id []byte, start, end int, free bool) bool {
	if isDigits(id) && (t.Place.Identifier || isOneDigit(id)) {
		return false
	}
	if !startsNumber(t.Bytes, start) || !endsNumber(t.Bytes, end) || !d.check(id) {
		return false
	}
	alone := free && !isJoined(t.Bytes, start, end) && (d.plausible == nil || d.plausible(id))
	return (alone || t.hasContext(start, end)) && t.add(d.entity, start, end, end)
}

// isJoined reports whether a dash or plus sign ties [start, end) to a letter or digit, as in UUIDs, names of hosts and base64.
func isJoined(b []byte, start, end int) bool {
	return isJoint(byteAt(b, start-1)) && isAlnumAt(b, start-2) || isJoint(byteAt(b, end)) && isAlnumAt(b, end+1)
}

func isJoint(c byte) bool { return c == '-' || c == '+' }

// readForm reads a form at at. It returns how many letters and digits it put into id, in capitals, and where the form ends; an end of 0 if
// it is not there.
func readForm(b []byte, at int, form string, id *[maxIdentifier]byte) (size, end int) {
	if len(b)-at < len(form) {
		return 0, 0
	}
	for i := range len(form) {
		c := b[at+i]
		if c != form[i] && !is(c, formSets[form[i]]) {
			return 0, 0
		}
		if !is(c, alnum) {
			continue
		}
		if is(c, lower) {
			c &^= 0x20
		}
		id[size] = c
		size++
	}
	return size, at + len(form)
}

// formSets are the bytes that the placeholders of forms stand for; none for bytes that stand for themselves.
var formSets = [256]charset{'9': digit, 'A': upper, 'X': upper | digit, 'a': letter, 'x': alnum, '*': upper | digit}

// always is the check of identifiers that have none.
func always([]byte) bool { return true }
