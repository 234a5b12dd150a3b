package redaction

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// maxFuzzBytes caps the inputs of fuzz targets: the laws do not depend on the size, and the fuzzer is faster with small ones.
const maxFuzzBytes = 1 << 10

func addSeeds(f *testing.F) {
	f.Helper()
	for _, c := range textCases() {
		f.Add(c.in)
		f.Add(c.want)
	}
	for _, c := range cleanCases() {
		f.Add(c.in)
	}
	f.Add(`[[[[[["\u0000\ud800"]]]]]]`)
	f.Add(`{"phone":{"number":"*001010001 000ssn`)
	f.Add("\xff\xfe <EMAIL> <EMAIL <REDACTED>")
}

// testKey is a key of pseudonyms that opens nothing.
var testKey = []byte("no secret: for the tests of pseudonyms")

// lawful are policies for which the laws hold, by name: one for each action, and one in which they meet.
func lawful() map[string]Settings {
	all := map[string]Settings{"mixed": {Packs: []string{"all"}, Entities: map[string]EntitySettings{
		"EMAIL": {Action: ptr(Mask), Mask: MaskSettings{KeepFirst: ptr(1)}}, "PHONE": {Action: ptr(Pseudonym)}, "COOKIE": {Action: ptr(Keep)},
		"US_SSN": {Action: ptr(DropValue)}, "IBAN": {Action: ptr(DropAttribute)}, "PASSWORD": {Action: ptr(Mask)},
		"CREDIT_CARD": {Action: ptr(Mask), Mask: MaskSettings{Char: "#", KeepFirst: ptr(6)}},
	}}}
	for _, name := range ActionNames() {
		action, _ := ActionByName(name)
		all[name] = Settings{Action: action}
	}
	for name, s := range all {
		s.MaxDepth = 1000
		s.Pseudonym = PseudonymSettings{Key: testKey, KeyID: "k1"}
		all[name] = s
	}
	return all
}

func lawfulEngines(t testing.TB) map[string]*Engine {
	t.Helper()
	engines := map[string]*Engine{}
	for name, s := range lawful() {
		engines[name] = newEngine(t, s)
	}
	return engines
}

// FuzzText states the laws that hold for any text and any action.
func FuzzText(f *testing.F) {
	addSeeds(f)
	engines := lawfulEngines(f)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > maxFuzzBytes {
			t.Skip("too long to be worth the time")
		}
		for _, e := range engines {
			checkText(t, e, in)
		}
	})
}

// FuzzStructured states that a structured value and its JSON text have the same findings, with encoding/json as the other walker.
func FuzzStructured(f *testing.F) {
	addSeeds(f)
	engines := lawfulEngines(f)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > maxFuzzBytes || !utf8.ValidString(in) || !isDocument(in) {
			t.Skip("no JSON document")
		}
		for _, e := range engines {
			checkStructured(t, e, in)
		}
	})
}

// FuzzEscapes states that it does not matter how a string is written in JSON, nor in how many layers of it.
func FuzzEscapes(f *testing.F) {
	addSeeds(f)
	engines := lawfulEngines(f)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > maxFuzzBytes || !utf8.ValidString(in) || in == "" {
			t.Skip("too long, empty or no UTF-8")
		}
		for _, e := range engines {
			checkEscapes(t, e, in)
		}
	})
}

// TestLawsOnCompositions checks the laws of the fuzz targets on texts put together from the seeds, which a fuzzer takes long to reach.
func TestLawsOnCompositions(t *testing.T) {
	t.Parallel()
	for name, e := range lawfulEngines(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rounds := 200
			if name == Replace.String() {
				rounds = 2000
			}
			checkCompositions(t, e, compositions{
				rounds: rounds, joints: defaultJoints, keys: []string{"phone"}, number: map[string]any{"card": 4111111111111111},
			})
		})
	}
}

// compositions are texts put together at random from parts with joints between them, beside the seeds of the fuzz targets.
type compositions struct {
	rounds        int
	parts, joints []string
	keys          []string       // of a map that holds a text
	number        map[string]any // stands beside it
}

