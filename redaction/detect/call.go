package detect

// Calls that give a name and a value: `System.setProperty("ACME_TOKEN", "…")`, `define('DB_PASSWORD', '…')`, `headers.put("X-Api-Key", "…")`.
// The names are those of assignments. What is behind a name that a form would show beside a field ("password") must look like a password.
var call = Detector{Entities: assigned.Entities, Bytes: "(", Next: mayBeQuote, Near: mayBeCall, Find: findInCall}

// maxCallName is the length of the longest name, in bytes. Behind it, what Near looks at ends.
const maxCallName = 48

// mayBeQuote reports whether c is a quote, or may become one by folding.
func mayBeQuote(c byte) bool { return is(c, quote|highByte) }

// mayBeCall reports whether a name in quotes and a comma stand behind the bracket at at, in a text or in a string of JSON as it is written.
func mayBeCall(b []byte, at int) bool {
	i := behindBackslash(b, at+1) + 1
	start := i
	for i < len(b) && i-start < maxCallName && is(b[i], urlSafe|dot) {
		i++
	}
	i = behindBackslash(b, i)
	return i > start && is(byteAt(b, i), quote) && byteAt(b, i+1) == ','
}

func behindBackslash(b []byte, i int) int {
	if byteAt(b, i) == '\\' {
		i++
	}
	return i
}

func findInCall(t *Text, at int) bool {
	b := t.Bytes
	start := at + 2
	end := t.runEndWithin(start, maxCallName, urlSafe|dot)
	if !is(byteAt(b, at+1), quote) || start == end || byteAt(b, end) != b[at+1] || byteAt(b, end+1) != ',' {
		return false
	}
	a := assignment{value: t.runEndWithin(end+2, maxAssignedGap, blank|lineEnd)}
	if a.quote = byteAt(b, a.value); !is(a.quote, quote) {
		return false
	}
	if a.entity, a.name = t.assignedEntity(start, end); a.entity == None && (a.name == nameNothing || a.name == nameBare) {
		return false
	}
	a.closing = t.closedBy(a.value)
	a.value++
	if a.value >= len(b) || t.placeholderEnd(a.value) > a.value {
		return false
	}
	if a.entity == Password && !isCapitalName(b[start:end]) && !hasUnwordly(b[a.value:t.valueEnd(a.value, a.closing)]) {
		return false
	}
	return findBehindName(t, a)
}
