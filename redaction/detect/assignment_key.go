package detect

// How an assignment's key is read: where it ends before the sign, and what it means.

// assignedKeyEnd returns the end of the key before the sign at at, and the quote behind it, 0 if there is none. It is at where none can be.
func assignedKeyEnd(b []byte, at int) (end int, quoteAfter byte) {
	end = at
	for at-end < maxOperator && isOperatorSign(byteAt(b, end-1)) { // .= ?= ::= ||=
		end--
	}
	if b[at] == ':' && end < at && b[end] == '|' { // a table
		return at, 0
	}
	for at-end < maxAssignedGap && is(byteAt(b, end-1), blank) {
		end--
	}
	end = skipType(b, end)
	for at-end < maxAssignedGap && byteAt(b, end-1) == '*' { // **Password**: …
		end--
	}
	if byteAt(b, end-1) == ']' { // headers["Authorization"] = …
		if end--; b[at] == ':' && byteAt(b, at+1) != '=' && is(byteAt(b, end-1), quote) { // input[type="password"]:hover
			return at, 0
		}
	}
	if is(byteAt(b, end-1), quote) {
		end--
		quoteAfter = b[end]
	}
	return end, quoteAfter
}

// assignedEntity returns the entity of the key [start, end), which in prose may be two words: "API key: …". Where that is None, it returns
// what the key says of a secret.
func (t *Text) assignedEntity(start, end int) (Entity, secretName) {
	b := t.Bytes
	isSecond := byteAt(b, start-1) == ' ' && mayBeSecondWord(b[start:end])
	if !isSecond && t.scanner.isSilent(b[start:end], t.Keys) {
		return None, nameNothing
	}
	if e := t.scanner.KeyEntity(b[start:end]); e != None {
		return e, nameNothing
	}
	if isSecond {
		first := start - 1
		for first > 0 && start-first < maxAssignedKey/4 && is(b[first-1], letter|highByte) {
			first--
		}
		if e := t.scanner.KeyEntity(b[first:end]); e != None {
			return e, nameNothing
		}
		if !endsValue(b, first) {
			start = first
		}
	}
	if t.scanner.off[Secret] {
		return None, nameNothing
	}
	return None, t.scanner.nameOf(b[start:end])
}

// mayBeSecondWord reports whether word may be the second one of a key in prose, in any language.
func mayBeSecondWord(word []byte) bool {
	if len(word) > 0 && is(word[len(word)-1], highByte) || equalFold(word, "api") {
		return true
	}
	return len(word) <= len("header") && (hasPrefixFold(word, "key") || hasPrefixFold(word, "token") || equalFold(word, "passe"))
}

// endsValue reports whether letters that start at first are a value or the end of one, or the name of a tag, and no word of prose:
// "op=miss key=…", as in records of logfmt, "id_7aBc key=…" and "<li key=…".
func endsValue(b []byte, first int) bool {
	c := byteAt(b, first-1)
	return c == '=' || c == '_' || c == '<' || is(c, digit)
}

// maxOperator is the number of signs before "=" that are part of an operator.
const maxOperator = 2

// isOperatorSign reports whether c, before an equals sign or a colon, belongs to the operator: ".=", "?=", "::=", "+=", "||=".
func isOperatorSign(c byte) bool { return c == '.' || c == '?' || c == ':' || c == '+' || c == '|' }

// typeNames are those that skipType skips.
var typeNames = [...]string{" string", " str", " String", " &str", " &'static str"}

// typeEnds holds their last bytes.
var typeEnds = func() (ends byteSet) {
	for _, name := range typeNames {
		ends[name[len(name)-1]] = true
	}
	return ends
}()

// skipType returns the end of the name of a variable whose type stands before end: "var name string", "name: str". It returns end where
// there is none.
func skipType(b []byte, end int) int {
	if !typeEnds[byteAt(b, end-1)] {
		return end
	}
	for _, name := range typeNames {
		if end <= len(name) || string(b[end-len(name):end]) != name {
			continue
		}
		i := end - len(name)
		if b[i-1] == ':' {
			i--
		}
		if isAlnumAt(b, i-1) && !isKeyword(b, i) {
			return i
		}
	}
	return end
}

// isKeyword reports whether the word that ends at end declares a variable, so that what follows it is a name.
func isKeyword(b []byte, end int) bool {
	for _, w := range []string{"const", "final", "let", "static", "val", "var"} {
		if end >= len(w) && string(b[end-len(w):end]) == w && !isAlnumAt(b, end-len(w)-1) {
			return true
		}
	}
	return false
}
