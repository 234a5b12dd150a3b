package detect

// Passwords of programs whose names are rarer than their options: "htpasswd -b file jane hunter2",
// "redis-cli -a hunter2" ("-a" is in words such as "up-and-down"), and behind options of keytool and PuTTY, which are rare in themselves.
var programPassword = Detector{
	Entities: []Entity{Password},
	Starts: []string{
		"htpasswd ", "redis-cli ", "valkey-cli ",
		"storepass ", "keypass ", "srcstorepass ", "deststorepass ", "srckeypass ", "destkeypass ", "pw ",
	},
	Find: findProgramPassword,
}

func findProgramPassword(t *Text, at int) bool {
	switch t.Bytes[at] {
	case 'h':
		return findHtpasswd(t, at+len("htpasswd"))
	case 'r':
		return findRedis(t, at+len("redis-cli"))
	case 'v':
		return findRedis(t, at+len("valkey-cli"))
	default:
		return findRareOption(t, at)
	}
}

// findRareOption looks at the value of the option whose name starts at at, behind its dash.
func findRareOption(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at-1) != '-' || !mayStartWord(b, at-1) {
		return false
	}
	end := t.runEndWithin(at, maxAssignedKey, lower)
	v, ok := t.shellValue(t.runEndWithin(end, maxAssignedGap, blank))
	return ok && t.isShellPassword(v) && (v.quoted || v.forged || hasUnwordly(b[v.start:v.end])) && t.add(Password, v.start, v.end, v.end)
}

// findRedis looks for the option "-a" among the words behind i.
func findRedis(t *Text, i int) bool {
	const most = 12 // words
	b := t.Bytes
	for range most {
		start := t.runEndWithin(i, maxAssignedGap, blank)
		v, ok := t.shellValue(start)
		if start == i || !ok {
			return false
		}
		if i = v.end; v.quoted {
			i++
		}
		if string(b[start:v.end]) == "-a" {
			start = t.runEndWithin(i, maxAssignedGap, blank)
			v, ok = t.shellValue(start)
			return ok && start > i && (v.quoted || !isProse(b, b[v.start:v.end], v.end)) && t.isShellPassword(v) &&
				t.add(Password, v.start, v.end, v.end)
		}
	}
	return false
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
