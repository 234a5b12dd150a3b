package detect

import "bytes"

// Passwords that only their place in a command shows: "net use \\host\share hunter2", "sqlplus jane/hunter2@db",
// "rabbitmqctl add_user jane hunter2", `send "hunter2\r"` of Expect.
var placedPassword = Detector{
	Entities: []Entity{Password},
	Starts:   []string{netUse, netUser, "sqlplus ", "rabbitmqctl ", `send "`, `send -- "`},
	Find:     findPlacedPassword,
}

const (
	netUse  = "net use "
	netUser = "net user "
	// maxPlacedWords is how many words behind the name of a command are looked at.
	maxPlacedWords = 6
)

func findPlacedPassword(t *Text, at int) bool {
	var v shellValue
	var ok bool
	switch b := t.Bytes[at:]; {
	case bytes.HasPrefix(b, []byte(netUse)):
		v, ok = t.behindShare(at + len(netUse))
	case bytes.HasPrefix(b, []byte(netUser)):
		v, ok = t.beforeSwitch(at + len(netUser))
	case bytes.HasPrefix(b, []byte("sqlplus")):
		v, ok = t.behindSlash(at + len("sqlplus"))
	case bytes.HasPrefix(b, []byte("rabbitmqctl")):
		v, ok = t.behindUserVerb(at + len("rabbitmqctl"))
	default:
		v, ok = t.sent(at)
	}
	return ok && t.isShellPassword(v) && t.add(Password, v.start, v.end, v.end)
}

// placedWord returns the word behind the blanks at i, which may hold backslashes, and where it ends with its quotes.
func (t *Text) placedWord(i int) (v shellValue, end int) {
	b := t.Bytes
	start := t.runEndWithin(i, maxAssignedGap, blank)
	if v, ok := t.shellValue(start); ok && v.quoted {
		return v, v.end + 1
	}
	if end, forged := t.forged(start, plainValue); forged && end > 0 {
		return shellValue{start: start, end: end, forged: true}, end
	}
	end = start
	for end < len(b) && end-start < maxShellWord && !is(b[end], blank|lineEnd|quote) {
		end++
	}
	t.Work += end - start
	return shellValue{start: start, end: end}, end
}

// behindShare returns the word behind that of a share or of "/user:…", in either order.
func (t *Text) behindShare(i int) (v shellValue, ok bool) {
	b, share := t.Bytes, false
	for range maxPlacedWords {
		v, i = t.placedWord(i)
		switch word := b[v.start:v.end]; {
		case len(word) == 0:
			return v, false
		case word[0] == '\\':
			share = true
		case word[0] == '/', len(word) == len("Z:") && word[1] == ':':
		default:
			return v, share
		}
	}
	return v, false
}

// beforeSwitch returns the second word, where an option follows.
func (t *Text) beforeSwitch(i int) (shellValue, bool) {
	_, i = t.placedWord(i)
	v, end := t.placedWord(i)
	next := t.runEndWithin(end, maxAssignedGap, blank)
	return v, next > end && byteAt(t.Bytes, next) == '/' && v.start < v.end
}

// behindSlash returns the password in the first word that is no option: "jane/hunter2@db".
func (t *Text) behindSlash(i int) (v shellValue, ok bool) {
	b := t.Bytes
	for range maxPlacedWords {
		if v, i = t.placedWord(i); byteAt(b, v.start) != '-' {
			break
		}
	}
	slash := bytes.IndexByte(b[v.start:v.end], '/')
	if slash <= 0 || !isAll(b[v.start:v.start+slash], urlSafe) {
		return v, false
	}
	v.start += slash + 1
	if at := bytes.LastIndexByte(b[v.start:v.end], '@'); at >= 0 {
		v.end = v.start + at
	}
	return v, v.start < v.end
}

// behindUserVerb returns the second word behind "add_user" and its like.
func (t *Text) behindUserVerb(i int) (shellValue, bool) {
	v, i := t.placedWord(i)
	switch string(t.Bytes[v.start:v.end]) {
	case "add_user", "change_password", "authenticate_user":
	default:
		return v, false
	}
	_, i = t.placedWord(i)
	v, _ = t.placedWord(i)
	return v, v.start < v.end
}

// sent returns the text that a script of Expect sends with a line end, if a password was asked for before.
func (t *Text) sent(at int) (shellValue, bool) {
	const reach = 96 // bytes
	b := t.Bytes
	before := b[max(0, at-reach):at]
	t.Work += 2 * len(before)
	if !bytes.Contains(before, []byte("assword")) && !bytes.Contains(before, []byte("assphrase")) {
		return shellValue{}, false
	}
	open := at + bytes.IndexByte(b[at:], '"')
	v := shellValue{start: open + 1, end: t.valueEnd(open+1, t.closedBy(open)), quoted: true}
	if !is(byteAt(b, v.end), lineEnd) || byteAt(b, v.end+1) != '"' { // as it is seen where escapes were
		if !bytes.HasSuffix(b[v.start:v.end], []byte(`\r`)) {
			return v, false
		}
		v.end -= len(`\r`)
	}
	return v, v.start < v.end && t.withoutPlaceholder(&v)
}
