package detect

// Kubernetes Secrets in JSON that was cut short or stands inside of other text, and in dictionaries as Python prints them: the strings below
// "data" and "stringData" beside the kind. For YAML see manifest; JSON documents are read by who walks them.
var manifestJSON = Detector{
	Entities: []Entity{Secret}, Starts: []string{`kind":"Secret"`, `kind": "Secret"`, "kind': 'Secret'"}, Find: findManifestJSON,
}

func findManifestJSON(t *Text, at int) bool {
	b := t.Bytes
	q := byteAt(b, at-1)
	if at < t.manifestSeen || q != b[at+len("kind")] {
		return false
	}
	t.looks.unclear = true
	inside := t.closedBy(at - 1)
	inside.lines = inside.level
	i, found := t.objectStart(at-1, inside), false
	add := func(_ []byte, start, end int) {
		if start < end && t.isManifestValue(b[start:end]) {
			found = t.insert(Secret, start, end, at+len("kind")) || found
		}
	}
	from, depth := i, 0
	for ; i < len(b) && depth >= 0 && isBetweenStrings(b[i], q); i++ {
		switch b[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case q:
			start := i + 1
			if i = t.valueEnd(start, inside); depth == 0 && i < len(b) && isDataName(b[start:i]) {
				if value := t.runEndWithin(i+1, maxAssignedGap, blank|lineEnd|headerSign); byteAt(b, value) == '{' {
					i = t.walkNested(value, add)
				}
			}
		}
	}
	t.Work += max(0, i-from)
	t.manifestSeen = max(t.manifestSeen, i)
	return found
}

func isDataName(key []byte) bool { return string(key) == "data" || string(key) == "stringData" }

// objectStart returns where the entries start of the object in which a key in quotes stands at at, at where that is not seen.
func (t *Text) objectStart(at int, quotes closing) int {
	b := t.Bytes
	depth, quoted, i := 0, false, at-1
	for ; i >= t.manifestSeen && depth >= 0; i-- {
		switch c := b[i]; {
		case c == quotes.quote && t.backslashes(i) == quotes.level:
			quoted = !quoted
		case quoted:
		case c == '}' || c == ']':
			depth++
		case c == '{' || c == '[':
			depth--
		case !isBetweenStrings(c, quotes.quote):
			depth = -2
		}
	}
	t.Work += at - i
	if depth == -1 && b[i+1] == '{' {
		return i + 2
	}
	return at
}

// isBetweenStrings reports whether c may stand outside of strings in JSON, whose quote is q.
func isBetweenStrings(c, q byte) bool {
	return is(c, alnum|blank|lineEnd|headerSign|dash|dot) || c == '+' || c == '{' || c == '}' || c == '[' || c == ']' || c == q
}
