package detect

// passwordPhrase finds "the password is hunter2" and "--password hunter2".
var passwordPhrase = Detector{
	Entities: []Entity{Password},
	// "contrase", since words are ASCII: "contraseña".
	Words: []string{"password", "passcode", "passphrase", "passwort", "kennwort", "contrase", "senha", "passe"}, Find: findPasswordPhrase,
}

// phraseVerbs stand between the word for a password and the password, in the languages of these words.
var phraseVerbs = map[string]bool{
	"is": true, "was": true, "ist": true, "war": true, "lautet": true, "es": true, "era": true, "est": true, "était": true, "é": true, "è": true,
}

// phraseKind says how a word for a password and the password stand beside each other.
type phraseKind uint8

const (
	phraseNone     phraseKind = iota
	phraseSentence            // "the password is hunter2"
	phraseOption              // "--password hunter2"
	phraseNamed               // "--db-password hunter2", "-password hunter2"
	phraseLogin               // "login jane password hunter2", of a .netrc file
	phraseQuoted              // "WITH PASSWORD 'hunter2'", of SQL
)

// phraseOwners stand between the word for a password and whom or what it is of.
var phraseOwners = map[string]bool{
	"for": true, "of": true, "to": true, "für": true, "von": true, "vom": true, "de": true, "del": true, "do": true, "da": true, "du": true,
	"pour": true, "para": true,
}

func findPasswordPhrase(t *Text, at int) bool {
	b := t.Bytes
	end := t.runEndWithin(at, maxAssignedKey, alnum|highByte)
	if isPasswordFunction(b, at, end) {
		return findPhraseValue(t, end+1, phraseQuoted)
	}
	if !is(byteAt(b, end), blank) {
		return false
	}
	if e, _ := t.assignedEntity(at, end); e != Password {
		return false
	}
	i, kind := t.runEndWithin(end, maxAssignedGap, blank), optionKind(b, at)
	if kind == phraseNone {
		i, kind = t.phraseBehind(at, i)
	}
	return kind != phraseNone && findPhraseValue(t, i, kind)
}

// phraseBehind returns where the password starts of which the word at at speaks, behind which text goes on at i.
func (t *Text) phraseBehind(at, i int) (int, phraseKind) {
	b := t.Bytes
	verb := t.runEndWithin(i, len("lautet")+1, lower|highByte)
	if phraseVerbs[string(b[i:verb])] {
		if i = verb; byteAt(b, i) == ':' {
			i++
		}
		if byteAt(b, i) == ' ' {
			return i + 1, phraseSentence
		}
		return 0, phraseNone
	}
	switch {
	case byteAt(b, i) == '\'' && isPasswordClause(b, at):
		return i, phraseQuoted
	case t.isBehindLogin(at):
		return i, phraseLogin
	}
	if value, ok := t.passwordOfUser(at, i); ok {
		return value, phraseQuoted
	}
	if value, ok := t.behindOwner(i); ok {
		return value, phraseSentence
	}
	return 0, phraseNone
}

// behindOwner returns where the password starts behind up to four words that say whose it is: "for the db is hunter2", "for jane: hunter2".
func (t *Text) behindOwner(i int) (int, bool) {
	const words, longest = 4, 24
	b := t.Bytes
	end := t.runEndWithin(i, len("pour")+1, lower|highByte)
	if !phraseOwners[string(b[i:end])] {
		return 0, false
	}
	for range words + 1 {
		start := t.runEndWithin(end, 2, blank)
		end = t.runEndWithin(start, longest, urlSafe|dot|highByte)
		colon := byteAt(b, end) == ':'
		isVerb := phraseVerbs[string(b[start:end])]
		if colon {
			end++
		}
		switch {
		case start == end || byteAt(b, end) != ' ':
			return 0, false
		case colon || isVerb:
			return end + 1, true
		}
	}
	return 0, false
}

// isBehindLogin reports whether the words before at are those before the password in a .netrc file: "machine example.com login jane".
func (t *Text) isBehindLogin(at int) bool {
	const pairs = 3 // machine or default, login, account
	b := t.Bytes
	for pair := range pairs {
		value, start := wordBefore(b, at)
		t.Work += at - start
		if pair > 0 && string(behindSign(value)) == "default" {
			return true
		}
		key, start := wordBefore(b, start)
		switch string(behindSign(key)) {
		case "machine":
			return true
		case "login", "account":
			at = start
		default:
			return false
		}
	}
	return false
}

// behindSign returns what stands in word behind its last sign that is no part of a name, with which a text may begin (`{"content":"machine`).
func behindSign(word []byte) []byte { return word[skipBack(word, len(word), urlSafe|dot|highByte):] }

// wordBefore returns the word that stands before at and blanks or line ends, and where it starts.
func wordBefore(b []byte, at int) ([]byte, int) {
	end := skipBack(b, at, blank|lineEnd)
	start := end
	for low := max(end-maxAssignedKey, 0); start > low && !is(b[start-1], blank|lineEnd); {
		start--
	}
	return b[start:end], start
}

// notPasswordOptions are words with which the name of an option starts that takes no password, though it ends with that word.
var notPasswordOptions = []string{
	"allow", "ask", "change", "disable", "disabled", "empty", "force", "generate", "no", "prompt", "random", "require", "reset", "show", "skip",
	"use", "with", "without",
}

// optionKind returns what the option is whose name ends with the word at at.
func optionKind(b []byte, at int) phraseKind {
	start := skipBack(b, at, urlSafe)
	switch name := b[start:at]; {
	case string(name) == "--":
		return phraseOption
	case string(name) == "-" && is(byteAt(b, start-1), blank):
		return phraseNamed
	case len(name) > len("--") && name[0] == '-' && name[1] == '-' && is(name[2], letter) && is(name[len(name)-1], dash|underscore):
		first := len("--")
		for is(name[first], letter) {
			first++
		}
		if !isOneOf(name[len("--"):first], notPasswordOptions) {
			return phraseNamed
		}
	}
	return phraseNone
}

// findPhraseValue looks at the word at i. In a sentence it must be in quotes, or hold a digit or a sign that words do not have.
func findPhraseValue(t *Text, i int, kind phraseKind) bool {
	b := t.Bytes
	if q := byteAt(b, i); is(q, quote) {
		end := t.valueEnd(i+1, t.closedBy(i))
		value := b[i+1 : end]
		if t.scanner.placeholders.End(value, 0) == len(value) || kind > phraseOption && t.scanner.KeyEntity(value) != None {
			return false
		}
		return len(value) > minPassword && !hasAny(value, blank) && !isPasswordDummy(value) && !isStopValue(value) && t.add(Password, i+1, end, end)
	}
	if end, ok := t.forged(i, plainValue); ok {
		return end > 0 && t.add(Password, i, end, end)
	}
	end := trimSentence(b, i, t.runEnd(i, plainValue))
	value := b[i:end]
	if len(value) <= minPassword || isPasswordDummy(value) || isCode(value) || isStopValue(value) || value[0] == '-' {
		return false
	}
	switch kind {
	case phraseSentence, phraseNamed:
		if !hasUnwordly(value) {
			return false
		}
	case phraseOption:
		if isMetavariable(value) || isProse(b, value, end) {
			return false
		}
	case phraseLogin:
		if t.scanner.KeyEntity(value) != None {
			return false
		}
	}
	return t.add(Password, i, end, end)
}
