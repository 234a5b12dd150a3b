package detect

import "bytes"

// Kubernetes Secrets in YAML (https://kubernetes.io/docs/concepts/configuration/secret/): what stands below "data" and "stringData" is secret
// whatever its key says. As kubectl writes them, these stand before the kind. Lines may be numbered, as tools show files to a model.
// The kind may stand in quotes (see findQuotedKind), in small letters or before a comment. Lines of a diff and of grep are read as the lines
// that they show.
var manifest = Detector{
	Entities: []Entity{Secret}, Words: []string{"kind: secret"}, Find: findManifest,
}

const (
	// lastApplied is the key under which kubectl notes the whole of it once more.
	lastApplied = "kubectl.kubernetes.io/last-applied-configuration:"
	// maxManifest is how far before the kind its data may start, in bytes.
	maxManifest = 16 << 10
	// maxManifestColumn is how deep it may stand in a list.
	maxManifestColumn = 16
)

func findManifest(t *Text, at int) bool {
	b := t.Bytes
	if !isKindLine(b, at) {
		return false
	}
	lines := numberingOf(b, at)
	kind := lines.at(b, lineStart(b, at))
	t.Work += kind.end - kind.start
	if kind.content != at || kind.column >= len(t.manifests) || at < t.manifests[kind.column] {
		return false
	}
	t.looks.unclear = true
	from := kind.start
	for first := kind; !(first.item && first.column <= kind.column) && from > 0 && at-from < maxManifest; {
		first = lines.at(b, lineStart(b, from-1))
		if !first.isWithin(b, kind.column) {
			break
		}
		from = first.start
	}
	t.Work += at - from
	next := at + len("kind: Secret")
	found, i := false, from
	for i < len(b) {
		line := lines.at(b, i)
		if i > from && (line.item && line.column <= kind.column || !line.isWithin(b, kind.column)) {
			break
		}
		i = nextLine(b, line.end)
		if bytes.HasPrefix(b[line.content:line.end], []byte(lastApplied)) {
			i = t.findManifestEntry(lines, line, next, &found)
		}
		if line.column == kind.column && isDataKey(b, line) {
			t.findManifestFlow(line, next, &found)
			i = t.findManifestData(lines, i, kind.column, next, &found)
		}
	}
	t.manifests[kind.column] = i
	t.Work += max(0, i-at)
	return found
}

// isKindLine reports whether the kind at at may be all of a line but for its number, blanks, the dashes of a list and a comment.
func isKindLine(b []byte, at int) bool {
	const most = maxManifestColumn + 16
	end := at + len("kind: ")
	if is(b[end], quote) {
		end += len("''")
	}
	end += len("Secret")
	rest := end
	for rest < len(b) && rest-end < maxAssignedGap && is(b[rest], blank) {
		rest++
	}
	if rest < len(b) && !is(b[rest], lineEnd) && (b[rest] != '#' || rest == end) {
		return false
	}
	start := at
	for start > 0 && at-start < most && !is(b[start-1], lineEnd) {
		start--
	}
	return start == 0 || is(b[start-1], lineEnd)
}

// isDataKey reports whether what stands below or behind the key of line is secret.
func isDataKey(b []byte, line yamlLine) bool {
	text := b[line.content:line.end]
	return bytes.HasPrefix(text, []byte("data:")) || bytes.HasPrefix(text, []byte("stringData:"))
}

// findManifestFlow looks at the values in braces behind the key of line: "data: {a: Zm9v, b: YmFy}". They are one finding.
func (t *Text) findManifestFlow(line yamlLine, next int, found *bool) {
	b := t.Bytes
	start, end := entryValue(b, line)+1, line.end-1
	if start == 0 || start >= end || b[start-1] != '{' || b[end] != '}' || b[start] == '{' {
		return
	}
	*found = t.isManifestValue(b[start:end]) && t.insert(Secret, start, end, next) || *found
}

// findManifestData looks at the entries that start at i and stand deeper than column. It returns where they end.
func (t *Text) findManifestData(lines numbering, i, column, next int, found *bool) int {
	b := t.Bytes
	for i < len(b) {
		line := lines.at(b, i)
		if line.content < line.end && b[line.content] == '#' { // wherever it stands
			i = nextLine(b, line.end)
			continue
		}
		if line.content < line.end && line.column <= column {
			break
		}
		i = t.findManifestEntry(lines, line, next, found)
	}
	return i
}

// findManifestEntry looks at the value of the entry that starts in line, and returns where the next one starts.
func (t *Text) findManifestEntry(lines numbering, line yamlLine, next int, found *bool) int {
	b := t.Bytes
	value, end := entryValue(b, line), line.end
	i := nextLine(b, line.end)
	for line.content < line.end && i < len(b) { // a value of several lines
		more := lines.at(b, i)
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
	switch first := t.scanner.placeholders.End(value, 0); {
	case first == len(value):
		return false
	case first > 0: // more behind it
		return true
	case value[0] == '{' && is(byteAt(value, 1), quote|blank|lineEnd): // JSON
		return true
	}
	return !isPasswordDummy(value) && string(value) != "null" && string(value) != `""` && string(value) != "''"
}
