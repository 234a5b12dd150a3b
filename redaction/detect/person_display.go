package detect

func startsMailbox(c byte) bool { return is(c, alnum|localSign) }

// findDisplayed looks at the name before an e-mail address in angle brackets (RFC 5322, section 3.4), in quotes or not.
func findDisplayed(t *Text, at int) bool {
	const most = 64
	b := t.Bytes
	end := at
	for end > 0 && at-end < 2 && b[end-1] == ' ' {
		end--
	}
	if end == 0 || classes[b[end-1]]&(letter|highByte|quote|dot) == 0 || !isMailbox(t, at+1) {
		return false
	}
	quoted := is(b[end-1], quote)
	if quoted {
		end--
	}
	start := end
	for start > 0 && end-start < most && isDisplayed(b[start-1], quoted) {
		start--
	}
	t.Work += end - start
	for start < end && (b[start] == ' ' || b[start] == ',') {
		start++
	}
	if name := t.nameEnd(start, true); name == start || !quoted && name != end {
		return false
	}
	return t.add(Person, start, end, at+1)
}

// isDisplayed reports whether c may stand in a display name, in quotes or not.
func isDisplayed(c byte, quoted bool) bool {
	switch c {
	case ' ':
		return true
	case ',':
		return quoted
	case '\'':
		return !quoted
	}
	return classes[c]&(letter|highByte|dot|dash) != 0
}

// isMailbox reports whether an e-mail address and a closing bracket stand at i.
func isMailbox(t *Text, i int) bool {
	const most = 80
	b := t.Bytes
	local := t.runEndWithin(i, most, alnum|localSign)
	if local == i || byteAt(b, local) != '@' {
		return false
	}
	domain := t.runEndWithin(local+1, most, urlSafe|dot)
	return domain > local+1 && byteAt(b, domain) == '>'
}
