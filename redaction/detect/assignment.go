package detect

import "bytes"

// The assignment detector finds values that stand behind a key in text: "password=…", "API_KEY: …", "Authorization: Bearer …",
// `"client_secret":"…"` in JSON that was cut short. The keys are those of [Scanner.KeyEntity]; what a value must look like depends on the
// entity, and on how much the quotes around both already say. A key that may name a secret ("acmeToken", see [secretName]) has one where
// the value looks random.
var assigned = Detector{
	Entities: []Entity{Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard, Email, Person},
	Bytes:    ":=", AfterKey: true, Find: findAssigned,
}

const (
	maxAssignedKey = 64
	maxAssignedGap = 64 // blanks and line ends around the sign
)

// assignment is a key, a sign and where the value starts.
type assignment struct {
	entity  Entity
	name    secretName // what the key alone says, where entity is None
	keyed   bool       // the key stands in quotes
	option  bool       // the key is the name of an option of a command
	field   bool       // the key stands right behind a colon, as the names of the fields of a record do
	value   int        // first byte of the value, behind its quote
	quote   byte       // the quote before the value, 0 if there is none
	nested  bool       // the value is a list or an object behind a key in quotes; its bracket is at value
	below   bool       // the value stands on the line below a key without quotes
	closing closing    // what ends the value: its quote, or that of the whole header, or the line
}

// isJSON reports whether key and value stand in quotes, so that the whole value is meant, as in a valid document.
func (a *assignment) isJSON() bool { return a.keyed && a.quote != 0 }

func findAssigned(t *Text, at int) bool {
	b := t.Bytes
	a, ok := parseAssignment(t, at)
	if !ok || a.value >= len(b) || at < t.nestedSeen {
		return false
	}
	if d, ok := a.withDefault(t); ok && t.placeholderEnd(d.value) == d.value && findBehindName(t, d) {
		return true
	}
	if end := t.placeholderEnd(a.value); end > a.value {
		return findForged(t, a, end)
	}
	if a.entity == None {
		return findNamedSecret(t, a)
	}
	if a.nested {
		return findNested(t, a)
	}
	key := findPrivateKey(t, a.value)
	if a.isJSON() {
		end := t.valueEnd(a.value, a.closing)
		return end > a.value && !IsHarmless(nil, b[a.value:end]) && t.add(a.entity, a.value, end, end)
	}
	return key || findBehindName(t, a)
}

