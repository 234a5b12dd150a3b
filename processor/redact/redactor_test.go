package redact

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

const (
	canaryEmail = "canary.bird@example.com"
	canaryCard  = 4111111111111111 // the test number of Visa
)

func mustRedactor(t testing.TB, settings Settings) *Redactor {
	t.Helper()
	r, err := New(settings)
	require.NoError(t, err)
	return r
}

// subject is one of everything that redaction walks.
type subject struct {
	traces ptrace.Traces
	logs   plog.Logs
}

func newSubject() subject {
	s := subject{ptrace.NewTraces(), plog.NewLogs()}
	span := s.traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetName("chat")
	span.Events().AppendEmpty().SetName("gen_ai.choice")
	span.Links().AppendEmpty()
	s.logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
	return s
}

func (s subject) resource() pcommon.Map {
	return s.traces.ResourceSpans().At(0).Resource().Attributes()
}
func (s subject) scope() pcommon.Map {
	return s.traces.ResourceSpans().At(0).ScopeSpans().At(0).Scope().Attributes()
}
func (s subject) span() ptrace.Span {
	return s.traces.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0)
}
func (s subject) record() plog.LogRecord {
	return s.logs.ResourceLogs().At(0).ScopeLogs().At(0).LogRecords().At(0)
}

// bytes is everything in s as it leaves the collector: protobuf, where texts stand as they are, and JSON, where numbers do.
func (s subject) bytes(t testing.TB) string {
	t.Helper()
	var all strings.Builder
	write := func(b []byte, err error) {
		require.NoError(t, err)
		all.Write(b)
	}
	write((&ptrace.ProtoMarshaler{}).MarshalTraces(s.traces))
	write((&ptrace.JSONMarshaler{}).MarshalTraces(s.traces))
	write((&plog.ProtoMarshaler{}).MarshalLogs(s.logs))
	write((&plog.JSONMarshaler{}).MarshalLogs(s.logs))
	return all.String()
}

// redact walks all of s, as with the scope "all". What it read, and what it passed over unread, is not in the outcome: clean or
// not, it is much.
func (s subject) redact(r *Redactor) *Outcome {
	o := &Outcome{}
	r.Attributes(s.resource(), o)
	r.Attributes(s.scope(), o)
	r.Span(s.span(), o)
	r.Record(s.record(), o)
	o.ScannedBytes, o.SkippedIdentityBytes, o.SkippedUsageBytes = 0, 0, 0
	return o
}

// attributeMaps are all maps of attributes of a subject.
var attributeMaps = map[string]func(subject) pcommon.Map{
	"resource":      subject.resource,
	"scope":         subject.scope,
	"span":          func(s subject) pcommon.Map { return s.span().Attributes() },
	"event of span": func(s subject) pcommon.Map { return s.span().Events().At(0).Attributes() },
	"link of span":  func(s subject) pcommon.Map { return s.span().Links().At(0).Attributes() },
	"log record":    func(s subject) pcommon.Map { return s.record().Attributes() },
}

// canaries put one finding into a value of each type.
var canaries = []struct {
	name   string
	put    func(pcommon.Value)
	canary string
}{
	{"a string", func(v pcommon.Value) { v.SetStr("write to " + canaryEmail + ".") }, canaryEmail},
	{"a JSON string", func(v pcommon.Value) { v.SetStr(`[{"role":"user","content":"` + canaryEmail + `"}]`) }, canaryEmail},
	{"a map", func(v pcommon.Value) { v.SetEmptyMap().PutStr("content", canaryEmail) }, canaryEmail},
	{"a key of a map", func(v pcommon.Value) { v.SetEmptyMap().PutBool(canaryEmail, true) }, canaryEmail},
	{"a JSON string in a map", func(v pcommon.Value) { v.SetEmptyMap().PutStr("arguments", `{"to":"`+canaryEmail+`"}`) }, canaryEmail},
	{"an array", func(v pcommon.Value) { v.SetEmptySlice().AppendEmpty().SetStr(canaryEmail) }, canaryEmail},
	{"maps and arrays in each other", func(v pcommon.Value) {
		part := v.SetEmptySlice().AppendEmpty().SetEmptyMap().PutEmptySlice("parts").AppendEmpty().SetEmptyMap()
		part.PutStr("content", canaryEmail)
	}, canaryEmail},
	{"bytes", func(v pcommon.Value) { v.SetEmptyBytes().FromRaw([]byte("mail: " + canaryEmail)) }, canaryEmail},
	{"bytes with a broken character", func(v pcommon.Value) {
		v.SetEmptyBytes().FromRaw([]byte("gr\xfc\xdfe von " + canaryEmail))
	}, canaryEmail},
	{"bytes in an array", func(v pcommon.Value) { v.SetEmptySlice().AppendEmpty().SetEmptyBytes().FromRaw([]byte(canaryEmail)) }, canaryEmail},
	{"an int", func(v pcommon.Value) { v.SetInt(canaryCard) }, "4111111111111111"},
	{"a double", func(v pcommon.Value) { v.SetDouble(canaryCard) }, "4111111111111111"},
	{"an int in a map", func(v pcommon.Value) { v.SetEmptyMap().PutInt("card", canaryCard) }, "4111111111111111"},
}

