package detect

// Options of commands whose value stands behind a blank: "--token abc", "--api-key 'abc'". With an equals sign they are assignments; for
// "--password" see findPasswordPhrase.
var option = Detector{
	Entities: []Entity{Authorization, APIKey, Secret, PrivateKey}, Bytes: "-", Next: isDash, Near: mayBeSecretOption, Find: findOption,
}

// minOption is the length of the shortest name that counts.
const minOption = len("auth")

// mayBeSecretOption reports whether an option with a value is at at whose name ends like one of a secret.
func mayBeSecretOption(b []byte, at int) bool {
	if byteAt(b, at-1) == '-' || !is(byteAt(b, at+len("--")), letter) { // a rule
		return false
	}
	end := optionEnd(b, at)
	if end == at {
		return false
	}
	name := b[at+len("--") : end]
	return b[end] == ' ' && (secretNameEnds[b[end-1]] || hasPrefixFold(name, "passwd")) || string(name) == literalOption
}

// optionEnd returns the end of the name of the option at at that something follows, or at.
func optionEnd(b []byte, at int) int {
	end := at + len("--")
	for end < len(b) && end-at < maxAssignedKey && is(b[end], urlSafe) {
		end++
	}
	if end-at < len("--")+minOption || end == len(b) {
		return at
	}
	return end
}

func findOption(t *Text, at int) bool {
	b := t.Bytes
	end := optionEnd(b, at)
	t.Work += end - at
	if !mayBeSecretOption(b, at) || is(byteAt(b, at-1), urlSafe) {
		return false
	}
	if string(b[at+len("--"):end]) == literalOption {
		return findLiteral(t, at, end)
	}
	if equalFold(b[at+len("--"):end], "passwd") {
		return findPhraseValue(t, end+1, phraseOption)
	}
	a := assignment{value: end + 1}
	if a.entity, a.name = t.assignedEntity(at+len("--"), end); a.entity == Password || a.entity == None && a.name == nameNothing {
		return false
	}
	if q := byteAt(b, a.value); is(q, quote) {
		a.quote, a.closing = q, t.closedBy(a.value)
		a.value++
	}
	if a.value >= len(b) || b[a.value] == '-' || t.placeholderEnd(a.value) > a.value {
		return false
	}
	return findBehindName(t, a)
}

// literalOption gives "kubectl create secret" a name and a value, which is secret whatever its name says.
const literalOption = "from-literal"

// findLiteral looks at the value of the option at at whose name ends at end. The same option gives a ConfigMap its values.
func findLiteral(t *Text, at, end int) bool {
	b := t.Bytes
	i := end + 1
	outer := byteAt(b, i)
	if is(outer, quote) {
		i++
	}
	equal := t.runEndWithin(i, maxAssignedKey, urlSafe|dot)
	if !is(b[end], blank) && b[end] != '=' || equal == i || byteAt(b, equal) != '=' {
		return false
	}
	v := shellValue{start: equal + 1}
	if is(outer, quote) {
		v.end, v.quoted = t.valueEnd(v.start, t.closedBy(i-1)), true
	} else if bare, ok := t.shellValue(v.start); ok {
		v = bare
	}
	if v.end <= v.start {
		return false
	}
	value := b[v.start:v.end]
	if first := t.scanner.placeholders.End(value, 0); first == len(value) || first == 0 && isPasswordDummy(value) {
		return false
	}
	m := t.commandBefore(at)
	if m.program < 0 || m.options.form != formPairs || !m.verb {
		return false
	}
	e := t.scanner.KeyEntity(b[i:equal])
	if !meansText(e) {
		e = Secret
	}
	return t.add(e, v.start, v.end, v.end)
}
