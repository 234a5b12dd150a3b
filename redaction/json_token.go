package redaction

// token reads a string and returns where its content starts and ends and whether it holds escapes; start is negative where it is no
// string.
func (w *walker) token() (start, end int, escaped bool) {
	b, start := w.text, w.i+1
	for i := start; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			w.i = i + 1
			return start, i, escaped
		case c < 0x20:
			return -1, 0, false
		case c == '\\':
			size := escapeLen(b[i:])
			if size == 0 {
				return -1, 0, false
			}
			escaped = true
			i += size - 1
		}
	}
	return -1, 0, false
}

// escapeLen returns the length of the JSON escape at the start of b, 0 if there is none.
func escapeLen(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if len(b) >= 6 && isHex(b[2:6]) {
			return 6
		}
	}
	return 0
}

// number reads a number; one that is a finding becomes a string.
func (w *walker) number(p *site) bool {
	start := w.i
	if !w.numberToken() {
		return false
	}
	if e, found := w.run.number(w.text[start:w.i], p); found {
		e.start, e.end, e.quotes = start, w.i, 1
		w.run.edits = append(w.run.edits, e)
	}
	return !w.run.failed
}

// numberToken reads a number.
func (w *walker) numberToken() bool {
	if w.peek() == '-' {
		w.i++
	}
	switch c := w.peek(); {
	case c == '0':
		w.i++
	case !w.digits():
		return false
	}
	if w.peek() == '.' {
		w.i++
		if !w.digits() {
			return false
		}
	}
	if c := w.peek(); c == 'e' || c == 'E' {
		w.i++
		if c := w.peek(); c == '+' || c == '-' {
			w.i++
		}
		return w.digits()
	}
	return true
}

// digits reads one or more digits.
func (w *walker) digits() bool {
	start := w.i
	for isDigit(w.peek()) {
		w.i++
	}
	return w.i > start
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isEscaped reports whether an odd number of backslashes stands before b[i].
func isEscaped(b []byte, i int) bool {
	n := 0
	for n < i && b[i-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}
