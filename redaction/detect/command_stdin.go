package detect

import "bytes"

// Passwords that a command reads from its standard input: "echo hunter2 | sudo -S ls", "echo jane:hunter2 | chpasswd",
// "docker login --password-stdin <<< hunter2".
var (
	stdinPassword = Detector{Entities: []Entity{Password}, Starts: []string{"sudo ", chpasswd, stdinOption}, Find: findStdinPassword}
	hereString    = Detector{Entities: []Entity{Password}, Bytes: "<", Next: isLess, Near: mayBeHereString, Find: findHereString}
)

const (
	chpasswd    = "chpasswd" // reads lines of a user, a colon and a password
	stdinOption = "stdin"    // the end of "--password-stdin" and "--stdin"
	hereSign    = "<<<"
)

func isLess(c byte) bool { return c == '<' }

func mayBeHereString(b []byte, at int) bool {
	return bytes.HasPrefix(b[at:], []byte(hereSign)) && byteAt(b, at+len(hereSign)) != '<' && byteAt(b, at-1) != '<'
}

func findStdinPassword(t *Text, at int) bool {
	b := t.Bytes
	pipe, end, reads := t.pipeBefore(at), at, false
	switch {
	case hasPrefixFold(b[at:], "sudo "):
		end = at + len("sudo")
		reads = t.sudoReads(end)
	case b[at] == chpasswd[0]:
		end = at + len(chpasswd)
		reads = !is(byteAt(b, end), urlSafe|dot)
	default:
		end = at + len(stdinOption)
		reads = t.command.isStdinOption(b, at)
	}
	if !reads || pipe < 0 {
		return false
	}
	v, ok := t.printed(pipe)
	if ok && b[at] == chpasswd[0] {
		v, ok = t.behindUser(v)
	}
	return ok && t.isShellPassword(v) && t.insert(Password, v.start, v.end, end)
}

func findHereString(t *Text, at int) bool {
	b := t.Bytes
	m := t.commandBefore(at)
	if !m.reads || !mayBeHereString(b, at) {
		return false
	}
	v, ok := t.shellValue(t.runEndWithin(at+len(hereSign), maxAssignedGap, blank))
	if ok && m.options != nil && m.options.form == formLines {
		v, ok = t.behindUser(v)
	}
	return ok && t.isShellPassword(v) && t.add(Password, v.start, v.end, v.end)
}

// pipeBefore returns where the sign stands that pipes another command into the one whose word starts at at, -1 where none does.
func (t *Text) pipeBefore(at int) int {
	pipe := t.commandBefore(at).pipe
	if isPipe(t.Bytes, at-1) {
		return at - 1
	}
	return pipe
}

// isPipe reports whether the sign at i pipes one command into another.
func isPipe(b []byte, i int) bool {
	return byteAt(b, i) == '|' && byteAt(b, i+1) != '|' && byteAt(b, i-1) != '|'
}

// sudoReads reports whether one of the options of sudo behind i says that it reads the password: "-S", "-kS", "--stdin".
func (t *Text) sudoReads(i int) bool {
	t.Work += sudoWords * maxSudoWord
	return sudoReads(t.Bytes, i)
}

const (
	sudoWords   = 6
	maxSudoWord = 16 // bytes
)

func sudoReads(b []byte, i int) bool {
	hasValue := false // the last option may have one
	for range sudoWords {
		for limit := i + maxSudoWord; i < limit && is(byteAt(b, i), blank); {
			i++
		}
		start := i
		for i < len(b) && i-start < maxSudoWord && !is(b[i], blank|lineEnd) {
			i++
		}
		switch option := b[start:i]; {
		case len(option) > 1 && option[0] == '-' && option[1] != '-':
			if bytes.IndexByte(option, 'S') > 0 {
				return true
			}
			hasValue = bytes.IndexByte([]byte("CDghpRrTtUu"), option[len(option)-1]) >= 0
		case string(option) == "--stdin":
			return true
		case !hasValue:
			return false
		default:
			hasValue = false
		}
	}
	return false
}