// defaultJoints are signs and words that matter to the default pack.
var defaultJoints = []string{"", " ", "\n", ",", ".", ":", "=", "-", "_", "@", "<", ">", "\"", "\\", "/", "phone ", "card: ", "password=", "Cookie: a=",
	"Authorization: Bearer ", "https://", "%40", "\u200b", "1", "a", "é", "電", "\\n", "\\u0040", "{", "[", "'", "`", "?sig=", "&", ";", "(", ")",
	"+", "x123", "|", "\\", "\U0001d7d8", "\\ud835\\udfd8", "<<", "--password ", "password is ", "\"password\":\"", "\\\"api_key\\\":\\\"", "0", "%2", "=>", "]"}

func checkCompositions(t *testing.T, e *Engine, c compositions) {
	t.Helper()
	parts := slices.Clone(c.parts)
	for _, seed := range append(textCases(), cleanCases()...) {
		parts = append(parts, seed.in)
	}
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	for range c.rounds {
		in := ""
		for range 1 + random.IntN(4) {
			part := pick(parts)
			if random.IntN(3) == 0 && part != "" {
				part = part[:random.IntN(len(part))]
			}
			in += pick(c.joints) + part + pick(c.joints)
		}
		checkText(t, e, in)
		under := map[string]string{}
		for _, key := range c.keys {
			under[key] = in
		}
		document := map[string]any{pick(parts): in, pick(c.joints): []any{in, under}}
		maps.Copy(document, c.number)
		written, err := json.Marshal(document)
		require.NoError(t, err)
		checkText(t, e, string(written))
		checkText(t, e, string(written[:random.IntN(len(written))]))
		checkStructured(t, e, string(written))
		if utf8.ValidString(in) && in != "" {
			checkEscapes(t, e, in)
		}
		if t.Failed() {
			t.Fatalf("input: %q", in)
		}
	}
}

// checkOneLook holds what is clean at one look to all looks: as it is folded, and decoded.
func checkOneLook(t *testing.T, e *Engine, text []byte) {
	t.Helper()
	var skim detect.Skim
	if e.scanner.SkimPlain(text, &skim) < len(text) {
		return
	}
	_, media := detect.NextMedia(text, 0)
	var o offsets
	folded := fold(nil, text, &o)
	require.False(t, media || isEncoded(folded), "one look passed over what needs more than that")
	scan := detect.Text{Bytes: folded, Limit: 1 << 30}
	require.True(t, e.scanner.Scan(&scan))
	require.Empty(t, scan.Matches, "one look passed over a finding")
}

func checkText(t *testing.T, e *Engine, in string) {
	t.Helper()
	checkOneLook(t, e, []byte(in))
	var tally Tally
	out, changed := e.Text(in, Place{}, &tally)

	// Nothing panics, and real work stays far below the budget.
	require.Zero(t, tally.Failed(FailPanic), "panics")
	require.Zero(t, tally.Failed(FailBudget), "budget")

	// Changed, counted and different are one and the same.
	assert.Equal(t, out != in, changed)
	assert.Equal(t, changed, tally.Total()+tally.Failures() > 0)

	// Redacting twice is redacting once.
	var second Tally
	again, changedAgain := e.Text(out, Place{}, &second)
	assert.Equal(t, out, again)
	assert.False(t, changedAgain)
	assert.Zero(t, second.Total()+second.Failures())

	if tally.Failures() > 0 {
		return
	}
	// Valid JSON stays valid JSON.
	if isDocument(in) {
		assert.True(t, json.Valid([]byte(out)), "the result is no JSON")
	}
	// Bytes outside the findings stay, in their order.
	spots := e.spots(in)
	assert.True(t, keepsRest(in, out, spots) || holdsParts.MatchString(in) && keepsSome(in, out, spots), "the result changes bytes outside the findings")
}

// spots matches what e puts in the place of findings in a text: placeholders, and each mask by itself, with the quotes of what was a number.
func (e *Engine) spots(in string) *regexp.Regexp {
	if e.masks == nil {
		return placeholderInQuotes
	}
	pattern := placeholderInQuotes.String()
	masks := replacements(e, in)
	slices.SortFunc(masks, func(a, b string) int { return len(a) - len(b) }) // the longest stands first at last
	for _, replacement := range masks {
		if !e.IsPlaceholder(replacement) {
			// Nobody can tell a sign of the text beside a mask from one of the mask.
			pattern = `(\\*")?[*#]*` + regexp.QuoteMeta(replacement) + `[*#]*(#\d+)?(\\*")?|` + pattern
		}
	}
	return regexp.MustCompile(pattern)
}

