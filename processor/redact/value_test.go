package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// structured are JSON texts whose findings must be the same when they come as maps and arrays.
var structured = []struct {
	name, json string
	findings   int
}{
	{"a message", `{"role":"user","content":"I am canary@example.com"}`, 1},
	{"an array of messages", `[{"content":"a@example.com"},{"content":"nothing"},{"content":"b@example.com"}]`, 2},
	{"a card as a number", `{"card":4111111111111111}`, 1},
	{"a card as a number of an array", `{"cards":[4111111111111111,5555555555554444]}`, 2},
	{"a card as a string", `{"note":"4111 1111 1111 1111"}`, 1},
	{"the key gives the context of digits", `{"card":"4222222222222"}`, 1},
	{"the key gives the context of digits in an array", `{"card":["4222222222222","4222222222222"]}`, 2},
	{"without context, digits are no card", `{"order":"4222222222222"}`, 0},
	{"a key further out gives no context", `{"card":{"order":"4222222222222"}}`, 0},
	{"a phone number by its key", `{"phone":["4155550132",4155550133]}`, 2},
	{"a header by its key", `{"headers":{"Authorization":"Bearer x","Cookie":["a=b","c=d"]}}`, 3},
	{"a key that is a finding", `{"a@example.com":{"n":1}}`, 1},
	{"a password by its key", `{"password":"hunter two"}`, 1},
	{"a password that is a number", `{"password":12345}`, 1},
	{"a password that is a map", `{"password":{"old":"a@example.com","new":"x"}}`, 2},
	{"cookies that are maps in an array", `{"cookies":[{"name":"sid","n":3,"flags":[true,"x"]},{"":{"b":"c"}}]}`, 3},
	{"keys under a key", `{"cookies":{"a@example.com":{"api_key":"x"}}}`, 2},
	{"credentials beside their type", `{"authorization":{"type":"bearer","token":"abc"}}`, 1},
	{"a schema of a tool", `{"properties":{"password":{"type":"string","description":"The password"}},"required":["password"]}`, 0},
	{"a password among properties", `{"properties":{"password":"hunter2","secret":{"secret":"y"}}}`, 2},
	{"counts under a key", `{"cookies":3,"secrets":0,"api_key":12345,"password":{"n":1}}`, 2},
	{"passwords in an array, one by one", `{"password":["a","b"]}`, 2},
	{"a password that is null", `{"password":null}`, 0},
	{"a password that is empty", `{"password":""}`, 0},
	{"a password that is a truth value", `{"password":true}`, 0},
	{"an empty map and an empty array", `{"password":{},"secret":[]}`, 0},
	{"a password that is a placeholder", `{"password":"<PASSWORD>"}`, 0},
	{"a name by its key", `{"user.full_name":"Robin Doe"}`, 1},
	{"values beside their names", `{"env":[{"name":"DB_PASSWORD","value":"hunter2"},{"key":"X-Api-Key","value":{"stringValue":"abc"}},{"name":"LOG","value":"x"}]}`, 2},
	{"a value before its name", `{"value":"hunter2","name":"DB_PASSWORD"}`, 0},
	{"an escaped finding", `{"content":"canary\u0040example.com"}`, 1},
	{"JSON in a string", `{"arguments":"{\"to\":\"a@example.com\",\"card\":\"4222222222222\"}"}`, 2},
	{"JSON in a string in JSON in a string", `{"a":"{\"b\":\"{\\\"c\\\":\\\"a@example.com\\\"}\"}"}`, 1},
	{"JSON cut short, in a string", `{"arguments":"{\"to\":\"a@example.com\",\"ph"}`, 1},
	{"numbers that are nothing", `{"n":[0,-1,3.5,1e3,1732147200000,18446744073709551615]}`, 0},
	{"an empty key", `{"":"a@example.com"}`, 1},
	{"nothing", `{}`, 0},
}

func TestStructuredValuesAndTheirJSONHaveTheSameFindings(t *testing.T) {
	t.Parallel()
	for _, tt := range structured {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			walked, text := tallies(t, tt.json)
			assert.Equal(t, text, walked)
			assert.Equal(t, tt.findings, text.Total())
		})
	}
}

// Law: a value has the same findings as maps and arrays, and as the JSON text of them.
func FuzzStructuredValuesAndTheirJSONHaveTheSameFindings(f *testing.F) {
	for _, tt := range structured {
		f.Add(tt.json)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 || !hasStructuredTwin(text) {
			t.Skip("too long, or no document that a structured value can hold")
		}
		walked, scanned := tallies(t, text)
		if walked != scanned {
			t.Errorf("of %q: walked %v, scanned %v", text, walked, scanned)
		}
	})
}

// tallies redacts a JSON text twice: as a value built of it, and as the string that it is.
func tallies(t *testing.T, text string) (walked, scanned redaction.Tally) {
	t.Helper()
	r := mustRedactor(t, Settings{})
	p := redaction.Place{Attribute: "app.note"}
	v, err := fromJSON(text)
	require.NoError(t, err)
	var o Outcome
	r.value(v, p, &o)
	r.engine.Text(text, p, &scanned)
	return o.Tally, scanned
}

// hasStructuredTwin says whether a text is a JSON map or array that a value can be built of, with nothing lost: no key twice, no broken
// character, no number that int64 and double have no exact text for, and no nesting near the limit, where JSON in strings counts from
// its own beginning in a structured value.
func hasStructuredTwin(text string) bool {
	trimmed := strings.TrimLeft(text, " \t\r\n")
	if !utf8.ValidString(text) || trimmed == "" || trimmed[0] != '{' && trimmed[0] != '[' || !json.Valid([]byte(text)) {
		return false
	}
	if strings.Count(text, "{")+strings.Count(text, "[") > redaction.DefaultMaxDepth/2 || strings.Contains(strings.ToLower(text), `\ud`) {
		return false
	}
	_, err := fromJSON(text)
	return err == nil
}

