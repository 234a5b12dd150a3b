package detect

// What code takes where a variable has no value: `process.env.API_KEY || "…"`, `env["ACME_TOKEN"] ?? '…'`. Behind an assignment see
// assignment.withDefault.
var fallback = Detector{Entities: assigned.Entities, Bytes: "|?", Next: isFallbackSign, Near: mayBeFallback, Find: findFallback}

func isFallbackSign(c byte) bool { return c == '|' || c == '?' }

// mayBeFallback reports whether an operator with a text in quotes behind it is at at, in a text or in a string of JSON as it is written.
func mayBeFallback(b []byte, at int) bool {
	if byteAt(b, at+1) != b[at] || byteAt(b, at-1) != ' ' || byteAt(b, at+2) != ' ' {
		return false
	}
	c := byteAt(b, at+3)
	return is(c, quote|highByte) || c == '\\'
}

func findFallback(t *Text, at int) bool {
	b := t.Bytes
	open := at + len("|| ")
	if !mayBeFallback(b, at) || !is(b[open], quote) {
		return false
	}
	end := at - 1
	if byteAt(b, end-1) == ']' {
		end--
	}
	end = skipBack(b, end, quote)
	start := skipBack(b, end, urlSafe|dot)
	t.Work += at - start
	a := assignment{value: open + 1, quote: b[open], closing: t.closedBy(open)}
	a.entity, a.name = t.assignedEntity(start, end)
	if start == end || a.entity == None && a.name == nameNothing || a.value >= len(b) || t.placeholderEnd(a.value) > a.value {
		return false
	}
	if a.entity == Password && !hasUnwordly(b[a.value:t.valueEnd(a.value, a.closing)]) {
		return false
	}
	return findBehindName(t, a)
}
