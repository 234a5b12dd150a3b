package processor

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// TestAllocations counts what spans allocate and compares with what their changes may cost: two for each changed attribute (its text, and the
// wrapper that pdata puts around it), one for each added one, one for each map that grows; nothing for what is clean. A batch and one of twice
// the spans are compared, so that what is once for a batch does not count.
//
// Redaction also takes the text of each number, since its engine takes numbers as texts.
func TestAllocations(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes pools forget, so allocations can't be counted")
	}
	enrich, redacting, all := everything(t), everything(t), everything(t)
	enrich.Redaction = nil
	all.RedactAll = true
	const address = "ann@example.com"
	for name, tc := range map[string]struct {
		settings Settings
		mix      spanMix
		finding  string // in the place of a word of each message
	}{
		"HTTP":                    {redacting, httpSpansOnly, address},
		"HTTP, scope all":         {all, httpSpansOnly, ""},
		"generation":              {enrich, spanMix{generation: 100}, ""},
		"tool":                    {enrich, spanMix{tool: 100}, ""},
		"retrieval":               {enrich, spanMix{retrieval: 100}, ""},
		"OpenInference":           {enrich, openInferenceOnly, ""},
		"generation, redacted":    {redacting, spanMix{generation: 100}, ""},
		"tool, redacted":          {redacting, spanMix{tool: 100}, ""},
		"retrieval, redacted":     {redacting, spanMix{retrieval: 100}, ""},
		"OpenInference, redacted": {redacting, openInferenceOnly, ""},
		"generation, findings":    {redacting, spanMix{generation: 100}, address},
		"OpenInference, findings": {redacting, openInferenceOnly, address},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := newProcessor(t, tc.settings)
			batch := func(seeds ...uint64) ptrace.Traces {
				td := ptrace.NewTraces()
				for _, seed := range seeds {
					workload(t, tc.mix, seed).ResourceSpans().MoveAndAppendTo(td.ResourceSpans())
				}
				for span := range spansOf(td) {
					for _, v := range span.Attributes().All() {
						if text := v.Str(); tc.finding != "" && strings.Contains(text, " report ") {
							v.SetStr(strings.Replace(text, "report", tc.finding, 1))
						}
					}
				}
				return td
			}
			one, oneAllowed := allocations(t, p, batch(1))
			two, twoAllowed := allocations(t, p, batch(1, 2))
			const noise = 8 // a pool that the collector emptied
			require.LessOrEqual(t, int(two-one), twoAllowed-oneAllowed+noise, "allocations of %d spans", workloadSpans)
		})
	}
}

// allocations returns how often a batch allocates, and how often its changes may.
func allocations(t *testing.T, p *Processor, td ptrace.Traces) (counted float64, allowed int) {
	t.Helper()
	const runs = 5
	copies := make([]ptrace.Traces, runs+1) // the first warms up
	for i := range copies {
		copies[i] = ptrace.NewTraces()
		td.CopyTo(copies[i])
	}
	at := 0
	counted = testing.AllocsPerRun(runs, func() {
		_, _ = p.Traces(context.Background(), copies[at])
		at++
	})
	after := slices.Collect(spansOf(copies[0]))
	for before := range spansOf(td) {
		allowed += allowedAllocations(before.Attributes(), after[0].Attributes())
		after = after[1:]
	}
	return counted, allowed
}

func allowedAllocations(before, after pcommon.Map) (n int) {
	for key, value := range before.All() {
		if now, ok := after.Get(key); !ok || !now.Equal(value) {
			n += 2
		}
	}
	if added := after.Len() - before.Len(); added > 0 {
		n += added + 1
	}
	return n
}

func spansOf(td ptrace.Traces) iter.Seq[ptrace.Span] {
	return func(yield func(ptrace.Span) bool) {
		for _, rs := range td.ResourceSpans().All() {
			for _, ss := range rs.ScopeSpans().All() {
				for _, span := range ss.Spans().All() {
					if !yield(span) {
						return
					}
				}
			}
		}
	}
}
