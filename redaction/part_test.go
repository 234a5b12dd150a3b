package redaction

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// partCases are lists of parts whose texts hold something together.
func partCases() []testCase {
	key := secret("sk-", "ant-api03-", body, body)
	pem := secret("-----BEGIN ", "PRIVATE KEY-----") + `\n` + body + `\n` + body
	return []testCase{
		{"a card in two parts", `[{"role":"user","parts":[{"type":"text","content":"my card is 4111 1111"},{"type":"text","content":" 1111 1111, thanks"}]}]`,
			`[{"role":"user","parts":[{"type":"text","content":"my card is <CREDIT_CARD>"},{"type":"text","content":", thanks"}]}]`},
		{"an address in two parts of another interface", `{"content":[ {"type":"text","text":"to alice@exam"} , {"text":"ple.com now","type":"text"} ]}`,
			`{"content":[ {"type":"text","text":"to <EMAIL>"} , {"text":" now","type":"text"} ]}`},
		{"a card in four parts", `[{"type":"text","text":"4111"},{"type":"text","text":" 1111"},{"type":"text","text":" 1111"},{"type":"text","text":" 1111."}]`,
			`[{"type":"text","text":"<CREDIT_CARD>"},{"type":"text","text":""},{"type":"text","text":""},{"type":"text","text":"."}]`},
		{"an empty part between", `[{"type":"text","text":"4111 1111"},{"type":"text","text":""},{"type":"text","text":" 1111 1111"}]`,
			`[{"type":"text","text":"<CREDIT_CARD>"},{"type":"text","text":""},{"type":"text","text":""}]`},
		{"parts without a type", `{"parts":[{"text":"4111 1111"},{"text":" 1111 1111"}]}`, `{"parts":[{"text":"<CREDIT_CARD>"},{"text":""}]}`},
		{"parts that are strings", `{"content":["4111 1111"," 1111 1111"]}`, `{"content":["<CREDIT_CARD>",""]}`},
		{"what a model thought", `[{"type":"thinking","thinking":"x","text":"4111 1111"},{"type":"thinking","text":" 1111 1111"}]`,
			`[{"type":"thinking","thinking":"x","text":"<CREDIT_CARD>"},{"type":"thinking","text":""}]`},
		{"escapes around the seam", `[{"type":"text","text":"a\n\u0034111 11\u0031\u0031"},{"type":"text","text":"\u0020\u0031111 1111\n\u00e9"}]`,
			`[{"type":"text","text":"a\n<CREDIT_CARD>"},{"type":"text","text":"\n\u00e9"}]`},
		{"escapes in keys and types", `[{"t\u0079pe":"te\u0078t","te\u0078t":"4111 1111"},{"type":"text","text":" 1111 1111"}]`,
			`[{"t\u0079pe":"te\u0078t","te\u0078t":"<CREDIT_CARD>"},{"type":"text","text":""}]`},
		{"findings beside the seam", `[{"type":"text","text":"a@example.com 4111 1111"},{"type":"text","text":" 1111 1111 b@example.com"}]`,
			`[{"type":"text","text":"<EMAIL> <CREDIT_CARD>"},{"type":"text","text":" <EMAIL>"}]`},
		{"JSON in JSON", `{"a":"[{\"type\":\"text\",\"text\":\"4111 1111\"},{\"type\":\"text\",\"text\":\" 1111 1111\"}]"}`,
			`{"a":"[{\"type\":\"text\",\"text\":\"<CREDIT_CARD>\"},{\"type\":\"text\",\"text\":\"\"}]"}`},
		{"two lists, one in the other", `[{"type":"text","text":"4111 1111","x":[{"type":"text","text":"alice@exam"},{"type":"text","text":"ple.com"}]},{"type":"text","text":" 1111 1111"}]`,
			`[{"type":"text","text":"<CREDIT_CARD>","x":[{"type":"text","text":"<EMAIL>"},{"type":"text","text":""}]},{"type":"text","text":""}]`},
		{"a name in one part and its value in the next", `[{"type":"text","text":"password="},{"type":"text","text":"hunter2secret9"}]`,
			`[{"type":"text","text":"password="},{"type":"text","text":"<PASSWORD>"}]`},
		{"a word in one part and its number in the next", `[{"type":"text","text":"my phone is "},{"type":"text","text":"4155550132"}]`,
			`[{"type":"text","text":"my phone is "},{"type":"text","text":"<PHONE>"}]`},
		{"a key in three parts", `[{"type":"text","text":"use ` + key[:4] + `"},{"type":"text","text":"` + key[4:30] + `"},{"type":"text","text":"` + key[30:] + ` ok"}]`,
			`[{"type":"text","text":"use <API_KEY>"},{"type":"text","text":""},{"type":"text","text":" ok"}]`},
		{"a private key in two parts", `[{"type":"text","text":"` + pem[:60] + `"},{"type":"text","text":"` + pem[60:] + `"}]`,
			`[{"type":"text","text":"<PRIVATE_KEY>"},{"type":"text","text":""}]`},
		{"what is left is another card", `[{"type":"text","text":"4111 1111"},{"type":"text","text":" 1111 1111 4012 8888 8888 1881"}]`,
			`[{"type":"text","text":"<CREDIT_CARD>"},{"type":"text","text":" <CREDIT_CARD>"}]`},
		{"long parts", `[{"type":"text","text":"` + strings.Repeat("word ", 4000) + `4111 1111"},{"type":"text","text":" 1111 1111` + strings.Repeat(" word", 4000) +
			` alice@exam"},{"type":"text","text":"ple.com` + strings.Repeat(" word", 4000) + `"}]`,
			`[{"type":"text","text":"` + strings.Repeat("word ", 4000) + `<CREDIT_CARD>"},{"type":"text","text":"` + strings.Repeat(" word", 4000) +
				` <EMAIL>"},{"type":"text","text":"` + strings.Repeat(" word", 4000) + `"}]`},
	}
}

