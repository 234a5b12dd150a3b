package detect

import "bytes"

// Credentials in a call of curl (https://curl.se/docs/manpage.html#-u): "curl -u user:password", "curl --user 'user:password'". Both are
// replaced, as in a URL.
var curlUser = Detector{Entities: []Entity{URLCredentials}, Bytes: "-", Next: isUserOption, Near: mayBeUserOption, Find: findCurlUser}

const (
	// maxCommand is how far an option may stand behind the name of its command, in bytes.
	maxCommand = 512
	// maxShellWord is the length of the longest value of an option that is looked at.
	maxShellWord = 128
)

// commandMemo remembers where the last "curl" before some offset stands.
type commandMemo struct {
	at   int // -1: nowhere
	seen int // up to where was looked
}

func isUserOption(c byte) bool { return c == 'u' || c == '-' }

// mayBeUserOption reports whether the option "-u" or "--user" is at at, in a text or in a string of JSON as it is written.
func mayBeUserOption(b []byte, at int) bool {
	before := byteAt(b, at-1)
	return userOptionEnd(b, at) > at && (is(before, blank|lineEnd) || at > 1 && b[at-2] == '\\')
}

// userOptionEnd returns the end of the name of the option at at, at if it is another one.
func userOptionEnd(b []byte, at int) int {
	for _, name := range []string{"-u", "--user", "--proxy-user"} {
		end := at + len(name)
		if bytes.HasPrefix(b[at:], []byte(name)) && (is(byteAt(b, end), blank|quote) || byteAt(b, end) == '=') {
			return end
		}
	}
	return at
}

func findCurlUser(t *Text, at int) bool {
	b := t.Bytes
	value := userOptionEnd(b, at)
	if value == at || !is(byteAt(b, at-1), blank|lineEnd) {
		return false
	}
	t.looks.unclear = true // what is replaced on the way to the command decides how far that is
	if !t.isOfCurl(at) {
		return false
	}
	if byteAt(b, value) == '=' {
		value++
	}
	value = t.runEndWithin(value, maxAssignedGap, blank)
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

// isOfCurl reports whether the word "curl" stands not too far before at.
func (t *Text) isOfCurl(at int) bool {
	m := &t.curl
	from := max(m.seen-len("curl"), 0)
	for i := from; i < at; {
		k := bytes.Index(t.Bytes[i:at], []byte("curl"))
		if k < 0 {
			break
		}
		if i += k; !isAlnumAt(t.Bytes, i-1) && !isAlnumAt(t.Bytes, i+len("curl")) {
			m.at = i
		}
		i += len("curl")
	}
	t.Work += at - from
	m.seen = at
	return m.at >= 0 && at-m.at <= maxCommand
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
	case len(password) == 0:
		return len(user) >= minKey && hasDigitAndLetter(user) && looksRandom(user)
	case isAllDigits(user) && isAllDigits(password), bytes.Equal(user, password), isVariable(user) && isVariable(password):
		return false
	}
	_, isWord := lookUpStandIn(password)
	return len(password) >= minPassword && !isWord && string(password) != "test" && string(password) != "pwd" && !isPasswordDummy(password)
}
