package detect

import "bytes"

// What tells that an unquoted value behind a name is code or a manual rather than a secret.

// isCode reports whether an unquoted value is an expression: a call, or a dotted name without digits. A name with digits is one of a call
// where dots, underscores or colons are in it, or a variable is its first argument: "pa55(word" is none.
func isCode(value []byte) bool {
	dots, signs, digits := false, false, false
	for i, c := range value {
		switch {
		case is(c, letter):
		case is(c, digit):
			digits = true
		case c == '_':
			signs = true
		case c == '.' && isAlnumAt(value, i-1) && is(byteAt(value, i+1), letter|underscore):
			dots = true
		case c == ':' && (byteAt(value, i+1) == ':' || byteAt(value, i-1) == ':'):
			signs = true
		case c == '(' && i > 0 && is(value[i-1], word):
			return !digits || dots || signs || byteAt(value, i+1) == '$'
		default:
			return false
		}
	}
	return dots && !digits
}

// isOperand reports whether an unquoted value, which ends at end, is a name of code that goes on behind it: an index ("args[2]"), a type
// ("Option<String>"), a literal ("Login{"), another assignment ("passwd = acct = 1") or an operator ("BASE + 15").
func isOperand(b, value []byte, end int) bool {
	for _, c := range value {
		if !is(c, letter|underscore|dot) {
			return false
		}
	}
	switch c := byteAt(b, end+1); byteAt(b, end) {
	case '[':
		return isIndex(b, end+1) || string(value) == "ENC" // of SOPS and eyaml, before a text that is encrypted
	case '<':
		return is(value[0], upper) && isTypeArgument(b, end+1)
	case '{':
		return is(value[0], upper)
	case ' ':
		next := byteAt(b, end+2)
		return (c == '=' || c == '+') && is(next, blank) || c == next && (c == '|' || c == '?') || c == '-' && next == '>'
	}
	return false
}

// isIndex reports whether an index stands at i, behind its bracket: a text in quotes, or an expression or nothing with a bracket behind it.
func isIndex(b []byte, i int) bool {
	const most = 32
	if is(byteAt(b, i), quote) {
		return true
	}
	end := i
	for end-i < most && (is(byteAt(b, end), word|dash|dot|blank|headerSign) || byteAt(b, end) == '$' || byteAt(b, end) == '(' || byteAt(b, end) == ')') {
		end++
	}
	return byteAt(b, end) == ']'
}

// isTypeArgument reports whether a type stands at i that a bracket closes, "String>", and no tag: "br>", "/b>".
func isTypeArgument(b []byte, i int) bool {
	if is(byteAt(b, i), upper) {
		return true
	}
	const most = len("uint8array")
	end := i
	for end-i < most && is(byteAt(b, end), alnum) {
		end++
	}
	return byteAt(b, end) == '>' && (isStopWord(b[i:end]) || string(b[i:end]) == "u8")
}

// isConstant reports whether value is a hexadecimal number of up to 32 bits, as constants of programs are: "0x115", "-0x3fd39680". One of 64
// may be a key of DES.
func isConstant(value []byte) bool {
	const most = 8
	value = bytes.TrimPrefix(value, []byte("-"))
	if !hasPrefixFold(value, "0x") {
		return false
	}
	digits := value[len("0x"):]
	return len(digits) > 0 && len(digits) <= most && isAll(digits, hex|underscore)
}

// isMetavariable reports whether value is what manuals write in the place of the value of an option: a name in capitals, "--password PASS".
func isMetavariable(value []byte) bool {
	return isAll(value, upper|dash|underscore) && !isRandom(value)
}

// isFields reports whether value, behind the name of a field, is the names of more fields of a record: "name:password:UID:GID", "…:BASE_DN".
func isFields(value []byte) bool {
	return !hasUnwordly(value) && (bytes.IndexByte(value, ':') > 0 || isMetavariable(value))
}

// isNameOrCall reports whether an unquoted value, which ends at end, is a call, a literal of a type, or a name with dots: what no key or token
// is, though names have digits ("oauth2.NewToken(", "tpm2.Auth{", "s.ec2Service"). A name has no signs but those by which code joins names
// ("$a", "&a.b", "A::b", "a?.b"), and does not look random unless it is called and has a dot.
func isNameOrCall(b, value []byte, end int) bool {
	name, _, called := bytes.Cut(value, []byte("("))
	called = called || byteAt(b, end) == '{' || byteAt(b, end) == '('
	dots := bytes.IndexByte(name, '.') > 0
	if !called && !dots {
		return false
	}
	name = bytes.TrimLeft(name, "&*@!$")
	for _, c := range name {
		if !is(c, word|dot) && c != ':' && c != '?' {
			return false
		}
	}
	return len(name) > 0 && (called && dots || !isRandom(name))
}

// isResourceName reports whether value is small letters and digits between dashes that do not look random, as resources of a cluster are named
// that hold a secret: "postgres-secret-2".
func isResourceName(value []byte) bool {
	return bytes.IndexByte(value, '-') > 0 && isAll(value, lower|digit|dash) && !isRandom(value) && !isUUIDLike(value)
}

// isLocator reports whether value only says where something is: a URL, in which credentials are found by themselves, or the name of a resource
// of AWS.
func isLocator(value []byte) bool {
	if isResource(value) {
		return true
	}
	i := bytes.Index(value[:min(len(value), maxScheme)], []byte("://"))
	return i > 0 && isAll(value[:i], letter|digit)
}

// isNextPair reports whether value, which starts at start, is the pair of another name behind one that is empty: "password= host=db".
func isNextPair(b []byte, start int, value []byte) bool {
	sign := skipBack(b, start, blank) - 1
	name := bytes.IndexByte(value, '=')
	return sign < start-1 && byteAt(b, sign) == '=' && !is(byteAt(b, sign-1), blank) &&
		name > 0 && name+1 < len(value) && isAll(value[:name], letter|underscore)
}

// isProse reports whether an unquoted value, which ends at end, is one word of a sentence that goes on behind it, or the start of
// one that an apostrophe cuts ("don't").
func isProse(b, value []byte, end int) bool {
	for _, c := range value {
		if classes[c]&(letter|highByte) == 0 && c != '\'' {
			return false
		}
	}
	switch byteAt(b, end) {
	case '\'':
		return is(byteAt(b, end+1), letter)
	case ':':
		end++
	}
	return byteAt(b, end) == ' ' && isAlnumAt(b, end+1)
}

// isSplice reports whether a value in quotes starts with what ends a text in code and joins it with another: `'" + name + "'`.
func isSplice(value []byte) bool {
	if len(value) == 0 || !is(value[0], quote) {
		return false
	}
	switch rest := bytes.TrimLeft(value[1:], " "); byteAt(rest, 0) {
	case '+', '.', '&', '|', ',':
		return true
	}
	return false
}