// apartCases are lists whose texts stand for themselves.
func apartCases() []testCase {
	return []testCase{
		{"a part of another kind between", `[{"type":"text","text":"4111 1111"},{"type":"image"},{"type":"text","text":" 1111 1111"}]`, "not neighbours"},
		{"messages", `[{"role":"user","type":"text","content":"4111 1111"},{"role":"user","type":"text","content":" 1111 1111"}]`, "messages, not parts"},
		{"another kind", `[{"type":"tool_call","text":"4111 1111"},{"type":"tool_call","text":" 1111 1111"}]`, "calls are apart"},
		{"two kinds", `[{"type":"thinking","text":"4111 1111"},{"type":"text","text":" 1111 1111"}]`, "thought is not said"},
		{"a type that is no string", `[{"type":1,"text":"4111 1111"},{"type":1,"text":" 1111 1111"}]`, "no known kind"},
		{"documents", `{"documents":[{"text":"4111 1111"},{"text":" 1111 1111"}]}`, "no parts of one message"},
		{"a list of strings", `{"stop":["4111 1111"," 1111 1111"]}`, "no parts of one message"},
		{"two keys", `[{"type":"text","text":"4111 1111"},{"type":"text","content":" 1111 1111"}]`, "two interfaces"},
		{"documents of JSON", `[{"type":"text","text":"[\"4111 1111\"]"},{"type":"text","text":"[\" 1111 1111\"]"}]`, "each is whole"},
		{"two lists", `[[{"type":"text","text":"4111 1111"}],[{"type":"text","text":" 1111 1111"}]]`, "not neighbours"},
		{"clean parts", `[{"type":"text","text":"Nothing in the first."},{"type":"text","text":"Nothing in the next, nor at 3 of 4."}]`, "no findings"},
		{"a part cut far from its seam", `[{"type":"text","text":"` + strings.Repeat("1", 20000) + `"},{"type":"text","text":"x"}]`, "no card"},
	}
}

func TestPartsAreJoined(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxDepth: 1000})
	for _, c := range partCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, changed := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.True(t, changed)
			assert.Equal(t, strings.Count(c.want, "<"), tally.Total(), "a finding counts once, however many parts it is in")
			checkText(t, e, c.in)
			checkStructured(t, e, c.in)
			checkEscapes(t, e, c.in)
		})
	}
	for _, c := range apartCases() {
		t.Run(c.name+": "+c.want, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.in, got)
			checkStructured(t, e, c.in)
		})
	}
}

