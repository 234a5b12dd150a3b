package detect

import "bytes"

// Kubernetes Secrets in JSON that was cut short or stands inside of other text, and in dictionaries as Python prints them: the strings below
// "data" and "stringData" beside the kind. For YAML see manifest; JSON documents are read by who walks them.
var manifestJSON = Detector{
	Entities: []Entity{Secret}, Words: []string{"secret"}, Behind: mayBeQuoted, Find: findQuotedKind,
}

const manifestKind = "Secret"

// mayBeQuoted reports whether a quote may stand at i.
func mayBeQuoted(b []byte, i int) bool {
	return is(byteAt(b, i), quote|highByte) || byteAt(b, i) == '\\'
}

// kindName returns where the name of the key starts whose value, in quotes, is the kind at at; 0 where that is no kind in quotes.
func kindName(b []byte, at int) int {
	q := byteAt(b, at-1)
	colon := skipBack(b, at-1, blank)
	name := colon - len(`kind":`)
	if !is(q, quote) || byteAt(b, at+len(manifestKind)) != q || name < 1 || string(b[name:colon]) != "kind"+string(q)+":" || b[name-1] != q {
		return 0
	}
	return name
}

// findQuotedKind looks at the kind at kind, in JSON or in YAML.
func findQuotedKind(t *Text, kind int) bool {
	const name = "kind: "
	b := t.Bytes
	if kind == 0 || !bytes.HasPrefix(b[kind:], []byte(manifestKind)) {
		return false
	}
	if start := kind - len(name) - 1; start >= 0 && is(b[kind-1], quote) && string(b[start:start+len(name)]) == name && findManifest(t, start) {
		return true
	}
	return findManifestJSON(t, kind)
}

func findManifestJSON(t *Text, kind int) bool {
	b := t.Bytes
	at := kindName(b, kind)
	if at == 0 || at < t.manifestSeen {
		return false
	}
	q := b[at-1]
	t.looks.unclear = true
	inside := t.closedBy(at - 1)
	inside.lines = inside.level
	i, found := t.objectStart(at-1, inside), false
	add := func(_ []byte, start, end int) {
		if start < end && t.isManifestValue(b[start:end]) {
			found = t.insert(Secret, start, end, kind+len(manifestKind)) || found
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
