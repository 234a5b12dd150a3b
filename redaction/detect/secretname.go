package detect

import "bytes"

// Secrets behind a name that may or may not mean one: "acme_token", "MAXMIND_LICENSE_KEY", "smtp credentials", "auth". Such a name alone
// proves little ("next_page_token", "cache_key"), so the value must look random as well (see isRandom). Names that mean a secret
// whatever stands behind them are in wholeKeys.

// secretName says what the name of a value says of a secret in it.
type secretName uint8

const (
	nameNothing secretName = iota
	nameBare               // "token" alone: the value must be long
	namePass               // "pass", "pw": a password, if it looks like one
	nameKey                // "… key": UUIDs are no secret
	nameSecret             // "… token", "… credentials", "auth", "… secret"
)

const (
	minSecretName  = 2 // "pw"
	minNamedSecret = 10
	minBareSecret  = 16
	minNamedPass   = 6
	maxNamedSecret = 150
	minDigitSecret = 17 // more digits than a time in microseconds has
)

// nameOf looks at the last two words of name.
func nameOf(name []byte) secretName {
	if len(name) < minSecretName || len(name) > maxAssignedKey || !secretNameEnds[name[len(name)-1]] {
		return nameNothing
	}
	last := keyWordStart(name, len(name))
	before := last
	for before > 0 && !is(name[before-1], alnum) {
		before--
	}
	var previous []byte
	if before > 0 {
		previous = name[keyWordStart(name, before):before]
	}
	switch word := name[last:]; {
	case isOneOf(word, secretNouns):
		return nameSecret
	case equalFold(word, "token"):
		switch {
		case previous == nil:
			return nameBare
		case !isOneOf(previous, notSecretTokens):
			return nameSecret
		}
	case equalFold(word, "pass"):
		if previous == nil {
			return namePass
		}
	case equalFold(word, "pw"):
		return namePass
	case equalFold(word, "key"):
		if len(previous) > 1 && !isOneOf(previous, notSecretKeys) {
			return nameKey
		}
	}
	return nameNothing
}

// secretWords are the last words that nameOf looks for.
var secretWords = []string{"credential", "credentials", "creds", "auth", "secret", "accesskey", "licensekey", "token", "pass", "pw", "key"}

// secretNouns are those that need no word before them.
var secretNouns = []string{"credential", "credentials", "creds", "auth", "secret", "accesskey", "licensekey"}

// secretNameEnds holds the last letters of these words.
var secretNameEnds = indexSecretWords()

func indexSecretWords() (ends [256]bool) {
	for _, word := range secretWords {
		for _, c := range cases(word[len(word)-1]) {
			ends[c] = true
		}
	}
	return ends
}

// notSecretTokens are words before "token" that make it a place in a list or a piece of text.
var notSecretTokens = []string{
	"page", "next", "continuation", "pagination", "cursor", "sync", "resume", "eos", "bos", "pad", "padding", "unk", "unknown", "sep",
	"cls", "mask",
	"stop", "start", "end", "special", "prompt", "completion", "max", "min", "per", "each", "last", "first", "previous", "prev", "current",
	"input",
	"output", "total", "text", "chunk", "best", "top", "new", "extra", "change", "sampled",
}

// notSecretKeys are words before "key" that make it the name or the place of something.
var notSecretKeys = []string{
	"cache", "primary", "partition", "sort", "foreign", "routing", "idempotency", "hash", "public", "object", "map", "index", "lookup",
	"group",
	"row", "unique", "dedup", "dedupe", "deduplication", "trace", "message", "event", "config", "json", "dict", "item", "page", "file", "blob",
	"translation", "shard", "range", "issue", "project", "ticket", "job", "task", "cursor", "composite", "entity", "record", "document", "doc",
	"image", "resource", "data", "storage", "memo", "state", "thread", "run", "checkpoint", "prompt", "template", "request", "response",
	"model", "tool",
	"the", "this", "that", "each", "any", "one", "same", "given", "every", "no", "first", "last", "next", "missing", "duplicate", "for",
	"with", "by",
	"fingerprint", "metric", "label", "tag", "attribute", "column", "field", "property", "parent", "child", "aggregation", "bucket",
	"redis", "kv", "get", "hit", "miss", "evicted",
}