func TestNoFindingLeavesFromAnyPlaceInAnyType(t *testing.T) {
	t.Parallel()
	for place, attributes := range attributeMaps {
		for _, c := range canaries {
			t.Run(c.name+" on a "+place, func(t *testing.T) {
				t.Parallel()
				s := newSubject()
				c.put(attributes(s).PutEmpty("app.note"))
				checkGone(t, s, c.canary)
			})
		}
	}
	for _, c := range canaries {
		t.Run(c.name+" as a log body", func(t *testing.T) {
			t.Parallel()
			s := newSubject()
			c.put(s.record().Body())
			checkGone(t, s, c.canary)
		})
	}
	texts := map[string]func(subject){
		"span name":         func(s subject) { s.span().SetName("mail " + canaryEmail) },
		"status message":    func(s subject) { s.span().Status().SetMessage("no such user: " + canaryEmail) },
		"name of an event":  func(s subject) { s.span().Events().At(0).SetName(canaryEmail) },
		"log's event name":  func(s subject) { s.record().SetEventName(canaryEmail) },
		"severity text":     func(s subject) { s.record().SetSeverityText(canaryEmail) },
		"key of attributes": func(s subject) { s.span().Attributes().PutInt(canaryEmail, 1) },
	}
	for place, put := range texts {
		t.Run("the "+place, func(t *testing.T) {
			t.Parallel()
			s := newSubject()
			put(s)
			checkGone(t, s, canaryEmail)
		})
	}
}

func checkGone(t *testing.T, s subject, canary string) {
	t.Helper()
	require.Contains(t, s.bytes(t), canary, "the test does not show what it says")
	o := s.redact(mustRedactor(t, Settings{}))
	assert.NotContains(t, s.bytes(t), canary)
	assert.Equal(t, 1, o.Tally.Total())
	assert.Zero(t, o.Tally.Failures())
	again := s.redact(mustRedactor(t, Settings{}))
	assert.Equal(t, Outcome{}, *again, "a second pass finds nothing")
}

func TestBytesInUTF16AreText(t *testing.T) {
	t.Parallel()
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		raw := order.AppendUint16(nil, 0xFEFF)
		for _, unit := range utf16.Encode([]rune("Grüße von " + canaryEmail + " und Jürgen")) {
			raw = order.AppendUint16(raw, unit)
		}
		s := newSubject()
		s.record().Body().SetEmptyBytes().FromRaw(raw)
		o := s.redact(mustRedactor(t, Settings{}))
		assert.Equal(t, 1, o.Tally.Total())
		assert.Zero(t, o.SkippedBinaryBytes)
		assert.Contains(t, string(s.record().Body().Bytes().AsRaw()), "<EMAIL>")
	}
}

func TestMonitorCountsTheSameAndChangesNothing(t *testing.T) {
	t.Parallel()
	build := func() subject {
		s := newSubject()
		for _, attributes := range attributeMaps {
			m := attributes(s)
			for _, c := range canaries {
				c.put(m.PutEmpty(c.name))
			}
			m.PutStr("user.id", "u-1")
			m.PutStr(canaryEmail, canaryEmail)
			m.PutStr("user.email", canaryEmail)
			m.PutEmptyBytes("blob").FromRaw([]byte{0xff, 0xfe, 0, 1})
			nest(m.PutEmpty("deep"), 20)
		}
		s.span().SetName(canaryEmail)
		s.span().Status().SetMessage(canaryEmail)
		s.record().SetSeverityText(canaryEmail)
		s.record().Body().SetStr(strings.Repeat("long ", 1000))
		return s
	}
	settings := Settings{Identity: DropIdentity, Text: redaction.Settings{MaxDepth: 10, MaxValueBytes: 1000}}
	enforced, monitored := build(), build()
	before := monitored.bytes(t)

	want := enforced.redact(mustRedactor(t, settings))
	settings.Mode = Monitor
	got := monitored.redact(mustRedactor(t, settings))

	assert.Equal(t, *want, *got)
	assert.Equal(t, before, monitored.bytes(t))
	assert.NotEqual(t, before, enforced.bytes(t))
	maps := len(attributeMaps)
	assert.Equal(t, (len(canaries)+2)*maps+3, got.Tally.Total()-maps, "one each, and the key and value of one attribute")
	assert.Equal(t, maps, got.Tally.Failed(redaction.FailMaxDepth))
	assert.Equal(t, 1, got.Tally.Failed(redaction.FailMaxValueBytes))
	assert.Equal(t, maps, got.Dropped)
	assert.Equal(t, 4*maps, got.SkippedBinaryBytes)
}

// nest makes v an array of an array, depth deep.
func nest(v pcommon.Value, depth int) {
	for range depth {
		v = v.SetEmptySlice().AppendEmpty()
	}
}

