package detect

import "bytes"

// Passwords and other secrets behind their names. A name alone proves little in text that speaks of software: "password is required",
// "password: string", "password=user.password", "api_key = os.environ[…]" hold no secret.

const (
	minPassword = 3
	minSecret   = 8
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
		return len(value) > 0 && t.add(a.entity, a.value, end, end)
	}
	if isCode(value) || t.scanner.KeyEntity(value) != None || isStopValue(value) {
		return false
	}
	if a.entity != Password {
		return len(value) >= minSecret && hasDigitAndLetter(value) && looksRandom(value) && !hasAny(value, blank) && t.add(a.entity, a.value, end, end)
	}
	if len(value) < minPassword || isPasswordDummy(value) || hasAny(value, blank) && !(byteAt(b, end) == a.quote && t.isPassphrase(value)) {
		return false
	}
	if a.quote == 0 && (isProse(b, value, end) || isIndexed(b, value, end) || a.below && !isBelow(b, value, end)) {
		return false
	}
	return t.add(Password, a.value, end, end)
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

// isCode reports whether an unquoted value is an expression: a call, or a dotted name without digits.
func isCode(value []byte) bool {
	dots := false
	for i, c := range value {
		if c == '(' && i > 0 && classes[value[i-1]]&word != 0 {
			return true
		}
		if c == '.' && isAlnumAt(value, i-1) && isAlnumAt(value, i+1) {
			dots = true
		} else if classes[c]&(letter|underscore) == 0 {
			return false
		}
	}
	return dots
}

// isProse reports whether value is one word of a sentence that goes on behind end.
func isProse(b, value []byte, end int) bool {
	for _, c := range value {
		if classes[c]&(letter|highByte) == 0 && c != '\'' {
			return false
		}
	}
	return byteAt(b, end) == ' ' && isAlnumAt(b, end+1)
}

// isIndexed reports whether value is a name with an index behind it (`kwargs["password"]`, "args[0]"), or what SOPS and eyaml write before a
// text that is encrypted ("ENC[AES256_GCM,…]").
func isIndexed(b, value []byte, end int) bool {
	next := byteAt(b, end+1)
	return byteAt(b, end) == '[' && isAll(value, letter|underscore) &&
		(is(next, quote) || is(next, digit) && byteAt(b, end+2) == ']' || string(value) == "ENC" && is(next, upper))
}

// isStopValue reports whether value is a word that describes a password rather than being one.
func isStopValue(value []byte) bool {
	var lowered [16]byte
	if len(value) > len(lowered) {
		return false
	}
	for i, c := range value {
		lowered[i] = lowerByte(c)
	}
	return stopValues[string(lowered[:len(value)])]
}

var stopValues = map[string]bool{
	"true": true, "false": true, "null": true, "none": true, "nil": true, "undefined": true, "void": true, "string": true,
	"str": true, "text": true, "bytes": true, "any": true, "int": true, "integer": true, "number": true, "boolean": true,
	"bool": true, "object": true, "optional": true, "required": true, "secretstr": true, "varchar": true, "char": true,
	"is": true, "was": true, "not": true, "must": true, "should": true, "cannot": true, "can": true, "will": true, "has": true,
	"invalid": true, "incorrect": true, "wrong": true, "missing": true, "empty": true, "expired": true, "reset": true,
	"change": true, "changed": true, "forgotten": true, "forgot": true, "weak": true, "strong": true, "too": true,
	"new": true, "old": true, "current": true, "field": true, "protected": true, "hidden": true, "masked": true,
	"hash": true, "hashed": true, "encrypted": true, "input": true, "type": true, "self": true, "this": true, "the": true,
	"and": true, "or": true, "for": true, "yes": true, "no": true, "default": true, "unset": true, "set": true,

	"erforderlich": true, "falsch": true, "ungültig": true, "leer": true, "vergessen": true, "ändern": true, "neu": true, "geändert": true,
	"obligatorio": true, "obligatoria": true, "requerido": true, "requerida": true, "incorrecto": true, "incorrecta": true, "olvidada": true,
	"obligatoire": true, "requis": true, "oublié": true, "incorreta": true, "obrigatória": true, "esquecida": true, "inválida": true,
	"vereist": true, "vergeten": true, "onjuist": true,
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
