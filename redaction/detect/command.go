package detect

import "bytes"

// Commands of a shell, as far as an option must know whose it is.

const (
	// maxCommand is how far an option may stand behind the name of its command, in bytes.
	maxCommand = 512
	// maxProgram is the length of the longest name of a program that is known, in bytes.
	maxProgram = 20
)

// commandMemo remembers what was read of the command before some offset.
type commandMemo struct {
	curl    int      // where the last "curl" stands, -1: nowhere
	program int      // where the last name of one of programs stands, -1: nowhere
	options *program // what is known of it
	verb    bool     // its verb stands behind it
	pipe    int      // where the sign stands that pipes another command into this one, -1: nowhere
	reads   bool     // it reads a password from its standard input
	seen    int      // up to where was looked
}

// mayStartWord reports whether a word of a shell may start at at, in a text or in a string of JSON as it is written.
func mayStartWord(b []byte, at int) bool {
	return is(byteAt(b, at-1), blank|lineEnd) || at > 1 && b[at-2] == '\\'
}

// commandBefore reads on up to at, and returns what is known of the command there. What is replaced on the way decides how far the name of a
// command is.
func (t *Text) commandBefore(at int) *commandMemo {
	t.looks.unclear = true
	m, b := &t.command, t.Bytes
	from := max(m.seen, at-maxCommand)
	for i := at; i > from; i-- {
		if isSeparator(b[i-1]) && endsCommand(b, i-1) {
			from = i - 1
		}
	}
	if from > m.seen {
		*m = commandMemo{curl: -1, program: -1, pipe: -1}
	}
	t.Work += 2 * (at - from)
	for i := from; i < at; i++ {
		switch c := b[i]; {
		case is(c, alnum):
			m.readWord(b, i)
		case isSeparator(c):
			if endsCommand(b, i) {
				m.start(b, i)
			}
		}
	}
	m.seen = at
	return m
}

// start forgets the command that the sign at i ends.
func (m *commandMemo) start(b []byte, i int) {
	*m = commandMemo{curl: -1, program: -1, pipe: -1, seen: m.seen}
	if isPipe(b, i) {
		m.pipe = i
	}
}

// readWord looks at the word that starts at i, if one does.
func (m *commandMemo) readWord(b []byte, i int) {
	if b[i] == 'c' && bytes.HasPrefix(b[i:], []byte("curl")) && !isAlnumAt(b, i-1) && !isAlnumAt(b, i+len("curl")) {
		m.curl = i
	}
	if b[i] == stdinOption[0] && byteAt(b, i-1) == '-' {
		m.reads = m.reads || m.isStdinOption(b, i)
	}
	if is(byteAt(b, i-1), urlSafe|dot|highByte) || !programStarts.has(b[i], byteAt(b, i+1)) {
		return
	}
	end := i
	for end < len(b) && end-i <= maxProgram && is(b[end], urlSafe) {
		end++
	}
	if !is(byteAt(b, end), blank) {
		return
	}
	if p := programs[string(b[i:end])]; p != nil {
		if isPipe(b, i-1) { // without blanks
			m.start(b, i-1)
		}
		m.program, m.options, m.verb = i, p, p.verb == ""
		m.reads = m.reads || p.form == formLines || p.form == formStdin && sudoReads(b, end)
	} else if m.program >= 0 && string(b[i:end]) == m.options.verb {
		m.verb = true
	}
}

// isSeparator reports whether c may end a command.
func isSeparator(c byte) bool { return c == ';' || c == '|' || c == '&' || c == '\n' }

// endsCommand reports whether the sign at i ends a command of a shell. Signs in the middle of a word are those of a URL; behind the end of a
// line without a backslash the command may go on with the body of a request.
func endsCommand(b []byte, i int) bool {
	next := byteAt(b, i+1)
	if b[i] == '\n' {
		return byteAt(b, i-1) != '\\' && (is(next, letter) || next == '$' || next == '#')
	}
	return is(next, blank|lineEnd) || is(byteAt(b, i-1), blank)
}

// shellValue is the value of an option.
type shellValue struct {
	start, end int
	quoted     bool
	forged     bool // a placeholder and more
}

// shellValue reads the value that starts at i. It returns false where none does, or one that is no text of its own.
func (t *Text) shellValue(i int) (v shellValue, ok bool) {
	b := t.Bytes
	switch q := byteAt(b, i); {
	case q == '`': // what a command says
		return v, false
	case is(q, quote):
		v = shellValue{start: i + 1, end: t.valueEnd(i+1, t.closedBy(i)), quoted: true}
		return v, v.end > v.start && byteAt(b, v.end) == q && t.placeholderEnd(v.start) != v.end
	}
	if end, forged := t.forged(i, plainValue); forged {
		return shellValue{start: i, end: end, forged: true}, end > 0
	}
	v = shellValue{start: i, end: trimSentence(b, i, t.runEnd(i, plainValue))}
	return v, v.end > v.start
}

// isShellPassword reports whether v can be a password rather than the next option, a path, a port or a word about one.
func (t *Text) isShellPassword(v shellValue) bool {
	value := t.Bytes[v.start:v.end]
	if len(value) > maxShellWord && v.quoted && !v.forged {
		return false
	}
	t.Work += min(len(value), 2*maxLooked)
	switch {
	case v.forged:
		return true
	case len(value) < minPassword, isPasswordDummy(value), isStopValue(value), isPort(value),
		hasAny(value, lineEnd):
		return false
	case v.quoted:
		return t.scanner.KeyEntity(value) == None
	}
	switch value[0] {
	case '-', '/', '.', '~', '=':
		return false
	}
	return !isCode(value) && t.scanner.KeyEntity(value) == None
}

// isPort reports whether value is a number that may be a port, or ports and addresses as containers publish them ("127.0.0.1:80:8080/tcp").
func isPort(value []byte) bool {
	const most = 5
	if isAllDigits(value) {
		return len(value) <= most
	}
	end := bytes.IndexByte(value, '/')
	if end < 0 {
		end = len(value)
	}
	for _, c := range value[:end] {
		if !is(c, digit|dot|dash) && c != ':' {
			return false
		}
	}
	return true
}