func TestIdentityIsKeptOrDroppedAlikeEverywhere(t *testing.T) {
	t.Parallel()
	for place, attributes := range attributeMaps {
		t.Run("kept on a "+place, func(t *testing.T) {
			t.Parallel()
			s := newSubject()
			attributes(s).PutStr("user.id", canaryEmail)
			o := s.redact(mustRedactor(t, Settings{}))
			id, _ := attributes(s).Get("user.id")
			assert.Equal(t, canaryEmail, id.Str())
			assert.Equal(t, Outcome{}, *o)
		})
		t.Run("dropped from a "+place, func(t *testing.T) {
			t.Parallel()
			s := newSubject()
			attributes(s).PutStr("before", "1")
			attributes(s).PutStr("user.id", canaryEmail)
			attributes(s).PutInt("session.id", 7)
			attributes(s).PutStr("after", "2")
			o := s.redact(mustRedactor(t, Settings{Identity: DropIdentity}))
			assert.Equal(t, map[string]any{"before": "1", "after": "2"}, attributes(s).AsRaw())
			assert.Equal(t, Outcome{Dropped: 2, Removed: 2}, *o)
		})
	}
}

func TestWhatAnAttributeBecomes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		key   string
		value any
		want  map[string]any
	}{
		{"a token count is no card", "gen_ai.usage.input_tokens", int64(canaryCard), nil},
		{"a cost is no card", "genai.cost.total", float64(canaryCard), nil},
		{"text under a usage key is text", "gen_ai.usage.note", canaryEmail, map[string]any{"gen_ai.usage.note": "<EMAIL>"}},
		{"a fraction is no card", "ratio", 41111111.11111111, nil},
		{"a truth value stays", "app.flag", true, nil},
		{"an identifier of digits stays", "gen_ai.response.id", "4111111111111111", nil},
		{"an identifier that is an int stays", "gen_ai.request.seed", int64(canaryCard), nil},
		{"an e-mail under an identifier key is found", "gen_ai.response.id", canaryEmail, map[string]any{"gen_ai.response.id": "<EMAIL>"}},
		{"a key that only looks like an identifier key is content", "my.gen_ai.response.id", "4111111111111111",
			map[string]any{"my.gen_ai.response.id": "<CREDIT_CARD>"}},
		{"user.email is replaced whole", "user.email", "not an address", map[string]any{"user.email": "<EMAIL>"}},
		{"user.name is replaced whole", "user.name", "robin", map[string]any{"user.name": "<PERSON>"}},
		{"user.full_name is replaced whole", "user.full_name", "Robin Doe", map[string]any{"user.full_name": "<PERSON>"}},
		{"a password in a map is replaced whole", "cfg", map[string]any{"password": "hunter two", "n": int64(1)},
			map[string]any{"cfg": map[string]any{"password": "<PASSWORD>", "n": int64(1)}}},
		{"types and order of arrays stay", "list", []any{int64(1), "two", 3.5, true, canaryEmail},
			map[string]any{"list": []any{int64(1), "two", 3.5, true, "<EMAIL>"}}},
		{"an attribute key is content", canaryEmail, int64(1), map[string]any{"<EMAIL>": int64(1)}},
		{"an identity key inside a value is no identity", "meta", map[string]any{"user.id": canaryEmail},
			map[string]any{"meta": map[string]any{"user.id": "<EMAIL>"}}},
		{"an identity key with a map is content", "user.id", map[string]any{"mail": canaryEmail},
			map[string]any{"user.id": map[string]any{"mail": "<EMAIL>"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := pcommon.NewMap()
			require.NoError(t, m.FromRaw(map[string]any{tt.key: tt.value}))
			var o Outcome
			mustRedactor(t, Settings{}).Attributes(m, &o)
			if tt.want == nil {
				assert.Equal(t, map[string]any{tt.key: tt.value}, m.AsRaw())
				assert.Equal(t, Outcome{ScannedBytes: o.ScannedBytes, SkippedUsageBytes: o.SkippedUsageBytes}, o)
				return
			}
			assert.Equal(t, tt.want, m.AsRaw())
			assert.Equal(t, 1, o.Tally.Total())
		})
	}
}

func TestNewRedactorRefusesWhatIsNoPolicy(t *testing.T) {
	t.Parallel()
	_, err := New(Settings{Mode: 7})
	require.EqualError(t, err, "mode: expected enforce or monitor, found number 7")
	_, err = New(Settings{Identity: 7})
	require.EqualError(t, err, "identity: expected keep, drop or pseudonym, found number 7")
	_, err = New(Settings{Identity: PseudonymIdentity})
	require.EqualError(t, err, "pseudonym: key: expected at least 32 bytes for identity: pseudonym, found 0")
	_, err = New(Settings{Text: redaction.Settings{Allow: []redaction.Allow{{}}}})
	require.ErrorContains(t, err, "allow[0]")
}
