package redaction

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outcome is all that redacting a text returns and counts.
type outcome struct {
	out     string
	changed bool
	tally   Tally
}

func outcomeOf(r *run, in string, p Place) (o outcome) {
	o.out, o.changed = r.text(in, &p, &o.tally, false)
	r.report(&o.tally)
	return o
}

// uncached returns a run that remembers nothing.
func uncached(e *Engine) *run {
	r := newRun(e)
	r.cache.limit = 0
	return r
}

// TestCachedIsUncached states that it does not matter what came before a text, in any order, however small the cache and however many
// hashes are the same.
func TestCachedIsUncached(t *testing.T) {
	t.Parallel()
	keep, drop := Keep, DropAttribute
	all := Settings{
		MaxDepth: 3,
		Entities: map[string]EntitySettings{"PHONE": {Action: &keep}, "IBAN": {Action: &drop}},
		Allow:    []Allow{{Suffix: "@example.org"}, {Entity: "PASSWORD", Exact: "hunter2"}},
		Deny:     []Deny{{Term: "brown fox"}},
		Rules:    []Rule{{Name: "EMPLOYEE", Regex: "EMP[0-9]{4}", Literal: "EMP", MaxLength: 7}},
	}
	places := []Place{{}, {Attribute: "gen_ai.input.messages"}, {Key: "phone"}, {Attribute: "phone"}, {Attribute: "phone", Key: "a"},
		{Attribute: "request_id", Identifier: true}, {Key: "password"}, {Key: "properties"}, {schema: true, Key: "a"}}
	texts := Settings{Action: Mask}
	texts.Content[MediaContent].Action = DropContent
	for _, settings := range []Settings{{}, all, {Packs: []string{"all"}}, texts} {
		for _, c := range []struct {
			limit, least int
			mask         uint64
		}{{maxCache, 1, math.MaxUint64}, {600, 1, math.MaxUint64}, {maxCache, 1, 1}, {2000, 1, 7}, {40, 8, 0}} {
			t.Run(fmt.Sprint(c.limit, c.least, c.mask), func(t *testing.T) {
				t.Parallel()
				checkCached(t, settings, places, func(r *run) { r.cache.limit, r.cache.least, r.cache.mask = c.limit, c.least, c.mask })
			})
		}
	}
}

func checkCached(t *testing.T, settings Settings, places []Place, tune func(*run)) {
	t.Helper()
	e := newEngine(t, settings)
	r := newRun(e)
	tune(r)
	random := rand.New(rand.NewPCG(7, 8))
	var texts []string
	for _, c := range append(append(textCases(), cleanCases()...), partCases()...) {
		if len(c.in) < 2000 {
			texts = append(texts, c.in)
		}
	}
	texts = append(texts, "EMP1234 is a brown fox of bob@example.org", "call +44 20 7946 0958, pay DE89 3704 0044 0532 0130 00", "[[[[1]]]]", `"[[1]]"`, "hunter2",
		"a picture: data:image/png;base64,"+strings.Repeat("QUJD", 40)+" of alice@example.com")
	var recent []string
	for range 1500 {
		in := texts[random.IntN(len(texts))]
		switch random.IntN(4) {
		case 0:
			in = texts[random.IntN(len(texts))] + " " + in
		case 1:
			encoded, err := json.Marshal(map[string]any{"content": in, "a": []any{in, map[string]string{"phone": in, "password": in}}})
			require.NoError(t, err)
			in = string(encoded)
		}
		if recent = append(recent, in); len(recent) > 20 {
			recent = recent[1:]
		}
		in, p := recent[random.IntN(len(recent))], places[random.IntN(len(places))]
		got, want := outcomeOf(r, in, p), outcomeOf(uncached(e), in, p)
		require.Equal(t, want, got, "%+v: %q", p, in)
	}
}

func TestCacheRemembersWhatComesAgain(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	long := strings.Repeat("Nothing but words. ", 20)
	in := `[{"role":"user","content":"` + long + `alice@example.com"},{"role":"user","content":"` + long + `\n"}]`
	r := newRun(e)
	first := outcomeOf(r, in, Place{})
	assert.Empty(t, r.cache.bytes, "what came once is not remembered")
	assert.Equal(t, first, outcomeOf(r, in, Place{}))
	used := len(r.cache.bytes)
	assert.Greater(t, used, 2*len(long), "what came twice is")
	work := r.scan.Work
	assert.Equal(t, first, outcomeOf(r, in, Place{}))
	assert.Len(t, r.cache.bytes, used)
	assert.Equal(t, work, r.scan.Work, "what was remembered counts as work all the same")
}

func TestCacheIsBounded(t *testing.T) {
	t.Parallel()
	r := newRun(newEngine(t, Settings{}))
	for i := range 1000 {
		text := fmt.Sprintf("%d %s", i, strings.Repeat("word ", 2000))
		for range 2 {
			outcomeOf(r, text, Place{})
		}
		require.LessOrEqual(t, cap(r.cache.bytes), maxCache+maxCache/3)
	}
	many := strings.Repeat("alice@example.com ", maxCachedEdits+1)
	r = newRun(newEngine(t, Settings{}))
	for range 3 {
		outcomeOf(r, many, Place{})
	}
	assert.Empty(t, r.cache.bytes, "of a text with so many findings nothing is remembered")
}

func TestCacheRemembersNoFailure(t *testing.T) {
	t.Parallel()
	r := newRun(newEngine(t, Settings{}))
	in := strings.Repeat("[", DefaultMaxDepth+1)
	for range 3 {
		got := outcomeOf(r, in, Place{})
		assert.Equal(t, 1, got.tally.Failed(FailMaxDepth))
	}
	assert.Empty(t, r.cache.bytes)
}
