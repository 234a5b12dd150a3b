package redaction_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

type secretLine struct {
	Rule        string
	Regex       string
	Keywords    []string
	SecretGroup int `json:"secret_group"`
	Positive    []string
	Negative    []string
}

// secretEntities are the entities that a secret may be found as.
var secretEntities = []string{
	"API_KEY", "AUTHORIZATION", "COOKIE", "JWT", "PASSWORD", "PRIVATE_KEY", "SECRET", "GENERIC_SECRET", "URL_CREDENTIALS",
}

// proseContexts are the places in which a key with a prefix has to be found, by name. TOKEN stands for it.
var proseContexts = []struct{ name, text string }{
	{"bare", "TOKEN"},
	{"in a sentence", "Then use TOKEN for it"},
	{"in quotes", `It was "TOKEN", he said`},
	{"in single quotes", "It was 'TOKEN', he said"},
	{"in a code span", "It was `TOKEN` there"},
	{"before a full stop", "It was TOKEN."},
	{"before a comma", "It was TOKEN, then"},
	{"before a bracket", "(see TOKEN)"},
	{"before an angle bracket", "<b>TOKEN</b> <TOKEN>"},
	{"before an ampersand", "a=1&q=TOKEN&b=2"},
	{"before an escaped quote", `{"a":"{\"b\":\"TOKEN\",\"c`},
	{"in a URL", "https://api.example.com/v1/items?q=TOKEN#top"},
	{"in the path of a URL", "https://api.example.com/TOKEN/items"},
	{"in a header", "X-Custom: TOKEN\r\nAccept: */*"},
	{"in JSON", `{"note":"Then use TOKEN for it","n":1}`},
	{"alone in JSON", `{"note":"TOKEN"}`},
	{"in JSON in JSON", `{"note":"{\"note\":\"TOKEN\"}"}`},
	{"behind a line break in JSON", `{"note":"Then:\nTOKEN\n"}`},
}

// secretScore is what became of the lines of one rule, or of all.
type secretScore struct {
	positives share
	assigned  share // those of the positives whose secret has no prefix: the name before it says what it is
	negatives share // near misses that were flagged
	prose     share // keys with a prefix in the contexts
}

func (s *secretScore) add(other secretScore) {
	s.positives.add(other.positives)
	s.assigned.add(other.assigned)
	s.negatives.add(other.negatives)
	s.prose.add(other.prose)
}

func scoreSecrets(t *testing.T, c *corpus) {
	places := shares{}
	var sum secretScore
	tb := newTable("secrets.jsonl: rules with misses or flagged near misses", "rule", "positives", "near misses flagged",
		"key with a prefix in prose", "missed in")
	for _, line := range readLines[secretLine](t, c, "secrets.jsonl") {
		s, missedIn := line.score(c, places)
		sum.add(s)
		if s.positives.part < s.positives.all || s.negatives.part > 0 || s.prose.part < s.prose.all {
			where := missedIn.String()
			if len(missedIn) == len(proseContexts) {
				where = "all of them"
			}
			tb.row(line.Rule, s.positives, s.negatives, s.prose, where)
		}
	}
	tb.row("total", sum.positives, sum.negatives, sum.prose, "")
	tb.row("of them without a prefix", sum.assigned, "", "", "")
	tb.log(t)
	tb = newTable("secrets.jsonl: keys with a prefix, by where they stand", "place", "found")
	for _, name := range sortedKeys(places) {
		tb.row(name, places[name])
	}
	tb.row("total", sum.prose)
	tb.log(t)
	sum.prose.atLeast(t, 99, "keys with a prefix in prose")
}

// score returns the score of l and in which contexts keys were missed, and counts the contexts in places.
func (l *secretLine) score(c *corpus, places shares) (s secretScore, missedIn counts) {
	missedIn = counts{}
	for _, p := range l.Positive {
		token := l.token(p)
		gone := note(&s.positives, isGone(c, p, token))
		if !l.hasPrefix(token) {
			note(&s.assigned, gone)
		}
	}
	for _, n := range l.Negative {
		note(&s.negatives, slices.ContainsFunc(c.find(n), func(f finding) bool { return slices.Contains(secretEntities, f.entity) }))
	}
	for _, token := range l.tokens() {
		for _, in := range proseContexts {
			gone := note(&s.prose, isGone(c, strings.ReplaceAll(in.text, "TOKEN", token), token))
			if !note(places.of(in.name), gone) {
				missedIn[in.name]++
			}
		}
	}
	return s, missedIn
}

// isGone reports whether the engine leaves nothing of token in text; without a token, whether it finds anything.
func isGone(c *corpus, text, token string) bool {
	found := c.find(text)
	if token == "" {
		return len(found) > 0
	}
	out := []byte(text)
	for _, f := range found {
		for i := f.start; i < f.end; i++ {
			out[i] = 0
		}
	}
	const rest = 8 // bytes of a token that may be left: its prefix, a suffix
	for start := 0; start+len(token) <= len(text); start++ {
		if text[start:start+len(token)] != token {
			continue
		}
		left := 0
		for _, b := range out[start : start+len(token)] {
			if b != 0 {
				left++
			}
		}
		if left > rest {
			return false
		}
	}
	return true
}

// token returns the secret itself in a positive, "" if the rule's expression does not say.
func (l *secretLine) token(positive string) string {
	expression, err := regexp.Compile(l.Regex)
	if err != nil || l.Regex == "" {
		return ""
	}
	groups := expression.FindStringSubmatch(positive)
	if groups == nil {
		return ""
	}
	if l.SecretGroup > 0 && l.SecretGroup < len(groups) {
		return groups[l.SecretGroup]
	}
	for _, g := range groups[1:] {
		if g != "" {
			return g
		}
	}
	return groups[0]
}

// tokens returns the secrets of the positives that have a prefix, each once.
func (l *secretLine) tokens() []string {
	var all []string
	for _, p := range l.Positive {
		if token := l.token(p); l.hasPrefix(token) && !slices.Contains(all, token) && isPlain(token) {
			all = append(all, token)
		}
	}
	return all
}

// hasPrefix reports whether token starts with one of the rule's keywords, and goes on. "live_" and "test_" are no issuer's.
func (l *secretLine) hasPrefix(token string) bool {
	return slices.ContainsFunc(l.Keywords, func(k string) bool {
		return len(k) > 1 && k != "live_" && k != "test_" && len(token) > len(k)+8 && strings.EqualFold(token[:len(k)], k)
	})
}

// isPlain reports whether token stands in a JSON string as it is.
func isPlain(token string) bool {
	encoded, err := json.Marshal(token)
	return err == nil && string(encoded) == `"`+token+`"` && !strings.ContainsAny(token, " =&#'`")
}
