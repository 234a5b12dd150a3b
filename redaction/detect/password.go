package detect

import "bytes"

// Passwords and other secrets behind their names. A name alone proves little in text that speaks of software: "password is required",
// "password: string", "password=user.password", "api_key = os.environ[…]" hold no secret.

const (
	minPassword = 3
	minSecret   = 8

	// maxSmallNumber is how many digits a number behind a key in quotes has that counts things more often than it opens them, as in JSON.
	maxSmallNumber = 4
)

// findSecretValue looks at the value of an assignment of Password, APIKey, Secret or PrivateKey.
func findSecretValue(t *Text, a assignment) bool {
	b := t.Bytes
	var end int
	if a.quote != 0 {
		end = t.valueEnd(a.value, a.closing)
	} else {
		end = trimSentence(b, a.value, t.runEnd(a.value, plainValue))
	}
	value := b[a.value:end]
	t.Work += min(len(value), 2*maxLooked)
	if a.keyed && isAllDigits(value) {
		return len(value) > 0 && (a.entity == Password || len(value) > maxSmallNumber) && t.add(a.entity, a.value, end, end)
	}
	if isCode(value) || t.isKey(value) || isStopValue(value) || a.quote == 0 && isConstant(value) || isLocator(value) {
		return false
	}
	if a.entity != Password {
		return len(value) >= minSecret && hasDigitAndLetter(value) && looksRandom(value) && !hasAny(value, blank) &&
			(a.quote != 0 || !isNameOrCall(b, value, end)) && !isResourceName(value) && t.add(a.entity, a.value, end, end)
	}
	if len(value) < minPassword || isPasswordDummy(value) || hasAny(value, blank) && !(byteAt(b, end) == a.quote && t.isPassphrase(value)) {
		return false
	}
	if a.quote == 0 && (isProse(b, value, end) || isOperand(b, value, end) || isNextPair(b, a.value, value) ||
		a.option && isMetavariable(value) || a.field && isFields(value) || a.below && !isBelow(b, value, end)) {
		return false
	}
	return t.add(Password, a.value, end, end)
}

// isKey reports whether value is a name that would mean a secret as a key; of a constant, with a number behind it, too ("API_KEY_2").
func (t *Text) isKey(value []byte) bool {
	return t.scanner.KeyEntity(value) != None || len(value) > 0 && isCapitalName(value) && t.scanner.KeyEntity(trimQualifier(value)) != None
}

// isBelow reports whether value, on the line below its key, is a password rather than text or the next key: it holds a digit or a sign
// that words do not have, and no sign of an assignment is in it or behind it.
func isBelow(b, value []byte, end int) bool {
	return hasUnwordly(value) && bytes.IndexByte(value, '=') < 0 && bytes.IndexByte(value, ':') < 0 && byteAt(b, end) != ':'
}

// isPassphrase reports whether value, in quotes, is a password of two to eight words rather than a sentence about one.
func (t *Text) isPassphrase(value []byte) bool {
	const most, longest = 8, 80
	words := 0
	for i := 0; i < len(value) && len(value) <= longest; {
		if is(value[i], blank) {
			i++
			continue
		}
		j := i
		for j < len(value) && !is(value[j], blank) {
			j++
		}
		word := value[i:j]
		if _, known := lookUpStandIn(word); known || isStopValue(word) || t.scanner.KeyEntity(word) != None || !isPlainWord(word) {
			return false
		}
		words++
		i = j
	}
	return words >= 2 && words <= most
}

// isPlainWord reports whether word is letters and digits, with dashes and apostrophes or without.
func isPlainWord(word []byte) bool {
	for _, c := range word {
		if classes[c]&(alnum|highByte|dash) == 0 && c != '\'' {
			return false
		}
	}
	return true
}

// trimSentence leaves out the punctuation that ends a sentence or closes a bracket behind an unquoted value.
func trimSentence(b []byte, start, end int) int {
	const most = 16
	for low := max(start, end-most); end > low && (b[end-1] == '.' || b[end-1] == ')' || b[end-1] == ':' || b[end-1] == '?'); {
		end--
	}
	return end
}

// hasUnwordly reports whether value holds a digit or a sign other than those inside of words.
func hasUnwordly(value []byte) bool {
	for _, c := range value {
		if classes[c]&(letter|highByte) == 0 && c != '-' && c != '\'' && c != '_' && c != '/' && c != '.' && c != '(' && c != ':' {
			return true
		}
	}
	return false
}

// findVerificationCode looks at the value of a card verification code: three or four digits.
func findVerificationCode(t *Text, a assignment) bool {
	end := t.runEndWithin(a.value, 5, digit)
	if size := end - a.value; size < 3 || size > 4 || !endsNumber(t.Bytes, end) {
		return false
	}
	return t.add(CreditCard, a.value, end, end)
}
