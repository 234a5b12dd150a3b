package redaction

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// workFor returns how many bytes the engine looks at to redact in.
func workFor(e *Engine, in string) (work int, tally Tally) {
	r := newRun(e)
	r.text(in, &Place{}, &tally, false)
	return r.scan.Work, tally
}

// hardUnits are units that, repeated, make a detector look far ahead or back again and again.
func hardUnits() map[string]string {
	return map[string]string{
		"at signs":                       "@",
		"addresses without a domain":     "a@",
		"addresses without an end":       "a@b.",
		"local parts":                    strings.Repeat("a.", 40) + "@",
		"encoded at signs":               "a%40",
		"single digits":                  "1 ",
		"dashed digits":                  "1-",
		"groups of four":                 "4111 ",
		"long runs of digits":            strings.Repeat("4", 19) + " ",
		"bracketed digits":               "(4)",
		"plus signs":                     "+1 ",
		"digits beside context":          "phone 123 ",
		"IBANs that fail":                "DE89370400440532013001 ",
		"spaced IBANs that fail":         "DE89 ",
		"insurance numbers that fail":    "AB 12 34 56 E ",
		"fillers":                        "<",
		"pairs of fillers":               "<<A",
		"lines of a zone that fail":      strings.Repeat("A<<", 14) + "AA\n",
		"schemes":                        "a://",
		"user information without host":  "a://b:c",
		"query parameters":               "?sig=",
		"query parameters that fail":     "&token=a",
		"token headers":                  "eyJ",
		"token headers with dots":        "eyJ.",
		"token headers with dashes":      "eyJ-",
		"token headers before one dot":   strings.Repeat("eyJ-", 1000) + ".",
		"headers of one token":           strings.Repeat("eyJhIjoxfQ-", 300) + ".",
		"underscores":                    "_1_",
		"colours":                        "\x1b[1m",
		"colours without an end":         "\x1b[" + strings.Repeat("1", 60),
		"percent signs encoded":          "%25",
		"encoded bytes":                  "%34",
		"character references":           "&#52;",
		"half character references":      "&#000",
		"bytes in quoted-printable":      "=34",
		"soft line breaks":               "=\n",
		"colours without their escape":   "[1m",
		"encodings in each other":        "%26%2337%3B34",
		"escapes in encoded bytes":       "%5Cu0031",
		"references of ampersands":       "&amp;",
		"NULs":                           "\x00a",
		"marks":                          "1\u0301",
		"forged passwords":               "password=<PASSWORD>x ",
		"forged passwords in one":        "password=<PASSWORD>",
		"forged cookies":                 "cookie: <COOKIE>; ",
		"forged credentials":             "bearer <JWT>",
		"forged user information":        "a://<EMAIL>",
		"valid token headers":            "eyJhIjoxfQ.",
		"encoded token headers":          "ZXlK-",
		"encoded token headers, slashes": "ZXlK/",
		"keys that look random":          "sk-aB3dE5gH7",
		"Slack keys that look random":    "xoxb-aB3dE5gH7-12345678-",
		"PEM headers":                    "-----BEGIN PRIVATE KEY-----",
		"dashes":                         "-",
		"key prefixes":                   "sk-",
		"Slack prefixes":                 "xoxb-",
		"GitLab prefixes":                "glpat-.",
		"prefixes of one kind":           "sm_aat_",
		"Entra tildes":                   "abc1Q~",
		"Telegram colons":                "123456789:A",
		"password assignments":           "password=",
		"quoted password assignments":    `password="$`,
		"unclosed quotes":                `pwd="a `,
		"unclosed quotes of three kinds": "pwd=\"a pwd='b pwd=`c ",
		"unclosed JSON values":           `"pwd":"a\nb`,
		"lists behind keys":              `"pwd":[`,
		"objects behind keys":            `"pwd":{`,
		"schemas behind keys":            `"pwd":{"type":"string"},`,
		"blanks behind keys":             "pwd:" + strings.Repeat(" ", 60),
		"closing tags":                   "a</password>",
		"user information with slashes":  "a://b:c/",
		"PEM headers with dashes":        "-----BEGIN PRIVATE KEY-----\n------",
		"PEM blocks without a key":       "-----BEGIN PRIVATE KEY-----\n.\n-----END PRIVATE KEY-----\n",
		"password phrases":               "password is ",
		"authorization headers":          "authorization:",
		"authorization schemes":          "authorization: digest ",
		"bearer words":                   "bearer ",
		"cookie headers":                 "cookie:",
		"cookie headers with a name":     "cookie:a",
		"long tokens":                    strings.Repeat("1", 35) + " ",
		"base58 tokens":                  "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb ",
		"Ethereum tokens":                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d358 ",
		"Bech32 tokens":                  "bc1" + strings.Repeat("q", 80) + " ",
		"backslashes":                    `\`,
		"escapes":                        `\u0040`,
		"surrogates":                     `\ud835`,
		"zero-width characters":          "\u200b",
		"full-width digits":              "１",
		"letters of other scripts":       "電@",
		"quotes":                         `"`,
		"empty arrays":                   "[],",
		"placeholders":                   "<EMAIL>",
		"half placeholders":              "<EMAIL",
		"findings":                       "alice@example.com ",
		"findings in quotes":             `"alice@example.com",`,
		"layers of quotes":               `"\"\\\"`,
	}
}

