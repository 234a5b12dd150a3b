package detect

// Secrets behind a name that may or may not mean one: "acme_token", "MAXMIND_LICENSE_KEY", "smtp credentials", "auth". Such a name alone
// proves little ("next_page_token", "cache_key"), so the value must look random as well (see isNamedSecret). Names that mean a secret
// whatever stands behind them are in wholeKeys.

// secretName says what the name of a value says of a secret in it.
type secretName uint8

const (
	nameNothing    secretName = iota
	nameBare                  // "token" alone: the value must be long
	namePass                  // "pass", "pw": a password, if it looks like one
	nameRandomPass            // "… pass": a password, if it looks random, since tests pass as well
	nameKey                   // "… key", "… pat": UUIDs are no secret
	nameSecret                // "… token", "… credentials", "auth", "… secret", "… bearer", "access key"
)

const (
	minSecretName  = 2 // "pw"
	minNamedSecret = 10
	minBareSecret  = 16
	minNamedPass   = 6
	maxNamedSecret = 150
	minDigitSecret = 17 // more digits than a time in microseconds has
)

// nameOf looks at the last two words of name, and where it ends with a qualifier at those before it: of what [Scanner.KeyEntity] knows, too,
// a name with a qualifier proves less ("password_old" may be a flag).
func (s *Scanner) nameOf(name []byte) secretName {
	if len(name) < minSecretName || len(name) > maxAssignedKey || !secretNameEnds[name[len(name)-1]] {
		return nameNothing
	}
	if bare := trimQualifier(name); len(bare) < len(name) {
		switch s.KeyEntity(bare) {
		case Password:
			return namePass
		case APIKey, Secret, PrivateKey:
			return nameSecret
		}
		if len(bare) == 0 || meansElseNumbered(bare, name[len(bare):]) {
			return nameNothing
		}
		name = bare
	}
	last := keyWordStart(name, len(name))
	before := last
	for before > 0 && !is(name[before-1], alnum) {
		before--
	}
	var previous []byte
	if before > 0 {
		previous = name[keyWordStart(name, before):before]
	}
	return nameOfWords(previous, name[last:])
}

// nameOfWords is nameOf for the last word of a name and the one before it, which is nil where there is none.
func nameOfWords(previous, word []byte) secretName {
	if isOneOf(word, secretNouns) || isOneOf(word, joinedKeys) {
		return nameSecret
	}
	switch {
	case hasSuffixFold(word, "token"):
		stem := word[:len(word)-len("token")]
		if len(stem) == 0 {
			stem = previous
		}
		if len(stem) == 0 {
			return nameBare
		}
		if !isOneOf(stem, notSecretTokens) {
			return nameSecret
		}
	case hasSuffixFold(word, "secret"):
		return nameSecret
	case equalFold(word, "pass"):
		switch {
		case previous == nil:
			return namePass
		case !isOneOf(previous, notSecretPasses):
			return nameRandomPass
		}
	case equalFold(word, "pw"):
		return namePass
	case len(previous) > 1 && equalFold(word, "bearer"):
		return nameSecret
	case len(previous) > 1 && equalFold(word, "pat") && !isOneOf(previous, notSecretPats):
		return nameKey
	case equalFold(word, "key"):
		switch {
		case isOneOf(previous, secretKeys):
			return nameSecret
		case len(previous) > 1 && !isOneOf(previous, notSecretKeys):
			return nameKey
		}
	}
	return nameNothing
}

// meansElseNumbered reports whether the last word of bare, which qualifier follows, is one of notNumbered with a number right behind it, or
// alone with one.
func meansElseNumbered(bare, qualifier []byte) bool {
	start := keyWordStart(bare, len(bare))
	return is(qualifier[len(qualifier)-1], digit) && (start == 0 || is(qualifier[0], digit)) && isOneOf(bare[start:], notNumbered)
}