// replacements returns what e puts in the place of findings in a text.
func replacements(e *Engine, in string) []string {
	r := newRun(e)
	r.start(len(in))
	var p site
	r.siteOf(&p, &Place{})
	r.leaf([]byte(in), &p)
	var list []string
	for _, edit := range r.edits {
		if edit.replacement != "" {
			list = append(list, edit.replacement)
		}
	}
	return list
}

func checkStructured(t *testing.T, e *Engine, in string) {
	t.Helper()
	value, err := decode(in)
	if err != nil {
		t.Skip("no JSON document to encoding/json")
	}
	p := Place{Attribute: "gen_ai.input.messages"}
	var ofText, ofValue Tally
	out, _ := e.Text(in, p, &ofText)
	walked := walk(e, value, p, &ofValue)
	if ofText.Failures()+ofValue.Failures() > 0 {
		return // limits are per value
	}
	assert.Equal(t, ofValue, ofText, "counts")
	decoded, err := decode(out)
	require.NoError(t, err)
	assert.Equal(t, walked, decoded)
}

func checkEscapes(t *testing.T, e *Engine, in string) {
	t.Helper()
	var plain Tally
	want, _ := e.Text(in, Place{}, &plain)
	if plain.Failures() > 0 {
		return // limits are per value
	}
	short, err := json.Marshal(in)
	require.NoError(t, err)
	once := "[" + string(short) + "]"
	twice, err := json.Marshal(once)
	require.NoError(t, err)
	for form, layers := range map[string]int{once: 1, "[" + escapeAll(in) + "]": 1, "[" + string(twice) + "]": 2} {
		var tally Tally
		got, _ := e.Text(form, Place{}, &tally)
		if tally.Failures() > 0 {
			continue
		}
		assert.Equal(t, plain, tally, "counts")
		for range layers {
			var list []string
			require.NoError(t, json.Unmarshal([]byte(got), &list))
			require.Len(t, list, 1)
			got = list[0]
		}
		assert.Equal(t, want, got)
	}
}

// isDocument reports whether text is a JSON document as the engine defines it: an object, an array or a string.
func isDocument(text string) bool {
	trimmed := strings.TrimLeft(text, " \t\r\n")
	return trimmed != "" && strings.ContainsAny(trimmed[:1], `{["`) && json.Valid([]byte(text))
}

// placeholderInQuotes matches a placeholder with the quotes that come with one in place of a number.
var placeholderInQuotes = regexp.MustCompile(`(\\*")?<(` + entityNames() + `|REDACTED)(_[a-z][a-z0-9]*_[` + detect.PseudonymAlphabet + `]{20})?>(#\d+)?(\\*")?`)

func entityNames() string {
	var names []string
	for _, e := range Entities() {
		names = append(names, e.String())
	}
	return strings.Join(names, "|")
}

// keepsRest reports whether out is in with stretches replaced by what spot matches: what stands between the spots of out stands in
// in, in the same order, and the ends agree.
func keepsRest(in, out string, spot *regexp.Regexp) bool {
	spots := spot.FindAllStringSubmatchIndex(out, -1)
	if len(spots) == 0 {
		return in == out
	}
	at, from := 0, 0
	for _, spot := range spots {
		piece := out[from:spot[0]]
		i := strings.Index(in[at:], piece)
		if i < 0 || at == 0 && from == 0 && i != 0 {
			return false
		}
		at += i + len(piece)
		from = spot[1]
	}
	rest := out[from:]
	return len(in)-at >= len(rest) && strings.HasSuffix(in, rest)
}

// holdsParts matches what may hold parts, at whatever depth.
var holdsParts = regexp.MustCompile(`content|parts|text|\\u`)

// keepsSome is keepsRest where parts are joined: what stands outside of the placeholders of out stands in in, in the same order, but not in
// one piece where the rest of a finding was removed.
func keepsSome(in, out string, spots *regexp.Regexp) bool {
	for _, c := range []byte(spots.ReplaceAllString(out, "")) {
		i := strings.IndexByte(in, c)
		if i < 0 {
			return false
		}
		in = in[i+1:]
	}
	return true
}
