package workload

import (
	"encoding/binary"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

const (
	traceSpans    = 16  // of a trace, all in one batch
	resourceSpans = 128 // of a resource
	start         = 1_796_000_000_000_000_000
)

// shares are the hundredths of a mix. What is between is cut at whole spans.
var shares = []struct {
	part part
	upTo int
}{{web, 40}, {generation, 65}, {tool, 80}, {retrieval, 90}, {openInference, 100}}

// part is what one span is.
type part int

const (
	web part = iota
	generation
	tool
	retrieval
	openInference
	parts
)

// scopes are the instrumentation scopes, by part.
var scopes = [parts]string{
	web:           "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp",
	generation:    "opentelemetry.instrumentation.openai_v2",
	tool:          "opentelemetry.instrumentation.openai_v2",
	retrieval:     "example.com/search",
	openInference: "openinference.instrumentation.langchain",
}

func (g *Generator) fill(td ptrace.Traces) {
	order := g.order()
	for from := 0; from < len(order); from += resourceSpans {
		rs := td.ResourceSpans().AppendEmpty()
		r := rs.Resource().Attributes()
		r.PutStr("service.name", pick(g.random, []string{"shop-assistant", "checkout", "handbook-search", "support-desk"}))
		r.PutStr("service.namespace", "shop")
		r.PutStr("service.version", "4.7.2")
		r.PutStr("deployment.environment.name", "production")
		r.PutStr("telemetry.sdk.language", "python")
		r.PutStr("host.name", g.id("node-", 6))
		g.fillResource(rs, order, from)
	}
}

// fillResource puts the spans of a resource under their scopes. The spans of a trace stand next to each other in order.
func (g *Generator) fillResource(rs ptrace.ResourceSpans, order []part, from int) {
	var slices [parts]ptrace.SpanSlice
	var made [parts]bool
	var ids ids
	for i := from; i < min(from+resourceSpans, len(order)); i++ {
		p := order[i]
		if !made[p] {
			made[p] = true
			ss := rs.ScopeSpans().AppendEmpty()
			ss.Scope().SetName(scopes[p])
			ss.Scope().SetVersion("0.61.0")
			slices[p] = ss.Spans()
		}
		span := slices[p].AppendEmpty()
		ids.next(g, i%traceSpans == 0)
		ids.put(span)
		span.SetStartTimestamp(pcommon.Timestamp(start + i*1_000_000))
		span.SetEndTimestamp(pcommon.Timestamp(start + i*1_000_000 + 900_000_000))
		g.put(p, span)
	}
}

// order returns the parts of all spans, shuffled.
func (g *Generator) order() []part {
	order := make([]part, g.settings.Spans)
	for i := range order {
		switch g.settings.Kind {
		case Generation:
			order[i] = generation
		case OpenInference:
			order[i] = openInference
		case HTTP:
			order[i] = web
		default:
			order[i] = partAt(i*100/len(order), shares[len(shares)-1].part)
		}
	}
	g.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

func partAt(hundredth int, last part) part {
	for _, s := range shares {
		if hundredth < s.upTo {
			return s.part
		}
	}
	return last
}

func (g *Generator) put(p part, span ptrace.Span) {
	g.writer.style.scripts = g.random.IntN(8) == 0 // most conversations are in one language
	switch p {
	case web:
		if g.settings.Kind == HTTP {
			g.putServer(span)
		} else {
			g.putWeb(span)
		}
	case generation:
		g.putGeneration(span)
	case tool:
		g.putTool(span)
	case retrieval:
		g.putRetrieval(span)
	default:
		g.putOpenInference(span)
	}
}

// ids are those of the spans of one trace: the first is the root, each of the others lies below an earlier one.
type ids struct {
	trace  pcommon.TraceID
	spans  []pcommon.SpanID
	parent pcommon.SpanID
}

func (d *ids) next(g *Generator, newTrace bool) {
	if newTrace {
		binary.BigEndian.PutUint64(d.trace[:8], g.random.Uint64())
		binary.BigEndian.PutUint64(d.trace[8:], g.random.Uint64()|1)
		d.spans, d.parent = d.spans[:0], pcommon.SpanID{}
	} else {
		d.parent = pick(g.random, d.spans)
	}
	var id pcommon.SpanID
	binary.BigEndian.PutUint64(id[:], g.random.Uint64()|1)
	d.spans = append(d.spans, id)
}

func (d *ids) put(span ptrace.Span) {
	span.SetTraceID(d.trace)
	span.SetSpanID(d.spans[len(d.spans)-1])
	span.SetParentSpanID(d.parent)
}
