package detect

// Lists and objects behind a key in quotes, in JSON that was cut short or stands inside of other text: their strings are values of the
// key. An object with a "type" as in JSON Schema describes a value and holds none.

// findNested adds the strings of the list or object at a.value.
func findNested(t *Text, a assignment) bool {
	b := t.Bytes
	schema, found := false, false
	end := t.walkNested(a.value, func(key []byte, start, end int) {
		schema = schema || string(key) == "type" && isStopValue(b[start:end])
	})
	if schema {
		return false
	}
	t.nestedSeen = end // the keys in it have nothing to add
	t.walkNested(a.value, func(_ []byte, start, end int) {
		if start < end && t.placeholderEnd(start) != end && !isStopValue(b[start:end]) {
			found = t.add(a.entity, start, end, end)
		}
	})
	return found
}

// walkNested calls visit for each string [start, end) in the list or object at at, with the key before it if there is one. It returns
// where the list or object ends, or where it is none any more.
func (t *Text) walkNested(at int, visit func(key []byte, start, end int)) int {
	b := t.Bytes
	var key []byte
	i, depth := at, 0
	for i < len(b) {
		switch c := b[i]; {
		case c == '{', c == '[':
			depth++
		case c == '}', c == ']':
			if depth--; depth == 0 {
				t.Work += i - at
				return i
			}
		case is(c, quote):
			inside := t.closedBy(i)
			inside.lines = inside.level
			end := t.valueEnd(i+1, inside)
			if isKey(b, end+1) {
				key = b[i+1 : end]
			} else {
				visit(key, i+1, end)
				key = nil
			}
			i = end
		case classes[c]&(alnum|blank|lineEnd) == 0 && c != ',' && c != ':' && c != '-' && c != '+' && c != '.':
			t.Work += i - at
			return i
		}
		i++
	}
	t.Work += len(b) - at
	return len(b)
}

// isKey reports whether a colon follows at i, with blanks before it or not.
func isKey(b []byte, i int) bool {
	for limit := i + 4; i < limit && is(byteAt(b, i), blank); {
		i++
	}
	return byteAt(b, i) == ':'
}