func TestPartsFollowActions(t *testing.T) {
	t.Parallel()
	const in = `[{"type":"text","text":"a card: 4111 1111"},{"type":"text","text":" 1111 1111, yes"},{"type":"text","text":"no"}]`
	for _, c := range []struct {
		name     string
		settings Settings
		want     string
	}{
		{"a value that is dropped goes with all that follows it", Settings{Action: DropValue},
			`[{"type":"text","text":"<CREDIT_CARD>"},{"type":"text","text":""},{"type":"text","text":""}]`},
		{"what is kept stays", Settings{Action: Keep}, in},
		{"a mask is a placeholder, since its parts would be told apart", Settings{Action: Mask},
			`[{"type":"text","text":"a card: <CREDIT_CARD>"},{"type":"text","text":", yes"},{"type":"text","text":"no"}]`},
		{"what is allowed stays", Settings{Allow: []Allow{{Exact: "4111 1111 1111 1111"}}}, in},
		{"a term of the user's", Settings{Deny: []Deny{{Term: "yesno"}}},
			`[{"type":"text","text":"a card: <CREDIT_CARD>"},{"type":"text","text":", <DENY_LIST>"},{"type":"text","text":""}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, _ := newEngine(t, c.settings).Text(in, Place{}, &tally)
			assert.Equal(t, c.want, got)
		})
	}
	t.Run("an attribute to drop is dropped for what its parts hold together", func(t *testing.T) {
		t.Parallel()
		var tally Tally
		newEngine(t, Settings{Action: DropAttribute}).Text(in, Place{}, &tally)
		assert.True(t, tally.TakeDropAttribute())
	})
}

func TestPartsFailClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxDepth: 2})
	var tally Tally
	texts := []string{"[[[1]]]", "", "x"}
	assert.True(t, e.Parts(texts, Place{}, &tally))
	assert.Equal(t, []string{"<REDACTED>", "", "<REDACTED>"}, texts)
	assert.Equal(t, 2, tally.Failed(FailMaxDepth))

	e.scanner = nil // a defect
	tally = Tally{}
	texts = []string{"a", "b"}
	assert.True(t, e.Parts(texts, Place{}, &tally))
	assert.Equal(t, []string{"<REDACTED>", "<REDACTED>"}, texts)
	assert.Equal(t, 2, tally.Failed(FailPanic))
}

func TestPartsThatAreLongStandForThemselves(t *testing.T) {
	t.Parallel()
	var tally Tally
	texts := []string{"alice@exam", "ple.com", "bob@a.com"}
	assert.True(t, newEngine(t, Settings{MaxValueBytes: 20}).Parts(texts, Place{}, &tally))
	assert.Equal(t, []string{"alice@exam", "ple.com", "<EMAIL>"}, texts)
}

// TestLawsOnSplitTexts checks the laws on texts that are cut into parts anywhere.
func TestLawsOnSplitTexts(t *testing.T) {
	t.Parallel()
	for name, settings := range map[string]Settings{
		"placeholders": {MaxDepth: 1000}, "masks": {MaxDepth: 1000, Action: Mask}, "values dropped": {MaxDepth: 1000, Action: DropValue},
		"all packs": {MaxDepth: 1000, Packs: []string{"all"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkSplitTexts(t, newEngine(t, settings))
		})
	}
}

func checkSplitTexts(t *testing.T, e *Engine) {
	t.Helper()
	var texts []string
	for _, c := range append(append(textCases(), cleanCases()...), partCases()...) {
		texts = append(texts, c.in)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		in := texts[random.IntN(len(texts))]
		if random.IntN(2) == 0 {
			in += texts[random.IntN(len(texts))]
		}
		if len(in) > 2000 {
			in = in[len(in)-2000:]
		}
		in = strings.ToValidUTF8(in, "")
		var parts []map[string]string
		for in != "" {
			n := 1 + random.IntN(len(in))
			if random.IntN(3) == 0 {
				n = min(len(in), 1+random.IntN(8))
			}
			parts = append(parts, map[string]string{"type": "text", "text": strings.ToValidUTF8(in[:n], "\ufffd")})
			in = in[n:]
		}
		document, err := json.Marshal(map[string]any{"parts": parts, "card": 4111111111111111})
		require.NoError(t, err)
		checkText(t, e, string(document))
		checkStructured(t, e, string(document))
		if t.Failed() {
			t.Fatalf("input: %q", document)

		}
	}
}

func TestCleanPartsAllocateNothing(t *testing.T) {
	if raceDetector {
		t.Skip("allocations cannot be counted under the race detector")
	}
	e := newEngine(t, Settings{})
	in := `[{"role":"user","parts":[` + strings.Repeat(`{"type":"text","content":"Some words,\nof no kind."},`, 30) + `{"type":"text","content":"x"}]}]`
	var tally Tally
	assert.Zero(t, testing.AllocsPerRun(100, func() { e.Text(in, Place{Attribute: "gen_ai.input.messages"}, &tally) }))
}

func TestWorkOnPartsIsLinear(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	size := 1 << 19
	if raceDetector {
		size >>= 4
	}
	for _, text := range []string{"", "x", "4111 ", "4111 1111", " 1111 1111", "a@", "pwd=", "password ", "eyJ", "-----BEGIN PRIVATE KEY-----", "sk-ant-", `\\`, `\u0031`, "{", "[1]"} {
		t.Run("parts of "+text, func(t *testing.T) {
			t.Parallel()
			part := `{"type":"text","text":"` + text + `"},`
			in := "[" + strings.Repeat(part, size/len(part)) + "1]"
			work, tally := workFor(e, in)
			assert.LessOrEqual(t, work, 60*len(in))
			assert.Zero(t, tally.Failures())
		})
	}
}