// trimQualifier drops a number, the number of a version or one of qualifiers at the end of name ("token_2", "apiKeyV2", "secret_value").
func trimQualifier(name []byte) []byte {
	if end := numberStart(name); end < len(name) {
		if end > 0 && lowerByte(name[end-1]) == 'v' && keyWordStart(name, end) == end-1 {
			end--
		}
		return trimSigns(name[:end])
	}
	if start := keyWordStart(name, len(name)); isOneOf(name[start:], qualifiers) {
		return trimSigns(name[:start])
	}
	return name
}

// numberStart returns the start of the number of up to three digits at the end of name, its length where there is none or a longer one.
func numberStart(name []byte) int {
	const most = 3
	i := len(name)
	for i > 0 && len(name)-i <= most && is(name[i-1], digit) {
		i--
	}
	if len(name)-i > most {
		return len(name)
	}
	return i
}

// trimSigns drops what is no letter or digit at the end of name.
func trimSigns(name []byte) []byte {
	for len(name) > 0 && classes[name[len(name)-1]]&(alnum|highByte) == 0 {
		name = name[:len(name)-1]
	}
	return name
}

// isOneOf reports whether word is in list, whose words are in lower case.
func isOneOf(word []byte, list []string) bool {
	for _, w := range list {
		if equalFold(word, w) {
			return true
		}
	}
	return false
}

// hasSuffixFold reports whether b ends with want, which is in lower case, in any case.
func hasSuffixFold(b []byte, want string) bool {
	return len(b) >= len(want) && equalFold(b[len(b)-len(want):], want)
}

// equalFold reports whether b is want, which is in lower case, in any case.
func equalFold(b []byte, want string) bool { return len(b) == len(want) && hasPrefixFold(b, want) }

// findNamedSecret looks at the value of an assignment whose key may name a secret.
func findNamedSecret(t *Text, a assignment) bool {
	b := t.Bytes
	if a.nested || a.below {
		return false
	}
	end := t.namedSecretEnd(a)
	if value := b[a.value:end]; a.quote == 0 && byteAt(b, end) == '{' && isNameOrCall(b, value, end) || !isNamedSecret(a.name, value) {
		return false
	}
	return t.add(a.name.entity(), a.value, end, end)
}

// namedSecretEnd returns where the value of a ends, or more than maxNamedSecret bytes behind its start.
func (t *Text) namedSecretEnd(a assignment) int {
	b := t.Bytes
	if a.quote == 0 {
		return trimSentence(b, a.value, t.runEnd(a.value, plainValue))
	}
	end := a.value
	for limit := min(len(b), a.value+maxNamedSecret+1); end < limit && b[end] != a.quote && !is(b[end], lineEnd); {
		end++
	}
	t.Work += end - a.value
	return end
}

// entity returns what the secret is that a name speaks of.
func (n secretName) entity() Entity {
	if n == namePass || n == nameRandomPass {
		return Password
	}
	return Secret
}

// findKeyedSecret looks at a text that stands alone under a key or an attribute that may name a secret.
func findKeyedSecret(t *Text) bool {
	key := t.Place.Name
	if len(key) == 0 {
		key = t.Place.Key
	}
	if len(key) == 0 {
		key = t.Place.Attribute
	}
	if len(key) == 0 || len(t.Bytes) < minNamedPass || len(t.Bytes) > maxNamedSecret || t.scanner.off[Secret] {
		return false
	}
	name := t.scanner.nameOf(trimIndex(key))
	return name != nameNothing && isNamedSecret(name, t.Bytes) && t.add(name.entity(), 0, len(t.Bytes), len(t.Bytes))
}

// NamesSecret reports whether a text that stands alone under key may be a secret for that reason, so that [Scanner.SkimJSON] cannot tell.
func (s *Scanner) NamesSecret(key []byte) bool {
	return s.nameOf(trimIndex(key)) != nameNothing && !s.off[Secret]
}