func TestWorkIsLinear(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	size := 1 << 20
	if raceDetector {
		size >>= 4 // a count does not depend on it, the time does
	}
	for name, unit := range hardUnits() {
		t.Run(name+" repeated take a bounded amount of work a byte", func(t *testing.T) {
			t.Parallel()
			in := strings.Repeat(unit, size/len(unit))
			part := in[:size/16]
			for _, form := range []string{in, `{"a":"` + strings.ReplaceAll(part, `"`, `\"`) + `"}`, `["` + part} {
				work, tally := workFor(e, form)
				assert.LessOrEqual(t, work, 40*len(form))
				assert.Zero(t, tally.Failures())
			}
		})
	}
}

// Lists of numbers, such as tokens, are no attack.
func TestNumbersFitTheBudgetOfAllPacks(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Packs: []string{"all"}})
	random := rand.New(rand.NewPCG(5, 1))
	var in []byte
	for len(in) < 1<<20/slowdown {
		in = fmt.Appendf(in, "%04d ", random.IntN(10000))
	}
	work, tally := workFor(e, string(in))
	assert.Zero(t, tally.Failures(), "%d bytes looked at for each", work/len(in))
}

func TestManyStartsBeforeOneEndAreLinear(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const size = 1 << 14
	for _, start := range []string{"pwd=", "pwd:", `pwd="a `, "sk-", "xoxb-", "glpat-.", "-----BEGIN PRIVATE KEY-----", "cookie:a ", "a://b:c"} {
		for _, end := range []string{".", "-", ":", "=", "7", " ", "a", "/", "\n"} {
			t.Run(fmt.Sprintf("%q before %q", start, end), func(t *testing.T) {
				t.Parallel()
				in := strings.Repeat(start, size/len(start)) + strings.Repeat(end, size)
				work, tally := workFor(e, in)
				assert.LessOrEqual(t, work, 40*len(in))
				assert.Zero(t, tally.Failures())
			})
		}
	}
}

func TestTooMuchWorkFailsClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	r := newRun(e)
	r.start(100)
	r.scan.Limit = 10
	site := site{}
	r.leaf([]byte(strings.Repeat("alice@example.com ", 10)), &site)
	require.True(t, r.failed)
	assert.Equal(t, FailBudget, r.reason)
}

func TestFindingsThatNeverSettleFailClosed(t *testing.T) {
	t.Parallel()
	r := newRun(newEngine(t, Settings{}))
	r.start(100)
	r.rounds([]byte("write to alice@example.com"), &site{}, maxRounds)
	require.True(t, r.failed)
	assert.Equal(t, FailBudget, r.reason)
}

func TestTooDeepFailsClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxDepth: 3})
	for _, c := range []struct {
		name, in string
		fails    bool
	}{
		{"three arrays are within a limit of three", "[[[1]]]", false},
		{"four arrays are beyond it", "[[[[1]]]]", true},
		{"objects count like arrays", `{"a":{"b":{"c":{"d":1}}}}`, true},
		{"JSON inside of a string counts on", `["[[1]]"]`, false},
		{"JSON inside of a string counts on, beyond", `["[[[1]]]"]`, true},
		{"cut short it is too deep all the same", "[[[[", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, _ := e.Text(c.in, Place{}, &tally)
			if c.fails {
				assert.Equal(t, "<REDACTED>", got)
				assert.Equal(t, 1, tally.Failed(FailMaxDepth))
			} else {
				assert.Equal(t, c.in, got)
				assert.Zero(t, tally.Failures())
			}
		})
	}
}

func TestHugeNestingDoesNotPanic(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxValueBytes: 32 << 20})
	for name, unit := range map[string]string{"arrays": "[", "objects": `{"a":`, "strings": `["`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			e.Text(strings.Repeat(unit, (20<<20)/len(unit)), Place{}, &tally)
			assert.Zero(t, tally.Failed(FailPanic))
		})
	}
}

func TestTooLongFailsClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxValueBytes: 20})
	var tally Tally

	got, changed := e.Text(strings.Repeat("a", 20), Place{}, &tally)
	assert.Equal(t, strings.Repeat("a", 20), got, "at the limit")
	assert.False(t, changed)

	got, changed = e.Text(strings.Repeat("a", 21), Place{}, &tally)
	assert.Equal(t, "<REDACTED>", got, "beyond the limit")
	assert.True(t, changed)
	assert.Equal(t, 1, tally.Failed(FailMaxValueBytes))

	got, _ = e.Text("ab://c:d@e f://g:h@i", Place{}, &tally)
	assert.Equal(t, "<REDACTED>", got, "where the placeholders would take it beyond the limit")
	assert.Equal(t, 2, tally.Failed(FailMaxValueBytes))
	assert.Zero(t, tally.Total(), "nothing is found in what was given up")
}

// A quote as \u0022 in string in string takes a few bytes more each time, the quotes of a number that becomes a string there twice as many.
func TestQuotesOfDeepStringsFailClosed(t *testing.T) {
	t.Parallel()
	again := strings.NewReplacer(`"`, `\u0022`, `\`, `\u005c`)
	nest := func(in string, depth int) string {
		for range depth {
			in = `["` + again.Replace(in) + `"]`
		}
		return in
	}
	e := newEngine(t, Settings{MaxValueBytes: 1 << 16, Content: ContentPolicies{
		SystemContent: {Action: ReferenceContent, Reference: "s3://b/{trace_id}/{span_id}"},
	}})
	for _, c := range []struct {
		depth int
		fails bool
	}{{3, false}, {18, true}, {40, true}, {60, true}} {
		isFailed := func(out string) { assert.Equal(t, c.fails, out == "<REDACTED>", "depth %d", c.depth) }
		in := nest(`[4111111111111111]`, c.depth)
		var tally Tally
		out, _ := e.Text(in, Place{}, &tally)
		isFailed(out)
		assert.Equal(t, c.fails, tally.Failed(FailMaxValueBytes) == 1, "depth %d", c.depth)

		texts := []string{in, "and"}
		e.Parts(texts, Place{}, &tally)
		isFailed(texts[0])

		out, changed := e.ReplaceContentParts(nest(`{"system":["x"]}`, c.depth), InputContent, Place{}, &tally)
		assert.True(t, changed)
		isFailed(out)
	}
}

func TestPanicFailsClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	e.scanner = nil // a defect
	var tally Tally
	got, changed := e.Text("alice@example.com", Place{}, &tally)
	assert.Equal(t, "<REDACTED>", got)
	assert.True(t, changed)
	got, changed = e.Number("4111111111111111", Place{}, &tally)
	assert.Equal(t, "<REDACTED>", got)
	assert.True(t, changed)
	assert.Equal(t, 2, tally.Failed(FailPanic))
}

func TestCleanTextAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("allocations cannot be counted under the race detector")
	}
	e := newEngine(t, Settings{})
	prose := strings.Repeat("The quick brown fox of 2024 jumps over 13 lazy dogs; see section 4.2, page 17. ", 50)
	escaped := `{"messages":[{"role":"user","content":"` + strings.Repeat(`Line one\nsays \"hello\" to \\u00e9. `, 50) + `"}]}`
	for name, in := range map[string]string{
		"prose":                     prose,
		"prose in another script":   strings.Repeat("Это просто текст — без находок. ", 50),
		"JSON":                      `{"messages":[{"role":"user","content":"` + prose + `"}],"usage":{"input_tokens":57683}}`,
		"JSON with escapes":         escaped,
		"JSON in JSON":              `{"arguments":"{\"city\":\"Paris\",\"days\":3,\"list\":[1,2.5,null]}"}`,
		"JSON cut short":            escaped[:len(escaped)-3],
		"digits that are no number": strings.Repeat("1624946351000 0b747ac3-73f0-4e61-8814-d845b23af91d ", 30),
	} {
		t.Run(name+" costs no allocation", func(t *testing.T) {
			var tally Tally
			p := Place{Attribute: "gen_ai.input.messages"}
			allocations := testing.AllocsPerRun(100, func() {
				if _, changed := e.Text(in, p, &tally); changed {
					t.Fatal("not clean")
				}
			})
			assert.Zero(t, allocations)
		})
	}
	t.Run("a number and a key cost no allocation", func(t *testing.T) {
		var tally Tally
		allocations := testing.AllocsPerRun(100, func() {
			e.Number("1624946351000", Place{Attribute: "a", Key: "created"}, &tally)
			e.ByKey(Place{Attribute: "a", Key: "gen_ai.usage.input_tokens"})
		})
		assert.Zero(t, allocations)
	})
}
