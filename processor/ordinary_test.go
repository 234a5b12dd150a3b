package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// strict has all that is written and every feature of redaction on, in the scope of GenAI.
func strict(t testing.TB) Settings {
	t.Helper()
	s := withPolicies(t)
	s.DropUpstream, s.Emit, s.Messages, s.RemoveOriginals = true, Backends(), MoveMessages, true
	s.Summary, s.CompatCounts, s.ServiceLabel = SummaryEntities, true, true
	s.Redaction.Identity = redact.DropIdentity
	s.Redaction.Text.Packs = []string{"all"}
	s.Redaction.Text.Deny = []redaction.Deny{{Term: "shop"}}
	s.Redaction.Text.Rules = []redaction.Rule{{Name: "ORDER", Regex: `order-\d+`, Literal: "order-", MaxLength: 16}}
	for _, kind := range redaction.ContentKinds() {
		s.Redaction.Text.Content[kind] = redaction.ContentPolicy{Action: redaction.DropContent}
	}
	for i := range s.Policies {
		s.Policies[i].Redaction.Identity = redact.DropIdentity
		s.Policies[i].Redaction.Text.Content = s.Redaction.Text.Content
	}
	return s
}

// ordinarySettings are those by default, and those with the most to do.
func ordinarySettings(t testing.TB) map[string]Settings {
	t.Helper()
	return map[string]Settings{"by default": everything(t), "with all of redaction on": strict(t)}
}

func TestWhatIsNotGenAIPassesUnchanged(t *testing.T) {
	t.Parallel()
	all := ordinarySettings(t)
	whole := strict(t)
	whole.WholeTraces = true
	whole.Owners = []Owner{{Field: "team", Sources: []OwnerSource{{Resource: "service.name"}, {Value: "nobody"}}}}
	all["with all on, whole traces and owners too"] = whole
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, tel := newProcessor(t, s)
			traces, logs := ordinaryTraces(t), ordinaryLogs(t)
			wantTraces, wantLogs := ptrace.NewTraces(), plog.NewLogs()
			traces.CopyTo(wantTraces)
			logs.CopyTo(wantLogs)

			gotTraces, err := p.Traces(context.Background(), traces)
			require.NoError(t, err)
			gotLogs, err := p.Logs(context.Background(), logs)
			require.NoError(t, err)
			assert.Equal(t, wantTraces, gotTraces)
			assert.Equal(t, wantLogs, gotLogs)
			for _, metric := range []string{"seen", "content", "redacted", "unrecognised_content", "unpriced", "skipped", "failed"} {
				assert.Zero(t, counter(t, tel, "processor_genai_"+metric, nil), metric)
			}
		})
	}
}

// TestWhatIsNotGenAIHasFindings shows that each item of the workload would change if it were in scope.
func TestWhatIsNotGenAIHasFindings(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.RedactAll = true
	p, _ := newProcessor(t, s)
	for _, o := range ordinarySpans() {
		td := ptrace.NewTraces()
		o.fillSpan(t, td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty())
		was := ptrace.NewTraces()
		td.CopyTo(was)
		td, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		assert.NotEqual(t, was, td, o.name)
	}
	for i, o := range ordinaryRecords() {
		ld := plog.NewLogs()
		o.fillRecord(t, ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty())
		was := plog.NewLogs()
		ld.CopyTo(was)
		ld, err := p.Logs(context.Background(), ld)
		require.NoError(t, err)
		assert.NotEqual(t, was, ld, "record %d", i)
	}
}

func TestWhatIsNotGenAIAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes pools forget, so allocations can't be counted")
	}
	for name, s := range ordinarySettings(t) {
		p, _ := newProcessor(t, s)
		td, ld, ctx := ordinaryTraces(t), ordinaryLogs(t), context.Background()
		assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = p.Traces(ctx, td) }), "spans, "+name)
		assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = p.Logs(ctx, ld) }), "records, "+name)
	}
}
