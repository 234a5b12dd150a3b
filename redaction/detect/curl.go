package detect

import "bytes"

// Credentials in a call of curl (https://curl.se/docs/manpage.html#-u): "curl -u user:password", "curl --user 'user:password'". Both are
// replaced, as in a URL.
var curlUser = Detector{Entities: []Entity{URLCredentials}, Bytes: "-", Next: isUserOption, Near: mayBeUserOption, Find: findCurlUser}

// maxShellWord is the length of the longest value of an option that is looked at.
const maxShellWord = 128

func isUserOption(c byte) bool { return c == 'u' || c == 'U' || c == '-' }

// mayBeUserOption reports whether the option "-u" or "--user" is at at, in a text or in a string of JSON as it is written.
func mayBeUserOption(b []byte, at int) bool {
	end := userOptionEnd(b, at)
	if end == at || b[at+1] == '-' && !isValueSign(byteAt(b, end)) && !is(byteAt(b, end), highByte) && byteAt(b, end) != '\\' {
		return false
	}
	return mayStartWord(b, at)
}

// userOptionEnd returns the end of the name of the option at at, at if it is another one. The value may stand right behind a letter.
func userOptionEnd(b []byte, at int) int {
	if b[at] == '-' && (byteAt(b, at+1) == 'u' || byteAt(b, at+1) == 'U') {
		return at + len("-u")
	}
	for _, name := range []string{"--user", "--proxy-user"} {
		if bytes.HasPrefix(b[at:], []byte(name)) && !is(byteAt(b, at+len(name)), urlSafe) {
			return at + len(name)
		}
	}
	return at
}

// isValueSign reports whether c may stand between an option and its value, or before that.
func isValueSign(c byte) bool { return is(c, blank|quote) || c == '=' }

func findCurlUser(t *Text, at int) bool {
	b := t.Bytes
	value := userOptionEnd(b, at)
	if value == at || b[at+1] == '-' && !isValueSign(byteAt(b, value)) || !is(byteAt(b, at-1), blank|lineEnd) {
		return false
	}
	t.looks.unclear = true // what is replaced on the way to the command decides how far that is
	if m := t.commandBefore(at); m.curl < 0 || at-m.curl > maxCommand {
		return false
	}
	if byteAt(b, value) == '=' {
		value++
	}
	return findLogin(t, t.runEndWithin(value, maxAssignedGap, blank))
}

// findLogin adds the user and the password of which the word at value consists.
func findLogin(t *Text, value int) bool {
	b := t.Bytes
	end, colon := shellWordEnd(b, value)
	t.Work += end - value
	start := value
	if q := byteAt(b, start); is(q, quote) && end-1 > start && bytes.IndexByte(b[start+1:end], q) == end-start-2 {
		start, end = start+1, end-1 // all of it stands in quotes
	}
	if colon < start || t.placeholderEnd(start) > start {
		return false
	}
	if !isLogin(trimQuotes(b[start:colon]), trimQuotes(b[colon+1:end])) {
		return false
	}
	return t.add(URLCredentials, start, end, end)
}

// shellWordEnd returns the end of the word of a shell that starts at i, in which blanks and brackets stand in quotes, and its first colon, -1
// if it has none. A quote that nothing closes ends the word.
func shellWordEnd(b []byte, i int) (end, colon int) {
	colon = -1
	limit := min(len(b), i+maxShellWord)
	for ; i < limit && is(b[i], plainValue|quote); i++ {
		last := i
		if is(b[i], quote) {
			k := bytes.IndexByte(b[i+1:limit], b[i])
			if k < 0 {
				return i, colon
			}
			last = i + 1 + k
		}
		if k := bytes.IndexByte(b[i:last+1], ':'); k >= 0 && colon < 0 {
			colon = i + k
		}
		i = last
	}
	return i, colon
}

// trimQuotes returns word without the quotes around it.
func trimQuotes(word []byte) []byte { return bytes.Trim(word, "\"'`") }

// isLogin reports whether user and password are none that only stand in the place of others, and no numbers of a user and a group of the
// system. One of them may be missing where the other is a key.
func isLogin(user, password []byte) bool {
	const minKey = 8
	switch {
	case len(user) == 0:
		return len(password) >= minKey && hasUnwordly(password) && !isPasswordDummy(password)
	case isRandomInBraces(password):
		return true
	case len(password) == 0:
		return len(user) >= minKey && hasDigitAndLetter(user) && looksRandom(user)
	case isAllDigits(user) && isAllDigits(password), bytes.Equal(user, password), isVariable(user) && isVariable(password),
		bytes.HasPrefix(password, []byte("//")): // of a URL
		return false
	}
	_, isWord := lookUpStandIn(password)
	return len(password) >= minPassword && !isWord && string(password) != "test" && string(password) != "pwd" && !isPasswordDummy(password)
}

// isRandomInBraces reports whether value in braces is no name of a variable, but random.
func isRandomInBraces(value []byte) bool {
	inside := len(value) - 1
	return inside > 0 && value[0] == '{' && value[inside] == '}' && isNamedSecret(nameSecret, value[1:inside])
}
