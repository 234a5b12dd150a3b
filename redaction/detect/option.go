package detect

// Options of commands whose value stands behind a blank: "--token abc", "--api-key 'abc'". With an equals sign they are assignments; for
// "--password" see findPasswordPhrase.
var option = Detector{
	Entities: []Entity{Authorization, APIKey, Secret, PrivateKey}, Bytes: "-", Next: isDash, Near: mayBeSecretOption, Find: findOption,
}

// mayBeSecretOption reports whether an option with a value is at at whose name ends like one of a secret.
func mayBeSecretOption(b []byte, at int) bool {
	if byteAt(b, at-1) == '-' || !is(byteAt(b, at+len("--")), letter) { // a rule
		return false
	}
	end := optionEnd(b, at)
	return end > at && b[end] == ' ' && secretNameEnds[b[end-1]]
}

// optionEnd returns the end of the name of the option at at that something follows, or at.
func optionEnd(b []byte, at int) int {
	end := at + len("--")
	for end < len(b) && end-at < maxAssignedKey && is(b[end], urlSafe) {
		end++
	}
	if end-at < len("--")+minSecretName || end == len(b) {
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
