package detect

import "bytes"

// Passwords that only their place in a command shows: "sqlplus jane/hunter2@db", "rabbitmqctl add_user jane hunter2". Commands that begin
// with common words ("net use", "send") are left: the fast loop would stop at those words.
var placedPassword = Detector{Entities: []Entity{Password}, Starts: []string{"sqlplus ", "rabbitmqctl "}, Find: findPlacedPassword}

// maxPlacedWords is how many words behind the name of a command are looked at.
const maxPlacedWords = 6

func findPlacedPassword(t *Text, at int) bool {
	var v shellValue
	var ok bool
	if t.Bytes[at] == 's' {
		v, ok = t.behindSlash(at + len("sqlplus"))
	} else {
		v, ok = t.behindUserVerb(at + len("rabbitmqctl"))
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
