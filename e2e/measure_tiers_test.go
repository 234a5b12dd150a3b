package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

const (
	measuredBatch   = 500 // spans of a request
	measuredOfTrace = 5   // spans of a trace
	measuredStep    = 20_000
	measuredSteps   = 4
	measuredRate    = 2000 // spans a second: less than one core can do
	measuredWait    = 5 * time.Second
)

// BenchmarkTiers prints what docs/scaling.md is worked out from. `make scale-measure` runs it once; a number is never a failure.
func BenchmarkTiers(b *testing.B) {
	spanBytes := (&ptrace.ProtoMarshaler{}).TracesSize(measuredSpans(b, 0, measuredBatch)) / measuredBatch
	b.Logf("%d bytes of OTLP a span, %d spans a trace, %d spans a request", spanBytes, measuredOfTrace, measuredBatch)
	measureHeld(b, spanBytes)
	for _, processors := range []string{"memory_limiter", "memory_limiter, groupbytrace", "memory_limiter, groupbytrace, genai"} {
		measurePassing(b, processors, spanBytes)
	}
}

// measureHeld lets more and more spans wait in the groupbytrace of one gateway.
func measureHeld(t testing.TB, spanBytes int) {
	t.Helper()
	gateway := startGateways(t, 1, "30m", startDestination(t))[0]
	empty := gateway.memory(t, "VmRSS")
	for sent := measuredStep; sent <= measuredSteps*measuredStep; sent += measuredStep {
		sendMeasured(t, gateway, sent-measuredStep, sent)
		held := gateway.memory(t, "VmRSS") - empty
		t.Logf("%6d spans held: %4d MB more, %4d bytes a span, %.1f times their OTLP bytes",
			sent, held>>20, held/sent, float64(held)/float64(sent*spanBytes))
	}
}

// measurePassing lets spans pass an agent and a gateway that has these processors.
func measurePassing(t testing.TB, processors string, spanBytes int) {
	t.Helper()
	const spans = 20 * measuredRate
	backend := startDestination(t)
	overlay := filepath.Join(t.TempDir(), "processors.yaml")
	require.NoError(t, os.WriteFile(overlay, []byte("service: {pipelines: {traces: {processors: ["+processors+"]}}}\n"), 0o600))
	gateway := startReplica(t, append(backendIs(backend), "TRACE_WAIT="+measuredWait.String()),
		examplePath("two-tier-gateway.yaml"), overlay)
	agent := startReplica(t, []string{"GATEWAYS=" + addressesOf([]*replica{gateway})}, examplePath("two-tier-agent.yaml"))
	agentSeconds, gatewaySeconds, empty := agent.processorSeconds(t), gateway.processorSeconds(t), gateway.memory(t, "VmRSS")
	requests := time.NewTicker(time.Second * measuredBatch / measuredRate)
	defer requests.Stop()
	for first := 0; first < spans; first += measuredBatch {
		<-requests.C
		sendMeasured(t, agent, first, first+measuredBatch)
	}
	require.Eventually(t, func() bool { return gateway.accepted(t) == spans && gateway.isEmpty(t) }, patience, 20*time.Millisecond)
	const million = 1e6 / float64(spans)
	t.Logf("gateway with [%s]: processor seconds per million spans: agent %.0f, gateway %.0f",
		processors, (agent.processorSeconds(t)-agentSeconds)*million, (gateway.processorSeconds(t)-gatewaySeconds)*million)
	peak, waiting := gateway.memory(t, "VmHWM")-empty, int(measuredRate*measuredWait.Seconds())*spanBytes
	t.Logf("  at %d spans/s: %d MB more at the peak, %.1f times the OTLP bytes of %s",
		measuredRate, peak>>20, float64(peak)/float64(waiting), measuredWait)
}

// sendMeasured sends spans from the first to before the last.
func sendMeasured(t testing.TB, to *replica, first, last int) {
	t.Helper()
	client := ptraceotlp.NewGRPCClient(to.dial(t))
	for ; first < last; first += measuredBatch {
		_, err := client.Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(measuredSpans(t, first, measuredBatch)))
		require.NoError(t, err)
	}
}

// measuredSpans returns traces of calls with some 3.5 KB a span, the average of the benchmarks' mix, with one finding.
func measuredSpans(t testing.TB, first, count int) ptrace.Traces {
	t.Helper()
	const prose = "Please summarise what the customer wrote about the delayed order and propose a polite answer. "
	traces := ptrace.NewTraces()
	spans := traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for i := first; i < first+count; i++ {
		s := splitTrace(i / measuredOfTrace)
		span := spans.AppendEmpty()
		span.SetTraceID(s.id())
		var id pcommon.SpanID
		copy(id[:], fmt.Sprintf("%08d", i))
		span.SetSpanID(id)
		span.SetName("chat gpt-4o-mini")
		span.SetStartTimestamp(pcommon.NewTimestampFromTime(time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC)))
		text := fmt.Sprintf("order %d: %s jane.canary@example.com", i, strings.Repeat(prose, 17))
		require.NoError(t, span.Attributes().FromRaw(map[string]any{
			"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
			"gen_ai.response.model": "gpt-4o-mini", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 100,
			"gen_ai.input.messages":  `[{"role":"user","parts":[{"type":"text","content":"` + text + `"}]}]`,
			"gen_ai.output.messages": `[{"role":"assistant","parts":[{"type":"text","content":"` + text + `"}]}]`,
		}))
	}
	return traces
}

// processorSeconds returns the processor time that the process has used.
func (r *replica) processorSeconds(t testing.TB) float64 {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", r.process.Process.Pid))
	require.NoError(t, err)
	fields := strings.Fields(string(stat)[strings.LastIndexByte(string(stat), ')')+1:])
	const ticksPerSecond, userField, systemField = 100, 11, 12 // proc(5), counted from the state
	ticks := 0
	for _, field := range []int{userField, systemField} {
		count, err := strconv.Atoi(fields[field])
		require.NoError(t, err)
		ticks += count
	}
	return float64(ticks) / ticksPerSecond
}

// memory returns a figure of Linux's status of the process, in bytes: VmRSS is what it takes now, VmHWM what it took at most.
func (r *replica) memory(t testing.TB, figure string) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.process.Process.Pid))
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(status), figure+":")
	require.True(t, found)
	kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(t, err)
	return kilobytes << 10
}
