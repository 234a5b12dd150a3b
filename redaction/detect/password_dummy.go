package detect

import "bytes"

// isPasswordDummy reports whether a password only stands in the place of one: a variable or a template, one character again and again,
// or nothing but words such as "your password here". A word inside of a password ("Yourmom123") is no sign of a stand-in.
func isPasswordDummy(value []byte) bool {
	if len(value) == 0 || isVariable(value) {
		return true
	}
	looked := value[:min(len(value), maxLooked)]
	for _, sign := range []string{"${", "{{", "****"} {
		if bytes.Contains(looked, []byte(sign)) {
			return true
		}
	}
	if len(value) > maxLooked {
		return false // too long to stand for another one
	}
	if different := distinct(value); different == 1 && !is(value[0], digit) || len(value) >= 12 && different < 5 {
		return true
	}
	return isStandIn(value)
}

// isStandIn reports whether all words of value are those of a stand-in, and one of them is so in itself.
func isStandIn(value []byte) bool {
	found := false
	for i := 0; i < len(value); {
		if classes[value[i]]&(dash|underscore|dot|blank) != 0 {
			i++
			continue
		}
		j := i
		for j < len(value) && is(value[j], letter) {
			j++
		}
		always, known := lookUpStandIn(value[i:j])
		if !known {
			return false
		}
		found = found || always
		i = j
	}
	return found
}

// standInWords are words of stand-ins: true for those that are none anywhere else, false for those that stand beside them.
var standInWords = map[string]bool{
	"your": true, "example": true, "placeholder": true, "redacted": true, "changeme": true, "change": true, "insert": true,
	"replace": true, "todo": true, "fixme": true, "here": true, "dummy": true, "enter": true, "please": true,
	"me": false, "my": false, "the": false, "a": false, "with": false, "password": false, "passwd": false, "pass": false,
	"secret": false, "key": false, "token": false, "goes": false, "user": false, "db": false, "value": false, "real": false,
	"new": false, "own": false,
}

// lookUpStandIn returns whether word is one of standInWords, and what it tells.
func lookUpStandIn(word []byte) (always, known bool) {
	var lowered [16]byte
	if len(word) > len(lowered) {
		return false, false
	}
	for i, c := range word {
		lowered[i] = lowerByte(c)
	}
	always, known = standInWords[string(lowered[:len(word)])]
	return always, known
}
