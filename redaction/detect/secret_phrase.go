package detect

import "strings"

// Secrets behind a name and a verb, a blank, a comma or the bar of a table: "my API key is …", "ENV ACME_TOKEN …", "api_key,…",
// "| API_KEY | … |". No sign says that a value is meant, so that it must look random whatever the name.
var secretPhrase = Detector{
	Entities: []Entity{APIKey, PrivateKey, Secret}, Words: []string{"key", "apikey", "token", "secret"}, Behind: mayBeSpoken, Find: findSecretPhrase,
}

// mayBeSpoken reports whether one of the two words behind the name whose literal ends at i may be a secret: it holds a digit or an odd sign.
func mayBeSpoken(b []byte, i int) bool {
	const window = 256 // bytes, more than two gaps of blanks
	for low := i; i < len(b) && is(b[i], letter); i++ {
		if i-low > maxAssignedKey {
			return true
		}
	}
	end := min(len(b), i+window)
	for range 2 {
		for ; i < end && isBetweenWords(b, i); i++ {
			if b[i] == '\\' {
				i++
			}
		}
		start, hasDigit := i, false
		for ; i < end && !isBetweenWords(b, i); i++ {
			hasDigit = hasDigit || is(b[i], digit)
			if !is(b[i], alnum|urlSafe|dot|highByte|headerSign) && strings.IndexByte("'()!?;/", b[i]) < 0 {
				return true
			}
		}
		if hasDigit && i-start >= minNamedSecret {
			return true
		}
	}
	return i == end && end < len(b)
}

// isBetweenWords reports whether the byte at i stands between words: blanks, quotes, commas and bars, in a string of JSON as escapes, too.
func isBetweenWords(b []byte, i int) bool {
	c := b[i]
	return is(c, blank|lineEnd|quote) || c == ',' || c == '|' || c == '\\' && isShortEscape(byteAt(b, i+1))
}

func findSecretPhrase(t *Text, at int) bool {
	b := t.Bytes
	end := t.runEndWithin(at, maxAssignedKey, letter)
	if c := byteAt(b, end); c != ',' && !is(c, blank) {
		return false
	}
	start := end
	for start > 0 && end-start < maxAssignedKey && is(b[start-1], urlSafe|dot|highByte) {
		start--
	}
	t.Work += end - start
	i, spoken := t.phraseValue(end)
	if i >= len(b) || isPartOfARN(b, start) || b[start] == '-' && b[start+1] == '-' { // see findOption
		return false
	}
	a := assignment{value: i}
	a.entity, a.name = t.assignedEntity(start, end)
	spoken = spoken || isOptionName(b, start)
	alone := start == at // one word, which may be part of a name of two
	switch {
	case a.entity == APIKey, a.entity == PrivateKey:
	case a.entity == Secret:
		if alone && !spoken && equalFold(b[at:end], "secret") { // what follows is rather its name
			return false
		}
	case a.entity != None, a.name == nameNothing, !spoken && a.name != nameSecret:
		return false
	}
	if q := byteAt(b, i); is(q, quote) {
		a.quote = q
		a.value++
	}
	return t.addSpoken(a)
}

// isOptionName reports whether an option with one dash starts at i.
func isOptionName(b []byte, i int) bool {
	return b[i] == '-' && (i == 0 || is(b[i-1], blank)) && is(byteAt(b, i+1), letter)
}

// phraseValue returns where the value behind a name that ends at i starts, and whether a verb or a table says that there is one.
func (t *Text) phraseValue(i int) (value int, spoken bool) {
	b := t.Bytes
	if b[i] == ',' {
		return i + 1, false
	}
	i = t.runEndWithin(i, maxAssignedGap, blank)
	if byteAt(b, i) == '|' {
		return t.runEndWithin(i+1, maxAssignedGap, blank), true
	}
	verb := t.runEndWithin(i, len("lautet")+1, lower|highByte)
	if !phraseVerbs[string(b[i:verb])] {
		return i, false
	}
	if i = verb; byteAt(b, i) == ':' {
		i++
	}
	if !is(byteAt(b, i), blank) {
		return len(b), false
	}
	return t.runEndWithin(i, maxAssignedGap, blank), true
}

// addSpoken adds the value of a, if it looks random. The form of a key says more than its name.
func (t *Text) addSpoken(a assignment) bool {
	b, e := t.Bytes, a.entity
	if a.value >= len(b) {
		return false
	}
	if findAPIKey(t, a.value) || hasPrefixFold(b[a.value:], "eyj") && findJWT(t, a.value) {
		return true
	}
	if e == None {
		e = Secret
	}
	if end, forged := t.forged(a.value, plainValue); forged {
		return end-a.value >= minNamedSecret && t.add(e, a.value, end, end)
	}
	end := t.namedSecretEnd(a)
	value := b[a.value:end]
	if a.entity == None && (len(value) < minBareSecret || isUUIDLike(value)) {
		return false
	}
	return isNamedSecret(nameSecret, value) && !isAllDigits(value) && t.add(e, a.value, end, end)
}
