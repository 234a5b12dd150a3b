package processor

import (
	"context"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// redactionAttributes processes a span with one clean and two other attributes, and returns what tells of redaction.
func redactionAttributes(t *testing.T, s Settings, more map[string]any) map[string]any {
	t.Helper()
	attrs := map[string]any{
		"gen_ai.operation.name": "chat", "user.id": "u-1", "clean": "hello",
		"note": "a@example.com, b@example.com", "list": []any{"c@example.com", "d"},
	}
	maps.Copy(attrs, more)
	p, _ := newProcessor(t, s)
	td := tracesOf(t, attrs)
	_, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	got := map[string]any{}
	for key, v := range oneSpan(td).Attributes().All() {
		if strings.HasPrefix(key, "genai.redaction.") || strings.HasPrefix(key, "redaction.") {
			got[key] = v.AsRaw()
		}
	}
	delete(got, attrRedactionPolicy)
	return got
}

func TestTheSummarySaysWhatIsWritten(t *testing.T) {
	t.Parallel()
	count := map[string]any{"genai.redaction.count": int64(3)}
	entities := map[string]any{"genai.redaction.count": int64(3), "genai.redaction.entities": "EMAIL=3"}
	for name, tc := range map[string]struct {
		summary SummaryMode
		full    bool
		want    map[string]any
	}{
		"count":              {SummaryCount, false, count},
		"entities":           {SummaryEntities, false, entities},
		"off":                {SummaryOff, false, map[string]any{}},
		"count, all else":    {SummaryCount, true, entities},
		"entities, all else": {SummaryEntities, true, entities},
		"off, all else":      {SummaryOff, true, map[string]any{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Summary, s.Full = tc.summary, tc.full
			assert.Equal(t, tc.want, redactionAttributes(t, s, nil))
		})
	}
}

func TestEntitiesOfRulesAreSummedUp(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Summary = SummaryEntities
	s.Redaction = &redact.Settings{Text: redaction.Settings{
		Deny:  []redaction.Deny{{Term: "Project Red"}},
		Rules: []redaction.Rule{{Name: "BADGE", Regex: "badge-[0-9]{4}", Literal: "badge-", MaxLength: 10}},
	}}
	got := redactionAttributes(t, s, map[string]any{"more": "badge-0042 of project red"})
	assert.Equal(t, map[string]any{"genai.redaction.count": int64(5), "genai.redaction.entities": "DENY_LIST=1,EMAIL=3,BADGE=1"}, got)
}

func TestContribCounts(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		settings redact.Settings
		before   map[string]any
		want     map[string]any
	}{
		"attributes, not findings": {redact.Settings{}, nil, map[string]any{"redaction.masked.count": int64(2)}},
		"removed": {
			redact.Settings{Identity: redact.DropIdentity, Text: redaction.Settings{Action: redaction.DropAttribute}}, nil,
			map[string]any{"redaction.redacted.count": int64(3)},
		},
		"both": {
			redact.Settings{Identity: redact.DropIdentity}, nil,
			map[string]any{"redaction.masked.count": int64(2), "redaction.redacted.count": int64(1)},
		},
		"added to what was counted before": {
			redact.Settings{}, map[string]any{"redaction.masked.count": int64(5), "redaction.redacted.count": int64(1)},
			map[string]any{"redaction.masked.count": int64(7), "redaction.redacted.count": int64(1)},
		},
		"what is no count is replaced": {
			redact.Settings{}, map[string]any{"redaction.masked.count": "many"}, map[string]any{"redaction.masked.count": int64(2)},
		},
		"nothing in monitor mode": {redact.Settings{Mode: redact.Monitor}, nil, map[string]any{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Redaction, s.Summary, s.CompatCounts = &tc.settings, SummaryOff, true
			assert.Equal(t, tc.want, redactionAttributes(t, s, tc.before))
		})
	}
	s := everything(t)
	s.Summary = SummaryOff
	assert.Empty(t, redactionAttributes(t, s, nil), "by default there are none")
}

func TestContribCountsOfABody(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.CompatCounts = true
	p, _ := newProcessor(t, s)
	ld := plog.NewLogs()
	record := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
	record.Attributes().PutStr("gen_ai.operation.name", "chat")
	require.NoError(t, record.Body().FromRaw(map[string]any{"one": "a@example.com, b@example.com", "two": []any{"c@example.com"}, "three": "x"}))
	for range 2 { // the second finds nothing, and counts nothing
		_, err := p.Logs(context.Background(), ld)
		require.NoError(t, err)
		body, _ := record.Attributes().Get("redaction.body.masked.count")
		assert.EqualValues(t, 2, body.Int())
		_, masked := record.Attributes().Get("redaction.masked.count")
		assert.False(t, masked)
	}
}

func TestScannedBytesAndTimeAreCounted(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	_, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "note": "12345678"}))
	require.NoError(t, err)
	const scanned = len("span") + len("chat")*2 + len("12345678") + len("gen_ai") // name, operation, note
	assert.GreaterOrEqual(t, counter(t, tel, "processor_genai_scanned", map[string]string{"signal": "traces"}), int64(scanned))
	assert.EqualValues(t, 1, recordings(t, tel, "processor_genai_redaction_duration"))
	_, err = p.Traces(context.Background(), tracesOf(t, httpSpan))
	require.NoError(t, err)
	assert.EqualValues(t, 1, recordings(t, tel, "processor_genai_redaction_duration"), "nothing was in scope")
}
