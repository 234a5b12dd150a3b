package detect

import "bytes"

// Passwords of the programs that write files of them: "htpasswd -b file jane hunter2", "echo jane:hunter2 | chpasswd".
var passwordFile = Detector{Entities: []Entity{Password}, Starts: []string{"htpasswd ", "chpasswd"}, Find: findPasswordFile}

func findPasswordFile(t *Text, at int) bool {
	b := t.Bytes
	if b[at] == 'h' {
		return findHtpasswd(t, at+len("htpasswd"))
	}
	end := at + len("chpasswd")
	if is(byteAt(b, end), urlSafe|dot) {
		return false
	}
	t.commandBefore(at)
	v, ok := t.piped()
	colon := bytes.IndexByte(b[v.start:v.end], ':')
	if !ok || colon < 0 {
		return false
	}
	if v.start += colon + 1; v.start == v.end || t.scanner.placeholders.End(b[v.start:v.end], 0) > 0 {
		return false
	}
	return t.isShellPassword(v) && t.insert(Password, v.start, v.end, end)
}

// findHtpasswd looks at the words behind i: with the option "-b" the last one is the password, behind a file, which "-n" leaves out, and a user.
func findHtpasswd(t *Text, i int) bool {
	const most = 8 // words
	b := t.Bytes
	given, left := false, len("fu")
	for range most {
		start := t.runEndWithin(i, maxAssignedGap, blank)
		v, ok := t.shellValue(start)
		switch {
		case start == i || !ok && byteAt(b, start) != '"':
			return false
		case !ok: // no user
			v = shellValue{start: start, end: start + 1, quoted: true}
		}
		if i = v.end; v.quoted {
			i++
		}
		switch {
		case b[start] == '-':
			for _, c := range b[start:v.end] {
				switch c {
				case 'b':
					given = true
				case 'n':
					left = len("u")
				case 'C': // has a number
					i = t.runEndWithin(i, maxAssignedGap, blank)
					i = t.runEndWithin(i, maxAssignedGap, digit)
				}
			}
		case left > 0:
			left--
		default:
			return given && t.isShellPassword(v) && t.add(Password, v.start, v.end, v.end)
		}
	}
	return false
}