// isStdinOption reports whether the word "stdin" at i ends an option by which a command reads a password: "--password-stdin" of any, "--stdin"
// of those that read nothing else.
func (m *commandMemo) isStdinOption(b []byte, i int) bool {
	if !bytes.HasPrefix(b[i:], []byte(stdinOption)) || is(byteAt(b, i+len(stdinOption)), urlSafe) {
		return false
	}
	name := b[skipBack(b, i, urlSafe):i]
	if !bytes.HasPrefix(name, []byte("--")) {
		return false
	}
	return bytes.HasSuffix(name, []byte("password-")) || bytes.HasSuffix(name, []byte("pass-")) ||
		len(name) == len("--") && m.program >= 0 && m.options.form == formStdin
}

// behindUser returns the password in "user:password".
func (t *Text) behindUser(v shellValue) (shellValue, bool) {
	value := t.Bytes[v.start:v.end]
	colon := bytes.IndexByte(value, ':')
	if colon < 0 || colon+1 == len(value) {
		return v, false
	}
	v.start += colon + 1
	return v, t.withoutPlaceholder(&v)
}

// printed returns what is printed into the pipe at pipe.
func (t *Text) printed(pipe int) (shellValue, bool) {
	b := t.Bytes
	end := skipBack(b, pipe, blank)
	v := shellValue{end: end}
	if q := byteAt(b, end-1); q == '\'' || q == '"' {
		v.end, v.quoted = end-1, true
		if is(byteAt(b, v.end-1), lineEnd) { // as printf writes it
			v.end--
		}
		v.start = openingQuote(b, v.end, q)
		if end = v.start - 1; byteAt(b, end) != q {
			return v, false
		}
	} else {
		v.start = t.wordStart(end)
		end = v.start
	}
	t.Work += pipe - v.start
	return v, v.start < v.end && isEcho(b, end) && t.withoutPlaceholder(&v)
}

// openingQuote returns where the text behind the quote q starts that ends at end, on one line.
func openingQuote(b []byte, end int, q byte) int {
	start := end
	for end-start < maxShellWord && start > 0 && b[start-1] != q && !is(b[start-1], lineEnd) {
		start--
	}
	return start
}

// wordStart returns the start of the word without quotes that ends at end. It may hold placeholders.
func (t *Text) wordStart(end int) int {
	const most = 3 // placeholders
	b := t.Bytes
	for range most {
		start := skipBack(b, end, plainValue)
		if byteAt(b, start-1) != '>' {
			return start
		}
		if end = t.scanner.placeholders.Before(b, start-1); end == start-1 {
			return start
		}
	}
	return skipBack(b, end, plainValue)
}

// withoutPlaceholder reports whether v is more than a placeholder, and notes in v whether it starts or ends with one.
func (t *Text) withoutPlaceholder(v *shellValue) bool {
	value, p := t.Bytes[v.start:v.end], t.scanner.placeholders
	first := p.End(value, 0)
	v.forged = first > 0 || p.endsAt(value, len(value))
	return first < len(value)
}

// isEcho reports whether the words before end are a command that prints what stands behind it, perhaps with its path or behind a bracket or
// another sign: "/bin/echo", "$(echo".
func isEcho(b []byte, end int) bool {
	for range 2 {
		end = skipBack(b, end, blank)
		if q := byteAt(b, end-1); q == '\'' || q == '"' { // a format
			format := skipBack(b, end-1, lineEnd)
			start := openingQuote(b, format, q)
			if end = start - 1; !isFormat(b[start:format]) {
				return false
			}
			continue
		}
		name := skipBack(b, end, letter)
		if word := string(b[name:end]); word == "echo" || word == "printf" {
			return !is(byteAt(b, name-1), urlSafe|dot)
		}
		start := skipBack(b, end, plainValue)
		switch string(b[start:end]) {
		case "-n", "-e", "-ne":
			end = start
		default:
			return false
		}
	}
	return false
}

// isFormat reports whether format prints one text and nothing else.
func isFormat(format []byte) bool { return string(format) == "%s" || string(format) == `%s\n` }
