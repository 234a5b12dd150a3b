package detect

// The assignment detector finds values that stand behind a key in text: "password=…", "API_KEY: …", "Authorization: Bearer …",
// `"client_secret":"…"` in JSON that was cut short. The keys are those of [KeyEntity]; what a value must look like depends on the
// entity, and on how much the quotes around both already say.
var assigned = Detector{Bytes: ":=", Find: findAssigned}

const (
	maxAssignedKey   = 64
	maxAssignedGap   = 8 // blanks around the sign
	maxAssignedValue = 256
	maxHeaderValue   = 4096
)

// assignment is a key, a sign and where the value starts.
type assignment struct {
	entity   Entity
	opening  byte // the quote directly before the key, 0 if there is none
	keyed    bool // the key stands in quotes
	value    int  // first byte of the value, behind its quote
	quote    byte // the quote before the value, 0 if there is none
	brackets bool // the value is an element of a list
}

// isJSON reports whether key and value stand in quotes, so that the whole value is meant, as in a valid document.
func (a *assignment) isJSON() bool { return a.keyed && a.quote != 0 }

func findAssigned(t *Text, at int) bool {
	a, ok := parseAssignment(t, at)
	if !ok || a.value >= len(t.Bytes) {
		return false
	}
	if end := PlaceholderEnd(t.Bytes, a.value); end > a.value {
		return findForged(t, a, end)
	}
	if a.isJSON() {
		end := quotedEnd(t, a.value, a.quote, maxHeaderValue)
		return end > a.value && t.add(a.entity, a.value, end, end)
	}
	switch a.entity {
	case Authorization:
		return findAuthorization(t, a)
	case Cookie:
		return findCookie(t, a)
	case Email, Person:
		return false // only whole values are meant
	case CreditCard:
		return findVerificationCode(t, a)
	default:
		return findSecretValue(t, a)
	}
}

// parseAssignment reads the key before the sign at at and finds where the value behind it starts. It returns false where there is no
// assignment, or its key says nothing.
func parseAssignment(t *Text, at int) (assignment, bool) {
	b := t.Bytes
	value, ok := assignedValue(b, at)
	if !ok {
		return assignment{}, false
	}
	end := at
	for at-end < maxAssignedGap && byteAt(b, end-1) == ' ' {
		end--
	}
	if byteAt(b, end-1) == ']' { // headers["Authorization"] = …
		end--
	}
	var a assignment
	closing := byte(0)
	if is(byteAt(b, end-1), quote) {
		end--
		closing = b[end]
	}
	start := end
	for start > 0 && end-start < maxAssignedKey && classes[b[start-1]]&(urlSafe|dot|highByte) != 0 {
		start--
	}
	t.Work += at - start
	if start == end {
		return assignment{}, false
	}
	a.entity = assignedEntity(b, start, end)
	if a.entity == None {
		return assignment{}, false
	}
	if q := byteAt(b, start-1); is(q, quote) {
		a.opening, a.keyed = q, q == closing
	}
	a.setValue(b, value)
	return a, true
}

// assignedValue returns where the text behind the sign at at starts; false for signs that assign nothing.
func assignedValue(b []byte, at int) (int, bool) {
	next, previous := byteAt(b, at+1), byteAt(b, at-1)
	if b[at] == ':' {
		if next == '=' {
			return at + 2, true
		}
		return at + 1, next != ':' && previous != ':' && next != '/'
	}
	switch previous {
	case '=', '!', '<', '>', ':':
		return 0, false
	}
	if next == '>' {
		return at + 2, true
	}
	return at + 1, next != '='
}

// setValue skips blanks, a bracket behind a quoted key, and a quote.
func (a *assignment) setValue(b []byte, i int) {
	for limit := i + maxAssignedGap; i < limit && byteAt(b, i) == ' '; {
		i++
	}
	if a.keyed && byteAt(b, i) == '[' {
		i++
		a.brackets = true
	}
	if c := byteAt(b, i); is(c, quote) {
		a.quote = c
		i++
	}
	a.value = i
}

// assignedEntity returns the entity of the key [start, end), which in prose may be two words: "API key: …".
func assignedEntity(b []byte, start, end int) Entity {
	if e := KeyEntity(b[start:end]); e != None {
		return e
	}
	if byteAt(b, start-1) != ' ' || end-start > len("header") {
		return None
	}
	switch {
	case hasPrefixFold(b[start:end], "key"), hasPrefixFold(b[start:end], "token"):
	default:
		return None
	}
	first := start - 1
	for first > 0 && start-first < maxAssignedKey/4 && is(b[first-1], letter) {
		first--
	}
	return KeyEntity(b[first:end])
}

// quotedEnd returns the end of a value in quotes: at the quote that a separator or the end follows, at the end of the line, or after
// most bytes.
func quotedEnd(t *Text, start int, q byte, most int) int {
	b := t.Bytes
	limit := min(len(b), start+most)
	for i := start; i < limit; i++ {
		if is(b[i], lineEnd) || b[i] == q && endsQuote(byteAt(b, i+1)) {
			t.Work += i - start
			return i
		}
	}
	t.Work += limit - start
	return limit
}

// endsQuote reports whether c, behind a quote, shows that the quote closes.
func endsQuote(c byte) bool {
	switch c {
	case 0, ',', ';', ':', ')', ']', '}', '>', '&', '.', '?', '!':
		return true
	}
	return classes[c]&(blank|lineEnd|quote) != 0
}
