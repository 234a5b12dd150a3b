package detect

// Pairs of a name and a value that stand side by side, as configurations write them: `<add key="DB_PASSWORD" value="…"/>`, and in YAML, or in
// JSON that was cut short, `name: DB_PASSWORD` before `value: …`.

// valueKey is the key of the value.
const valueKey = "value"

func isValueKey(key []byte) bool { return equalFold(key, valueKey) }

// nameBeside returns where the name is that stands before the key of a value at start, an empty range where there is none.
func nameBeside(b []byte, start int) (from, to int) {
	i := start
	if is(byteAt(b, i-1), quote) {
		i--
	}
	i = skipBack(b, i, blank|lineEnd|headerSign)
	to = skipBack(b, i, quote)
	if i == start || i-to > 1 {
		return 0, 0
	}
	from = skipBack(b, to, urlSafe|dot)
	i = skipBack(b, from, quote)
	if i = skipBack(b, i, blank); byteAt(b, i-1) != ':' && byteAt(b, i-1) != '=' {
		return 0, 0
	}
	i = skipBack(b, i-1, blank)
	i = skipBack(b, i, quote)
	word := b[skipBack(b, i, urlSafe|dot):i]
	if !equalFold(word, "name") && !equalFold(word, "key") {
		return 0, 0
	}
	return from, to
}

// skipBack returns the start of the bytes of set that end at i, no more than maxAssignedKey of them.
func skipBack(b []byte, i int, set charset) int {
	for low := max(i-maxAssignedKey, 0); i > low && is(b[i-1], set); {
		i--
	}
	return i
}
