package detect

import "bytes"

// Kubernetes Secrets in YAML (https://kubernetes.io/docs/concepts/configuration/secret/): what stands below "data" and "stringData" is secret
// whatever its key says. As kubectl writes them, these stand before the kind. Lines may be numbered, as tools show files to a model.
var manifest = Detector{Entities: []Entity{Secret}, Starts: []string{manifestKind}, Find: findManifest}

const (
	manifestKind = "kind: Secret"
	// lastApplied is the key under which kubectl notes the whole of it once more.
	lastApplied = "kubectl.kubernetes.io/last-applied-configuration:"
	// maxManifest is how far before the kind its data may start, in bytes.
	maxManifest = 16 << 10
	// maxManifestColumn is how deep it may stand in a list.
	maxManifestColumn = 16
)

// yamlLine is a line of YAML.
type yamlLine struct {
	start   int // of the line
	content int // where its text starts, behind blanks and the dashes of a list
	end     int // where its text ends
	column  int // of its text
	item    bool
}

func findManifest(t *Text, at int) bool {
	b := t.Bytes
	if !isManifestLine(b, at) {
		return false
	}
	kind := yamlLineAt(b, lineStart(b, at))
	t.Work += kind.end - kind.start
	if kind.content != at || !bytes.Equal(b[at:kind.end], []byte(manifestKind)) {
		return false
	}
	if kind.column >= len(t.manifests) || at < t.manifests[kind.column] {
		return false
	}
	t.looks.unclear = true
	from := kind.start
	for first := kind; !(first.item && first.column <= kind.column) && from > 0 && at-from < maxManifest; {
		first = yamlLineAt(b, lineStart(b, from-1))
		if !first.isWithin(b, kind.column) {
			break
		}
		from = first.start
	}
	t.Work += at - from
	next := kind.end
	found, i := false, from
	for i < len(b) {
		line := yamlLineAt(b, i)
		if i > from && (line.item && line.column <= kind.column || !line.isWithin(b, kind.column)) {
			break
		}
		i = nextLine(b, line.end)
		if bytes.HasPrefix(b[line.content:line.end], []byte(lastApplied)) {
			i = t.findManifestEntry(line, next, &found)
		}
		if text := b[line.content:line.end]; line.column == kind.column && (string(text) == "data:" || string(text) == "stringData:") {
			i = t.findManifestData(i, kind.column, next, &found)
		}
	}
	t.manifests[kind.column] = i
	t.Work += max(0, i-at)
	return found
}

// isManifestLine reports whether the kind at at may be all of a line but for its number, blanks and the dashes of a list.
func isManifestLine(b []byte, at int) bool {
	const most = maxManifestColumn + 16
	end := at + len(manifestKind)
	for end < len(b) && end-at < len(manifestKind)+maxAssignedGap && is(b[end], blank) {
		end++
	}
	if end < len(b) && !is(b[end], lineEnd) {
		return false
	}
	start := at
	for start > 0 && at-start < most && !is(b[start-1], lineEnd) {
		start--
	}
	return start == 0 || is(b[start-1], lineEnd)
}

// findManifestData looks at the entries that start at i and stand deeper than column. It returns where they end.
func (t *Text) findManifestData(i, column, next int, found *bool) int {
	b := t.Bytes
	for i < len(b) {
		line := yamlLineAt(b, i)
		if line.content < line.end && line.column <= column {
			break
		}
		i = t.findManifestEntry(line, next, found)
	}
	return i
}

// findManifestEntry looks at the value of the entry that starts in line, and returns where the next one starts.
func (t *Text) findManifestEntry(line yamlLine, next int, found *bool) int {
	b := t.Bytes
	value, end := entryValue(b, line), line.end
	i := nextLine(b, line.end)
	for line.content < line.end && i < len(b) { // a value of several lines
		more := yamlLineAt(b, i)
		if more.content < more.end {
			if more.column <= line.column {
				break
			}
			if end = more.end; value == line.end {
				value = more.content
			}
		}
		i = nextLine(b, more.end)
	}
	if line.content == line.end || value < 0 || value == end {
		return i
	}
	start := value
	if q := byteAt(b, start); is(q, quote) && end-1 > start && b[end-1] == q {
		start, end = start+1, end-1
	}
	*found = t.isManifestValue(b[start:end]) && t.insert(Secret, start, end, next) || *found
	return i
}

func (t *Text) isManifestValue(value []byte) bool {
	switch {
	case len(value) == 0, t.scanner.placeholders.End(value, 0) == len(value):
		return false
	case value[0] == '{' && is(byteAt(value, 1), quote|blank|lineEnd): // JSON
		return true
	}
	return !isPasswordDummy(value) && string(value) != "null" && string(value) != `""` && string(value) != "''"
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

// yamlLineAt reads the line that starts at start.
func yamlLineAt(b []byte, start int) yamlLine {
	l := yamlLine{start: start, end: start}
	for l.end < len(b) && !is(b[l.end], lineEnd) {
		l.end++
	}
	i := numberEnd(b, start)
	first := i
	for i < l.end && (b[i] == ' ' || b[i] == '-' && byteAt(b, i+1) == ' ') {
		l.item = l.item || b[i] == '-'
		i++
	}
	l.content, l.column = i, i-first
	for l.end > i && is(b[l.end-1], blank) {
		l.end--
	}
	return l
}

// numberEnd returns where the text of the line at start starts, behind its number and a tab or an arrow.
func numberEnd(b []byte, start int) int {
	const arrow, most = "→", 12
	i := start
	for i < start+most && byteAt(b, i) == ' ' {
		i++
	}
	first := i
	for i < start+most && isDigitAt(b, i) {
		i++
	}
	switch {
	case i == first:
	case byteAt(b, i) == '\t':
		return i + 1
	case bytes.HasPrefix(b[i:], []byte(arrow)):
		return i + len(arrow)
	}
	return start
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
