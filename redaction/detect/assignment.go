package detect

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
	value   int        // first byte of the value, behind its quote
	quote   byte       // the quote before the value, 0 if there is none
	nested  bool       // the value is a list or an object behind a key in quotes; its bracket is at value
	below   bool       // the value stands on the line below a key without quotes
	closing closing    // what ends the value: its quote, or that of the whole header, or the line
}

// isJSON reports whether key and value stand in quotes, so that the whole value is meant, as in a valid document.
func (a *assignment) isJSON() bool { return a.keyed && a.quote != 0 }

func findAssigned(t *Text, at int) bool {
	a, ok := parseAssignment(t, at)
	if !ok || a.value >= len(t.Bytes) || at < t.nestedSeen {
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
		return end > a.value && t.add(a.entity, a.value, end, end)
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
	a.setValue(t, at, value)
	return a, true
}

// assignedKeyEnd returns the end of the key before the sign at at, and the quote behind it, 0 if there is none. It is at where none can be.
func assignedKeyEnd(b []byte, at int) (end int, quoteAfter byte) {
	end = at
	for at-end < maxOperator && isOperatorSign(byteAt(b, end-1)) { // .= ?= ::= ||=
		end--
	}
	if b[at] == ':' && end < at && b[end] == '|' { // a table
		return at, 0
	}
	for at-end < maxAssignedGap && is(byteAt(b, end-1), blank) {
		end--
	}
	end = skipType(b, end)
	for at-end < maxAssignedGap && byteAt(b, end-1) == '*' { // **Password**: …
		end--
	}
	if byteAt(b, end-1) == ']' { // headers["Authorization"] = …
		end--
	}
	if is(byteAt(b, end-1), quote) {
		end--
		quoteAfter = b[end]
	}
	return end, quoteAfter
}

// assignedValue returns where the text behind the sign at at starts; false for signs that assign nothing. Two equals signs without blanks may
// be those of an assignment to a key in Base64's alphabet, whose first character is one.
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
	return at + 1, next != '=' || isAlnumAt(b, at-1) && isAlnumAt(b, at+2)
}

// setValue skips what stands between the sign at at and the value, from i on: emphasis of Markdown, blanks, line ends where the value
// must be meant all the same, and a quote.
func (a *assignment) setValue(t *Text, at, i int) {
	b := t.Bytes
	i = emphasisEnd(b, i)
	i = t.runEndWithin(i, maxAssignedGap, blank)
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

// assignedEntity returns the entity of the key [start, end), which in prose may be two words: "API key: …". Where that is None, it returns
// what the key says of a secret.
func (t *Text) assignedEntity(start, end int) (Entity, secretName) {
	b := t.Bytes
	isSecond := byteAt(b, start-1) == ' ' && mayBeSecondWord(b[start:end])
	if !isSecond && t.scanner.isSilent(b[start:end], t.Keys) {
		return None, nameNothing
	}
	if e := t.scanner.KeyEntity(b[start:end]); e != None {
		return e, nameNothing
	}
	if isSecond {
		first := start - 1
		for first > 0 && start-first < maxAssignedKey/4 && is(b[first-1], letter|highByte) {
			first--
		}
		if e := t.scanner.KeyEntity(b[first:end]); e != None {
			return e, nameNothing
		}
		if !endsValue(b, first) {
			start = first
		}
	}
	if t.scanner.off[Secret] {
		return None, nameNothing
	}
	return None, t.scanner.nameOf(b[start:end])
}

// mayBeSecondWord reports whether word may be the second one of a key in prose, in any language.
func mayBeSecondWord(word []byte) bool {
	if len(word) > 0 && is(word[len(word)-1], highByte) || equalFold(word, "api") {
		return true
	}
	return len(word) <= len("header") && (hasPrefixFold(word, "key") || hasPrefixFold(word, "token") || equalFold(word, "passe"))
}

// endsValue reports whether letters that start at first are a value or the end of one, and no word of prose: "op=miss key=…", as in records
// of logfmt, and "id_7aBc key=…".
func endsValue(b []byte, first int) bool {
	c := byteAt(b, first-1)
	return c == '=' || c == '_' || is(c, digit)
}

// maxOperator is the number of signs before "=" that are part of an operator.
const maxOperator = 2

// isOperatorSign reports whether c, before an equals sign or a colon, belongs to the operator: ".=", "?=", "::=", "+=", "||=".
func isOperatorSign(c byte) bool { return c == '.' || c == '?' || c == ':' || c == '+' || c == '|' }

// typeNames are those that skipType skips.
var typeNames = [...]string{" string", " str", " String", " &str", " &'static str"}

// typeEnds holds their last bytes.
var typeEnds = func() (ends byteSet) {
	for _, name := range typeNames {
		ends[name[len(name)-1]] = true
	}
	return ends
}()

// skipType returns the end of the name of a variable whose type stands before end: "var name string", "name: str". It returns end where
// there is none.
func skipType(b []byte, end int) int {
	if !typeEnds[byteAt(b, end-1)] {
		return end
	}
	for _, name := range typeNames {
		if end <= len(name) || string(b[end-len(name):end]) != name {
			continue
		}
		i := end - len(name)
		if b[i-1] == ':' {
			i--
		}
		if isAlnumAt(b, i-1) && !isKeyword(b, i) {
			return i
		}
	}
	return end
}

// isKeyword reports whether the word that ends at end declares a variable, so that what follows it is a name.
func isKeyword(b []byte, end int) bool {
	for _, w := range []string{"const", "final", "let", "static", "val", "var"} {
		if end >= len(w) && string(b[end-len(w):end]) == w && !isAlnumAt(b, end-len(w)-1) {
			return true
		}
	}
	return false
}
