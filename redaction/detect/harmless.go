package detect

import "bytes"

// IsHarmless reports whether value, whole, is no secret although key says that it holds one: the working directory in "PWD", the version of a
// package that is named after one ("tough-cookie": "^5.1.1"), the name of a resource of AWS, or a slot of a template, behind the scheme of a
// header or not ("Bearer ${TOKEN}", "{{ password }}", "%s").
func IsHarmless(key, value []byte) bool {
	return isDirectory(key, value) || isVersion(value) || isSlot(value) || isResource(value)
}

// isResource reports whether value is the name of a resource of AWS.
func isResource(value []byte) bool {
	return hasPrefixFold(value, "arn:aws") && isAll(value, word|dash|dot|headerSign|base64Sign)
}

// isDirectory reports whether a path starts text, which is a value under the key "PWD" or "pwd", where shells keep the folder that they work
// in; "Pwd" is of connection strings. The first name of a path does not look random, and a path of one name has no digits.
func isDirectory(key, text []byte) bool {
	const drive = len(`C:\`)
	if string(key) != "PWD" && string(key) != "pwd" || len(text) == 0 {
		return false
	}
	start := 0
	switch {
	case text[0] == '/':
		start = 1
	case text[0] == '~' && byteAt(text, 1) == '/':
		start = 2
	case is(text[0], letter) && byteAt(text, 1) == ':' && byteAt(text, 2) == '\\':
		start = drive
	default:
		return false
	}
	names, digits := 1, false
	for i, c := range text[start:min(len(text), maxLooked)] {
		switch {
		case classes[c]&(blank|lineEnd|quote) != 0 || c == ',' || c == ';' || c == ')' || c == ']' || c == '}':
			return names > 1 || !digits
		case c == '/' || c == '\\':
			if names == 1 && isRandom(text[start:start+i]) {
				return false
			}
			names++
		case is(c, digit):
			digits = true
		case !is(c, word|dash|dot|highByte) && c != '@' && c != '+':
			return false
		}
	}
	return names > 1 || !digits
}

// isVersion reports whether value is three numbers with dots between and up to five digits together ("5.1.1"), as dates, telephone and account
// numbers have more; or two or three of up to four digits behind the sign of a range ("^5.1", ">=5.1.1").
func isVersion(value []byte) bool {
	const longest, mostDigits, dots = 4, 5, 2
	numbers := bytes.TrimLeft(value, "^~<>=")
	if len(numbers) == len(value) && len(value) > mostDigits+dots {
		return false
	}
	parts, run := 0, 0
	for i := 0; i <= len(numbers); i++ {
		if i < len(numbers) && numbers[i] != '.' {
			if run++; run > longest || !is(numbers[i], digit) {
				return false
			}
			continue
		}
		if run == 0 {
			return false
		}
		parts, run = parts+1, 0
	}
	return parts == 3 || parts == 2 && len(numbers) < len(value)
}

// isSlot reports whether value is one slot of a template and no more, or the scheme of a header before a variable, a stand-in or nothing.
func isSlot(value []byte) bool {
	if blankAt := bytes.IndexByte(value, ' '); blankAt > 0 && schemeKind(value[:min(blankAt, maxScheme)]) != schemeNone {
		value = bytes.TrimLeft(value[blankAt:], " ")
		return len(value) == 0 || isVariable(value) && !isRandom(value) || isStandIn(value)
	}
	for _, s := range slots {
		if name, ok := bytes.CutPrefix(value, []byte(s.opening)); ok {
			if name, ok = bytes.CutSuffix(name, []byte(s.closing)); ok {
				return isSlotName(name)
			}
		}
	}
	return len(value) == 2 && value[0] == '%' && is(value[1], lower)
}

// slots are by what opens and closes them, the longer first.
var slots = []struct{ opening, closing string }{{"{{", "}}"}, {"${", "}"}, {"$(", ")"}, {"#{", "}"}, {"{", "}"}}

// isSlotName reports whether b is the name of a variable, with members, or nothing. A random one is a secret in braces.
func isSlotName(b []byte) bool {
	return len(b) <= maxLooked && isAll(b, word|dot|blank) && !isRandom(b)
}