// findBehindName looks at the value behind a name, where both are no JSON.
func findBehindName(t *Text, a assignment) bool {
	switch a.entity {
	case None:
		return findNamedSecret(t, a)
	case Authorization:
		return findAuthorization(t, a)
	case Cookie:
		return findCookie(t, a)
	case CreditCard:
		return findVerificationCode(t, a)
	case Password, APIKey, PrivateKey, Secret:
		return findSecretValue(t, a)
	default:
		return false // only whole values are meant
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
	end, quoteAfter := assignedKeyEnd(b, at)
	start := end
	for start > 0 && end-start < maxAssignedKey && classes[b[start-1]]&(urlSafe|dot|highByte) != 0 {
		start--
	}
	t.Work += at - start
	if start == end || b[at] == ':' && isPartOfARN(b, start) {
		return assignment{}, false
	}
	a := assignment{}
	if isValueKey(b[start:end]) {
		a.entity, a.name = t.assignedEntity(nameBeside(b, start))
	} else {
		a.entity, a.name = t.assignedEntity(start, end)
	}
	if a.entity == None && a.name == nameNothing || a.entity != None && b[at] == '=' && byteAt(b, at+1) == '=' {
		return assignment{}, false
	}
	if q := byteAt(b, start-1); is(q, quote) {
		a.keyed = q == quoteAfter
		a.closing = t.closedBy(start - 1)
	}
	a.option, a.field = hasPrefixFold(b[start:end], "--"), byteAt(b, start-1) == ':'
	a.setValue(t, at, value)
	a.correct(t, b[start:end], at)
	return a, a.entity != None || a.name != nameNothing
}

// correct takes back what key says where the value does not stand there, but a tag of YAML that tells where from it comes; and of two keys that
// mean something else as often: "PASS: TestX2" is the result of a test, unless the value looks random, and "PWD" the working directory where
// its value is a path.
func (a *assignment) correct(t *Text, key []byte, at int) {
	switch {
	case t.refers(a.value):
		a.entity, a.name = None, nameNothing
	case a.name == namePass && string(key) == "PASS" && t.Bytes[at] == ':' && a.quote == 0 && isResult(t.Bytes, at-len(key), a.value):
		a.name = nameRandomPass
	case a.entity == Password && isDirectory(key, t.Bytes[min(a.value, len(t.Bytes)):]):
		a.entity = None
	}
}

// assignedValue returns where the text behind the sign at at starts; false for signs that assign nothing. Two equals signs without blanks may
// be those of an assignment to a key in Base64's alphabet, whose first character is one.
func assignedValue(b []byte, at int) (int, bool) {
	next, previous := byteAt(b, at+1), byteAt(b, at-1)
	if b[at] == ':' {
		if next == '=' {
			return at + 2, true
		}
		return at + 1, next != ':' && previous != ':' && next != '/' && next != '?' // ${PASSWORD:?message}
	}
	switch previous {
	case '=', '!', '<', '>', ':':
		return 0, false
	}
	if next == '>' {
		return at + 2, true
	}
	return at + 1, next != '=' || isAlnumAt(b, at-1) && isAlnumAt(b, at+2)
}

// setValue skips what stands between the sign at at and the value, from i on: emphasis of Markdown, blanks, line ends where the value
// must be meant all the same, and a quote.
func (a *assignment) setValue(t *Text, at, i int) {
	b := t.Bytes
	i = emphasisEnd(b, i)
	i = t.runEndWithin(i, maxAssignedGap, blank)
	if b[at] == ':' {
		i = t.tagEnd(i)
	}
	i = blockEnd(b, i)
	if is(byteAt(b, i), lineEnd) {
		next := t.runEndWithin(i, maxAssignedGap, blank|lineEnd)
		c := byteAt(b, next)
		switch {
		case a.keyed && (is(c, quote) || c == '[' || c == '{'):
			i = next
		case !a.keyed && b[at] == ':' && is(byteAt(b, next-1), blank):
			i, a.below = next, true
		}
	}
	i = t.textStart(i)
	a.value = i
	switch c := byteAt(b, i); {
	case a.keyed && (c == '[' || c == '{'):
		a.nested = true
	case is(c, quote) && (a.keyed || c != a.closing.quote): // else it closes what was opened before the key
		a.quote, a.closing = c, t.closedBy(i)
		if a.isJSON() {
			a.closing.lines = a.closing.level
		}
		a.value++
	}
}

// isResult reports whether the word at i and the value at value are the result of a test: dashes stand before ("--- PASS: …", of Go), or the
// word starts a line and the value is named as a test is, "TestParse2" or "test_parse2", not "test1234".
func isResult(b []byte, i, value int) bool {
	return bytes.HasSuffix(b[:i], []byte("--- ")) ||
		startsLine(b, i) && hasPrefixFold(b[min(value, len(b)):], "test") && is(byteAt(b, value+len("test")), upper|underscore)
}

// isPartOfARN reports whether the word at start stands behind the number of an account of AWS, as in "arn:aws:…:123456789012:secret:name".
func isPartOfARN(b []byte, start int) bool { return byteAt(b, start-1) == ':' && isDigitAt(b, start-2) }

// blockEnd returns the end of the sign of YAML at i that the value stands on the lines below ("|", ">-"), or i.
func blockEnd(b []byte, i int) int {
	j := i
	if c := byteAt(b, j); c == '|' || c == '>' {
		j++
	}
	if c := byteAt(b, j); j > i && (c == '-' || c == '+') {
		j++
	}
	if is(byteAt(b, j), lineEnd) {
		return j
	}
	return i
}

// emphasisEnd returns the end of signs of Markdown that close emphasis at i ("**Password:** x"), or i.
func emphasisEnd(b []byte, i int) int {
	j := i
	for j < i+3 && (byteAt(b, j) == '*' || byteAt(b, j) == '_') {
		j++
	}
	if is(byteAt(b, j), blank) {
		return j
	}
	return i
}