// isOneOf reports whether word is in list, whose words are in lower case.
func isOneOf(word []byte, list []string) bool {
	for _, w := range list {
		if equalFold(word, w) {
			return true
		}
	}
	return false
}

// equalFold reports whether b is want, which is in lower case, in any case.
func equalFold(b []byte, want string) bool { return len(b) == len(want) && hasPrefixFold(b, want) }

// findNamedSecret looks at the value of an assignment whose key may name a secret.
func findNamedSecret(t *Text, a assignment) bool {
	b := t.Bytes
	if a.nested || a.below {
		return false
	}
	end := a.value
	if limit := min(len(b), a.value+maxNamedSecret+1); a.quote != 0 {
		for end < limit && b[end] != a.quote && !is(b[end], lineEnd) {
			end++
		}
		t.Work += end - a.value
	} else {
		end = trimSentence(b, a.value, t.runEndWithin(a.value, maxNamedSecret+1, plainValue))
	}
	return isNamedSecret(a.name, b[a.value:end]) && t.add(a.name.entity(), a.value, end, end)
}

// entity returns what the secret is that a name speaks of.
func (n secretName) entity() Entity {
	if n == namePass {
		return Password
	}
	return Secret
}

// findKeyedSecret looks at a text that stands alone under a key or an attribute that may name a secret.
func findKeyedSecret(t *Text) bool {
	key := t.Place.Name
	if len(key) == 0 {
		key = t.Place.Key
	}
	if len(key) == 0 {
		key = t.Place.Attribute
	}
	if len(key) == 0 || len(t.Bytes) < minNamedPass || len(t.Bytes) > maxNamedSecret || t.scanner.off[Secret] {
		return false
	}
	name := nameOf(trimIndex(key))
	return name != nameNothing && isNamedSecret(name, t.Bytes) && t.add(name.entity(), 0, len(t.Bytes), len(t.Bytes))
}

// NamesSecret reports whether a text that stands alone under key may be a secret for that reason, so that [Scanner.SkimJSON] cannot tell.
func (s *Scanner) NamesSecret(key []byte) bool {
	return nameOf(trimIndex(key)) != nameNothing && !s.off[Secret]
}

// isNamedSecret reports whether value can be the secret that name speaks of.
func isNamedSecret(name secretName, value []byte) bool {
	if name == namePass {
		return len(value) >= minNamedPass && len(value) <= maxLooked && hasDigitAndLetter(value) && !hasAny(value, blank) &&
			!bytes.ContainsAny(value, "/(") && !isPasswordDummy(value)
	}
	least := minNamedSecret
	if name == nameBare {
		least = minBareSecret
	}
	if name == nameNothing || len(value) < least || len(value) > maxNamedSecret {
		return false
	}
	if isAllDigits(value) {
		return name == nameSecret && len(value) >= minDigitSecret && distinct(value) > 3
	}
	if !isSecretText(value) {
		return false
	}
	if name == nameKey && isUUIDLike(value) {
		return false
	}
	return looksRandom(value) && isRandom(value)
}

// isSecretText reports whether value is one token of the characters of keys with a digit in it, and no path, URL, host name or call.
func isSecretText(value []byte) bool {
	slashes, digits := 0, 0
	for i, c := range value {
		switch {
		case is(c, digit):
			digits++
		case c == '/':
			if i == 0 || value[i-1] == ':' || value[i-1] == '.' {
				return false
			}
			slashes++
		case classes[c]&(token68) == 0 && c != ':' && c != '!' && c != '$' && c != '#' && c != '%' && c != '&' && c != '*' && c != '^' && c != '@':
			return false
		}
	}
	return digits > 0 && digits < len(value) && slashes <= len(value)/16+1
}
