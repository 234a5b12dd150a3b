package oracle

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

const (
	// maxBytes caps the inputs, maxCut those whose every prefix is tried: the laws do not depend on the size.
	maxBytes = 1 << 9
	maxCut   = 1 << 7
)

// policy is an engine with what it puts in the place of findings.
type policy struct {
	name   string
	engine *redaction.Engine
	masks  bool
	cuts   bool // it is tried on every prefix
}

// policies are those of each action that changes text, with the packs that are on by default and with all.
func policies(t testing.TB) []policy {
	t.Helper()
	var list []policy
	for _, packs := range []string{"default", "all"} {
		for _, action := range []redaction.Action{redaction.Replace, redaction.Pseudonym, redaction.Mask, redaction.DropValue} {
			engine, err := redaction.New(redaction.Settings{
				Packs: []string{packs}, Action: action, MaxDepth: maxBytes,
				Pseudonym: redaction.PseudonymSettings{Key: []byte("no secret: for the tests of pseudonyms"), KeyID: "k1"},
			})
			require.NoError(t, err)
			masks := action == redaction.Mask
			list = append(list, policy{
				name: action.String() + " with the packs " + packs, engine: engine, masks: masks, cuts: masks || action == redaction.Replace,
			})
		}
	}
	return list
}

// FuzzJSON states, with jsontext as the other parser, what becomes of a JSON document:
//
//   - It stays one, of the same shape: as many tokens of the same kinds, with the same bytes between them.
//   - Only names, strings and numbers differ; a number becomes a string. What differs holds a placeholder or a mask.
//   - The engine takes for JSON what jsontext does, and nothing else.
//   - Cut short at any byte it is no panic and no failure by budget.
func FuzzJSON(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	list := policies(f)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > maxBytes {
			t.Skip("too long to be worth the time")
		}
		checkAccepted(t, list[0].engine, in)
		doc, err := parse(in)
		if err != nil || !strings.ContainsRune(`{["`, rune(doc.tokens[0].kind)) {
			return // what is neither an object, an array nor a string is text to the engine
		}
		for _, p := range list {
			checkDocument(t, p, in, doc)
			if p.cuts && len(in) <= maxCut {
				checkPrefixes(t, p, in)
			}
		}
	})
}

// checkDocument checks the first two laws of a text that is the document before, and returns how many tokens p changed.
func checkDocument(t *testing.T, p policy, in string, before document) int {
	t.Helper()
	var tally redaction.Tally
	out, _ := p.engine.Text(in, redaction.Place{}, &tally)
	require.Zero(t, tally.Failures(), "%s: failures", p.name)
	after, err := parse(out)
	require.NoError(t, err, "%s: no JSON", p.name)
	assert.Equal(t, before.tail, after.tail, "%s: behind the document", p.name)
	require.Len(t, after.tokens, len(before.tokens), "%s: tokens", p.name)
	marked, cut := 0, 0
	for i, was := range before.tokens {
		is := after.tokens[i]
		assert.Equal(t, was.gap, is.gap, "%s: before token %d", p.name, i)
		assert.Equal(t, was.isName, is.isName, "%s: token %d", p.name, i)
		if was.raw == is.raw {
			continue
		}
		assert.True(t, was.kind == '"' || was.kind == '0', "%s: token %d is neither a string nor a number", p.name, i)
		assert.True(t, is.kind == '"', "%s: token %d is no string", p.name, i)
		switch {
		case p.hasMark(is.raw):
			marked++
		case was.kind == '"' && !was.isName && isLess(was.raw, is.raw):
			cut++ // the rest of what begins in a part before it
		default:
			assert.Fail(t, "changed, but holds neither a placeholder nor a mask", "%s: token %d", p.name, i)
		}
	}
	assert.True(t, marked > 0 || cut == 0, "%s: cut, but nothing is marked", p.name)
	return marked + cut
}

var placeholder = regexp.MustCompile(`<[A-Z][A-Za-z0-9_]*>`)

// hasMark reports whether raw holds what p puts in the place of a finding.
func (p policy) hasMark(raw string) bool {
	for _, found := range placeholder.FindAllString(raw, -1) {
		if p.engine.IsPlaceholder(found) {
			return true
		}
	}
	return p.masks && strings.Contains(raw, redaction.DefaultMaskChar)
}

// isLess reports whether less is text with bytes taken away.
func isLess(text, less string) bool {
	rest := text
	for _, c := range []byte(less) {
		at := strings.IndexByte(rest, c)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return len(less) < len(text)
}

// checkAccepted checks the third law by a number that is a finding: of JSON it becomes a string, of other text it does not.
func checkAccepted(t *testing.T, e *redaction.Engine, in string) {
	t.Helper()
	in = "[" + in + ",4111111111111111]"
	_, err := parse(in)
	var tally redaction.Tally
	out, _ := e.Text(in, redaction.Place{}, &tally)
	require.Zero(t, tally.Failures(), "failures")
	assert.Equal(t, err == nil, strings.HasSuffix(out, `,"<CREDIT_CARD>"]`), "walked as JSON")
}

func checkPrefixes(t *testing.T, p policy, in string) {
	t.Helper()
	for i := range in {
		var tally redaction.Tally
		p.engine.Text(in[:i], redaction.Place{}, &tally)
		require.Zero(t, tally.Failures(), "%s: failures of the first %d bytes", p.name, i)
	}
}

// TestTheLawsSeeFaults holds the laws against results that break them.
func TestTheLawsSeeFaults(t *testing.T) {
	t.Parallel()
	p := policies(t)[0]
	assert.True(t, p.hasMark(`"<EMAIL>"`))
	assert.False(t, p.hasMark(`"<NOBODY> *"`))
	assert.True(t, isLess(`"a1 11"`, `"a"`))
	assert.False(t, isLess(`"a"`, `"a"`))
	assert.False(t, isLess(`"a"`, `"b"`))
	for _, text := range []string{"", "[", `{"a"}`, "[1]]", "[1] 2", "[01]", "[\"\t\"]", `["\x"]`, "[1,]"} {
		_, err := parse(text)
		assert.Error(t, err, text)
	}
	doc, err := parse(" {\"a\" : [1 ,null],\"a\":\"\xff\\ud800\"}\n")
	require.NoError(t, err)
	assert.Equal(t, document{tail: "\n", tokens: []token{
		{'{', false, " ", "{"}, {'"', true, "", `"a"`}, {'[', false, " : ", "["}, {'0', false, "", "1"}, {'n', false, " ,", "null"},
		{']', false, "", "]"}, {'"', true, ",", `"a"`}, {'"', false, ":", "\"\xff\\ud800\""}, {'}', false, "", "}"},
	}}, doc)
}
