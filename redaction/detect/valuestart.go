package detect

// What stands in code before the quote of a value: "token = b'…'", `var key = []byte("…")`, `PASSWORD = N'…'` of SQL,
// `key := process.env.KEY || "…"`.

// textPrefixes say what kind of text a value in quotes is.
var textPrefixes = []string{
	"@", "$", "b", "B", "r", "R", "f", "F", "u", "U", "L", "br", "rb", "u8", "N", "E", "[]byte(", "String::from(", "SecretStr(",
}

// textStart returns where the quote behind one of textPrefixes at i is, or i. The quote must be closed on the same line.
func (t *Text) textStart(i int) int {
	b := t.Bytes
	if i >= len(b) || is(b[i], quote|blank|lineEnd) {
		return i
	}
	for _, p := range textPrefixes {
		j := i + len(p)
		if !is(byteAt(b, j), quote) || string(b[i:j]) != p {
			continue
		}
		for end := j + 1; end < len(b) && end-j <= maxNamedSecret && !is(b[end], lineEnd); end++ {
			if b[end] == b[j] {
				return j
			}
		}
	}
	return i
}

// withDefault returns a with the text in quotes that the value falls back on, if it is an expression that does: `getenv("KEY") or "…"`.
func (a assignment) withDefault(t *Text) (assignment, bool) {
	const most = 80
	b := t.Bytes
	if a.keyed || a.quote != 0 || a.below {
		return a, false
	}
	for i := a.value; i < len(b) && i-a.value < most && !is(b[i], lineEnd) && b[i] != ';' && b[i] != ','; i++ {
		size := fallbackSize(b, i)
		if size == 0 {
			continue
		}
		at := t.runEndWithin(i+size, maxAssignedGap, blank)
		q := byteAt(b, at)
		if !is(q, quote) || q == a.closing.quote || at+1 >= len(b) {
			return a, false
		}
		t.Work += at - a.value
		a.quote, a.closing, a.value = q, t.closedBy(at), at+1
		return a, true
	}
	return a, false
}

// fallbackSize returns the length of the operator at i behind which stands what is taken where a value is missing, 0 if there is none.
func fallbackSize(b []byte, i int) int {
	switch c := b[i]; {
	case (c == '|' || c == '?') && byteAt(b, i+1) == c && is(byteAt(b, i-1), blank):
		return len("||")
	case c == 'o' && byteAt(b, i+1) == 'r' && byteAt(b, i-1) == ' ' && byteAt(b, i+2) == ' ' && (byteAt(b, i-2) == ')' || byteAt(b, i-2) == ']'):
		return len("or")
	}
	return 0
}

// tagEnd returns where the value is behind a tag of YAML at i that only says what kind of text it is ("!!str", "!unsafe"), or i.
func (t *Text) tagEnd(i int) int {
	end, ok := t.tag(i)
	if name := t.Bytes[i:end]; !ok || name[1] != '!' && string(name) != "!unsafe" {
		return i
	}
	return t.runEndWithin(end, maxAssignedGap, blank)
}

// refers reports whether a tag of YAML stands at i that says where the value is from: "!vault |", "!Ref DbPassword", "!ENV DB_PASSWORD".
func (t *Text) refers(i int) bool {
	_, ok := t.tag(i)
	return ok
}

// tag returns the end of the tag of YAML at i, behind which more stands on the line. Tags have letters only.
func (t *Text) tag(i int) (end int, ok bool) {
	b, end := t.Bytes, i
	if byteAt(b, i) != '!' || !is(byteAt(b, i-1), blank) {
		return i, false
	}
	if end++; byteAt(b, end) == '!' {
		end++
	}
	start := end
	end = t.runEndWithin(end, maxAssignedKey, letter|underscore)
	return end, end > start && byteAt(b, end) == ' ' && classes[byteAt(b, end+1)]&(blank|lineEnd) == 0
}
