package detect

import "bytes"

// Lines of YAML, as far as keys and values in maps and lists go.

// yamlLine is a line of YAML.
type yamlLine struct {
	start   int // of the line
	content int // where its text starts, behind blanks and the dashes of a list
	end     int // where its text ends
	column  int // of its text
	item    bool
}

// entryValue returns where the value of the entry in line starts: the end of the line where it stands on the lines below, -1 where line is
// no entry.
func entryValue(b []byte, line yamlLine) int {
	text := b[line.content:line.end]
	colon := bytes.IndexByte(text, ':')
	if colon <= 0 || text[0] == '#' || !is(byteAt(text, colon+1), blank) && colon+1 < len(text) || bytes.IndexByte(text[:colon], ' ') >= 0 {
		return -1
	}
	i := line.content + colon + 1
	for i < line.end && is(b[i], blank) {
		i++
	}
	if i < line.end && (b[i] == '|' || b[i] == '>') && line.end-i <= len("|2-") {
		return line.end
	}
	return i
}

// isWithin reports whether the line belongs to a map whose keys stand at column: it is empty, a comment or deeper, or an entry there.
func (l yamlLine) isWithin(b []byte, column int) bool {
	switch {
	case l.content == l.end || b[l.content] == '#' || l.column > column:
		return true
	case l.column < column:
		return false
	}
	return entryValue(b, l) >= 0
}

// at reads the line that starts at start. The sign of a diff before it counts as a blank.
func (n numbering) at(b []byte, start int) yamlLine {
	l := yamlLine{start: start, end: start}
	for l.end < len(b) && !is(b[l.end], lineEnd) {
		l.end++
	}
	i := n.end(b, start)
	first := i
	if c := byteAt(b, i); c == '+' || c == '-' && is(byteAt(b, i+1), letter) {
		i++
	}
	for i < l.end && (is(b[i], blank) || b[i] == '-' && byteAt(b, i+1) == ' ') {
		l.item = l.item || b[i] == '-'
		i++
	}
	l.content, l.column = i, i-first
	for l.end > i && is(b[l.end-1], blank) {
		l.end--
	}
	return l
}

// numbering is the sign that ends the number of a line, as tools show files to a model or to people: ':' of grep, which writes '-' for lines
// beside those that match, or '|'. It is 0 where a tab, an arrow or nothing does.
type numbering byte

const maxLineNumber = 12 // bytes

// numberingOf returns how the line is numbered in which a key stands at at.
func numberingOf(b []byte, at int) numbering {
	start := lineStart(b, at)
	i := skipIndent(b, start)
	end := i
	for isDigitAt(b, end) {
		end++
	}
	sign := end
	for is(byteAt(b, sign), blank) {
		sign++
	}
	switch {
	case end == i || sign >= at:
	case b[sign] == '|':
		return '|'
	case b[end] == ':' || b[end] == '-':
		return ':'
	}
	return 0
}

// end returns where the text of the line at start starts, behind its number.
func (n numbering) end(b []byte, start int) int {
	const arrow = "→"
	first := skipIndent(b, start)
	i := first
	for i < start+maxLineNumber && isDigitAt(b, i) {
		i++
	}
	switch c := byteAt(b, i); {
	case i == first:
	case c == '\t', n == ':' && (c == ':' || c == '-'):
		return i + 1
	case bytes.HasPrefix(b[i:], []byte(arrow)):
		return i + len(arrow)
	case n == '|':
		for i < start+maxLineNumber && is(byteAt(b, i), blank) {
			i++
		}
		if byteAt(b, i) == '|' {
			return i + 1
		}
	}
	return start
}

// skipIndent returns where the blanks before the number of the line at start end.
func skipIndent(b []byte, start int) int {
	i := start
	for i < start+maxLineNumber && byteAt(b, i) == ' ' {
		i++
	}
	return i
}

// lineStart returns where the line starts that i is in or ends.
func lineStart(b []byte, i int) int {
	for i > 0 && !is(b[i-1], lineEnd) {
		i--
	}
	return i
}

// nextLine returns where the line behind the one that ends at i starts.
func nextLine(b []byte, i int) int {
	for i < len(b) && !is(b[i], lineEnd) {
		i++
	}
	if byteAt(b, i) == '\r' && byteAt(b, i+1) == '\n' {
		i++
	}
	return min(i+1, len(b))
}