var errNotComparable = errors.New("a key twice, or a number without an exact text")

// fromJSON builds a value with the keys in their order.
func fromJSON(text string) (pcommon.Value, error) {
	v := pcommon.NewValueEmpty()
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	return v, readJSON(d, v)
}

func readJSON(d *json.Decoder, v pcommon.Value) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token := token.(type) {
	case json.Delim:
		if token == '{' {
			return readJSONMap(d, v.SetEmptyMap())
		}
		return readJSONArray(d, v.SetEmptySlice())
	case string:
		v.SetStr(token)
	case bool:
		v.SetBool(token)
	case json.Number:
		n, err := token.Int64()
		if err == nil && strconv.FormatInt(n, 10) == token.String() {
			v.SetInt(n)
			return nil
		}
		if len(token) > 10 && token != "18446744073709551615" {
			return errNotComparable
		}
		d, err := token.Float64()
		v.SetDouble(d)
		return err
	}
	return nil
}

func readJSONMap(d *json.Decoder, m pcommon.Map) error {
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		v, again := m.GetOrPutEmpty(key.(string))
		if again {
			return errNotComparable
		}
		if err := readJSON(d, v); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func readJSONArray(d *json.Decoder, s pcommon.Slice) error {
	for d.More() {
		if err := readJSON(d, s.AppendEmpty()); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func TestValuesNestedTooDeepAreReplacedWhole(t *testing.T) {
	t.Parallel()
	for _, depth := range []int{64, 65, 10_000} {
		text := strings.Repeat("[", depth) + `"a@example.com"` + strings.Repeat("]", depth)
		v := pcommon.NewValueEmpty()
		inner := v
		for range depth {
			inner = inner.SetEmptySlice().AppendEmpty()
		}
		inner.SetStr("a@example.com")

		var walked Outcome
		var scanned redaction.Tally
		r := mustRedactor(t, Settings{})
		r.value(v, redaction.Place{}, &walked)
		r.engine.Text(text, redaction.Place{}, &scanned)

		assert.Equal(t, scanned, walked.Tally, "depth %d", depth)
		if depth > 64 {
			assert.Equal(t, "<REDACTED>", v.Str(), "depth %d", depth)
			assert.Equal(t, 1, walked.Tally.Failed(redaction.FailMaxDepth), "depth %d", depth)
			continue
		}
		assert.Equal(t, 1, walked.Tally.Total(), "depth %d", depth)
	}
}

func TestATooDeepPartTakesTheWholeValueAndItsFindingsWithIt(t *testing.T) {
	t.Parallel()
	v := pcommon.NewValueEmpty()
	m := v.SetEmptyMap()
	m.PutStr("mail", "a@example.com")
	m.PutEmptyBytes("blob").FromRaw([]byte{0xff, 0xfe})
	nest(m.PutEmpty("deep"), 5)
	var o Outcome
	mustRedactor(t, Settings{Text: redaction.Settings{MaxDepth: 4}}).value(v, redaction.Place{}, &o)
	assert.Equal(t, "<REDACTED>", v.Str())
	assert.Zero(t, o.Tally.Total())
	assert.Equal(t, 1, o.Tally.Failures())
	assert.Zero(t, o.SkippedBinaryBytes)
}

func TestBytes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		in      string
		want    string
		skipped int
	}{
		{"UTF-8 text is scanned", "grüße, a@example.com", "grüße, <EMAIL>", 0},
		{"JSON is scanned as JSON", `{"a":"b\u0040example.com"}`, `{"a":"<EMAIL>"}`, 0},
		{"text of another script with a broken character is scanned", "\xff пишите на a@example.com", "\xff пишите на <EMAIL>", 0},
		{"text in an older encoding is scanned", "gr\xfc\xdfe, a@example.com", "gr\xfc\xdfe, <EMAIL>", 0},
		{"no text is passed on and counted", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd", 19},
		{"nothing is nothing", "", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := pcommon.NewValueBytes()
			v.Bytes().FromRaw([]byte(tt.in))
			var o Outcome
			mustRedactor(t, Settings{}).value(v, redaction.Place{}, &o)
			require.Equal(t, pcommon.ValueTypeBytes, v.Type())
			assert.Equal(t, tt.want, string(v.Bytes().AsRaw()))
			assert.Equal(t, tt.skipped, o.SkippedBinaryBytes)
		})
	}
}

func TestRedactingBytesLeavesCopiesAlone(t *testing.T) {
	t.Parallel()
	r, err := New(Settings{})
	require.NoError(t, err)
	span := ptrace.NewSpan()
	span.Attributes().PutEmptyBytes("gen_ai.prompt").FromRaw([]byte("write to a@example.com today"))
	other := ptrace.NewSpan() // as a pipeline without this processor gets it
	span.CopyTo(other)

	r.Span(span, &Outcome{})

	redacted, _ := span.Attributes().Get("gen_ai.prompt")
	assert.Equal(t, "write to <EMAIL> today", string(redacted.Bytes().AsRaw()))
	untouched, _ := other.Attributes().Get("gen_ai.prompt")
	assert.Equal(t, "write to a@example.com today", string(untouched.Bytes().AsRaw()))
}
