package detect

// Escapes tells how the bytes of a text were written before it was folded.
type Escapes interface {
	// Backslashes returns how many backslashes stood before the character that became the byte at at, 0 if it was no escape.
	Backslashes(at int) int
}

// backslashes returns how many backslashes stood before the byte at at.
func (t *Text) backslashes(at int) int {
	if t.Escapes == nil {
		return 0
	}
	return t.Escapes.Backslashes(at)
}

// closing says what ends a value: the same quote with no more backslashes than the opening one, with a separator or the end behind it,
// and a line end. A line end inside of a string of JSON is an escape, and has more backslashes than the quotes around it.
type closing struct {
	quote byte // 0: line ends alone
	level int  // backslashes before the opening quote
	lines int  // a line end with more backslashes ends nothing
}

const anyLine = 1 << 30

// closedBy returns the closing of a value whose quote opens at at, and which any line end ends.
func (t *Text) closedBy(at int) closing {
	return closing{quote: t.Bytes[at], level: t.backslashes(at), lines: anyLine}
}

// closes reports whether a value ends before the byte at i.
func (t *Text) closes(i int, c closing) bool {
	switch b := t.Bytes; {
	case is(b[i], lineEnd):
		return c.lines == anyLine || c.quote == 0 || t.backslashes(i) <= c.lines
	case b[i] != c.quote:
		return false
	default:
		return endsQuote(b, i+1) && t.backslashes(i) <= c.level
	}
}

// endMemo remembers that a value which starts in [start, end] ends at end.
type endMemo struct {
	closing    closing
	start, end int
}

// valueEnd returns where a value that starts at start ends, the end of the text if nothing closes it. Ends are remembered, so that
// asking again from inside of a value costs nothing.
func (t *Text) valueEnd(start int, c closing) int {
	for k := range t.ends[:t.endsUsed] {
		if m := &t.ends[k]; m.closing == c && m.start <= start && start <= m.end {
			return m.end
		}
	}
	i := start
	for i < len(t.Bytes) && (classes[t.Bytes[i]]&(lineEnd|quote) == 0 || !t.closes(i, c)) {
		i++
	}
	t.Work += i - start + 1
	t.remember(endMemo{closing: c, start: start, end: i})
	return i
}

// remember keeps m in the place of an older memo of the same closing or, where there is none, of the one that reaches least far.
func (t *Text) remember(m endMemo) {
	oldest := 0
	for k := range t.ends[:t.endsUsed] {
		if t.ends[k].closing == m.closing {
			t.ends[k] = m
			return
		}
		if t.ends[k].end < t.ends[oldest].end {
			oldest = k
		}
	}
	if t.endsUsed < len(t.ends) {
		oldest = t.endsUsed
		t.endsUsed++
	}
	t.ends[oldest] = m
}

// endsQuote reports whether what stands at i, behind a quote, shows that the quote closes: a separator, or the end of an element ("/>").
func endsQuote(b []byte, i int) bool {
	c := byteAt(b, i)
	switch c {
	case 0, ',', ';', ':', ')', ']', '}', '>', '&', '.', '?', '!':
		return true
	case '/':
		return byteAt(b, i+1) == '>'
	}
	return classes[c]&(blank|lineEnd|quote) != 0
}
