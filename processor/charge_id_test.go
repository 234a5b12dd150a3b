package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
)

const (
	testTrace = "0102030405060708090a0b0c0d0e0f10"
	testSpan8 = "1112131415161718"
)

var (
	testTraceID = pcommon.TraceID{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
	testSpanID  = pcommon.SpanID{17, 18, 19, 20, 21, 22, 23, 24}
)

func TestEveryChargeHasAnID(t *testing.T) {
	t.Parallel()
	withID := joined(chat, map[string]any{"gen_ai.response.id": "chatcmpl-1"})
	for _, tc := range []struct {
		name    string
		attrs   map[string]any
		trace   pcommon.TraceID
		span    pcommon.SpanID
		setting func(*Settings)
		want    any
	}{
		{"the id of the response", withID, testTraceID, testSpanID, nil, "chatcmpl-1"},
		{"else trace and span", chat, testTraceID, testSpanID, nil, testTrace + "-" + testSpan8},
		{"the id of the response alone is enough", withID, pcommon.TraceID{}, pcommon.SpanID{}, nil, "chatcmpl-1"},
		{"usage of its own without a price", joined(chat, map[string]any{"gen_ai.request.model": "nobodys-model"}), testTraceID, testSpanID, nil, testTrace + "-" + testSpan8},
		{"and where nothing is priced", chat, testTraceID, testSpanID, func(s *Settings) { s.Prices = nil }, testTrace + "-" + testSpan8},
		{"a cost where nothing is normalised", chat, testTraceID, testSpanID, func(s *Settings) { s.KeepAsIs = true }, testTrace + "-" + testSpan8},

		{"near miss: nothing where nothing tells it from others", chat, pcommon.TraceID{}, testSpanID, nil, nil},
		{"near miss: nor without a span", chat, testTraceID, pcommon.SpanID{}, nil, nil},
		{"near miss: what repeats others is no charge", joined(agentUsed, withID, map[string]any{"gen_ai.operation.name": "invoke_agent"}), testTraceID, testSpanID, nil, nil},
		{"near miss: no usage, no charge", joined(withID, noTokens), testTraceID, testSpanID, nil, nil},
		{"near miss: not normalised and not priced", chat, testTraceID, testSpanID, func(s *Settings) { s.KeepAsIs, s.Prices = true, nil }, nil},
		{"near miss: the standard detail", withID, testTraceID, testSpanID, func(s *Settings) { s.Full = false }, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Full = true
			if tc.setting != nil {
				tc.setting(&s)
			}
			p, _ := newProcessor(t, s)
			td := tracesOf(t, tc.attrs)
			oneSpan(td).SetTraceID(tc.trace)
			oneSpan(td).SetSpanID(tc.span)
			td, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			assert.Equal(t, tc.want, oneSpan(td).Attributes().AsRaw()[attrChargeID])
		})
	}
}

// An agent writes the records of many requests within one span.
func TestRecordsOfOneSpanAreChargesOfTheirOwn(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Full, s.PricedLogs = true, []string{"events"}
	p, _ := newProcessor(t, s)
	ld := plog.NewLogs()
	sl := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty()
	sl.Scope().SetName("events")
	for _, at := range []pcommon.Timestamp{7, 8} {
		record := sl.LogRecords().AppendEmpty()
		record.SetTraceID(testTraceID)
		record.SetSpanID(testSpanID)
		record.SetTimestamp(at)
		require.NoError(t, record.Attributes().FromRaw(joined(chat, map[string]any{"event.name": "gen_ai.client.inference.operation.details"})))
	}
	_, err := p.Logs(context.Background(), ld)
	require.NoError(t, err)
	for i, want := range []string{testTrace + "-" + testSpan8 + "-7", testTrace + "-" + testSpan8 + "-8"} {
		assert.Equal(t, want, sl.LogRecords().At(i).Attributes().AsRaw()[attrChargeID])
	}
}
