package main

import (
	"context"
	"fmt"
	"strconv"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// curveSpans is how many spans of the mix one run has.
const curveSpans = 1024

const overTheFloor = "floor of the same spans"

// requests are batches that one run sends one after the other.
type requests []ptrace.Traces

// floorOf is what a collector does with requests in any case.
func floorOf(r requests) []work {
	f := floor()
	var wires [][]byte
	for _, td := range r {
		wires = append(wires, newRound(workload.Batch{Traces: td}).wire)
	}
	return []work{func() func() error {
		return func() error {
			for _, wire := range wires {
				if err := f.run(ptrace.Traces{}, wire); err != nil {
					return err
				}
			}
			return nil
		}
	}}
}

// through sends copies of requests through genai with a configuration. prepare changes the copies before, untimed; nil: nothing.
func through(yaml string, r requests, prepare func(ptrace.Traces)) (work, error) {
	first, err := newComponent(genaiprocessor.NewFactory(), yaml, &sink{})
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	return func() func() error {
		var copies requests
		for _, td := range r {
			td = copyOf(td)
			if prepare != nil {
				prepare(td)
			}
			copies = append(copies, td)
		}
		return func() error {
			for _, td := range copies {
				if err := first.ConsumeTraces(ctx, td); err != nil {
					return err
				}
			}
			return nil
		}
	}, nil
}

// mixOf returns a batch of the mix.
func mixOf(kind workload.Kind, spans, perKB int) (requests, error) {
	g, err := workload.New(workload.Settings{Seed: 5, Kind: kind, FindingsPerKB: perKB, Spans: spans})
	if err != nil {
		return nil, err
	}
	return requests{g.Next().Traces}, nil
}

func batchCurve() curve { return batch(curveSpans) }

func batch(total int) curve {
	c := curve{
		name: "batch", title: "Spans per batch", quantity: "spans of a batch", over: overTheFloor, ofUnits: true, logX: true,
		reads: "The mix with one finding per KB, " + strconv.Itoa(total) + " spans in all, in batches of each size. " +
			"A flat line: cost grows in proportion to the spans, whatever the size of a batch.",
		lines: []string{"genai", "genai, redaction off"},
		at: func(x float64) (*point, error) {
			whole, err := mixOf(workload.Mix, total, 1)
			if err != nil {
				return nil, err
			}
			parts := split(whole[0], int(x))
			p := &point{bases: [][]work{floorOf(parts)}}
			return p, p.add(parts, nil, "", enrichOnly)
		},
	}
	for size := 1; size <= total; size *= 4 {
		c.x = append(c.x, float64(size))
	}
	return c
}

// add adds genai in these configurations over the same requests.
func (p *point) add(r requests, prepare func(ptrace.Traces), yamls ...string) error {
	for _, yaml := range yamls {
		w, err := through(yaml, r, prepare)
		if err != nil {
			return err
		}
		p.lines = append(p.lines, w)
	}
	return nil
}

// split cuts a batch into some of size spans, each with the resources and scopes that its spans have.
func split(td ptrace.Traces, size int) requests {
	var all requests
	var r ptrace.ResourceSpans
	var s ptrace.ScopeSpans
	count := size // of the last of all
	for _, rs := range td.ResourceSpans().All() {
		newResource := true
		for _, ss := range rs.ScopeSpans().All() {
			newScope := true
			for _, span := range ss.Spans().All() {
				if count == size {
					all, count = append(all, ptrace.NewTraces()), 0
					newResource, newScope = true, true
				}
				if newResource {
					r = all[len(all)-1].ResourceSpans().AppendEmpty()
					rs.Resource().CopyTo(r.Resource())
				}
				if newScope {
					s = r.ScopeSpans().AppendEmpty()
					ss.Scope().CopyTo(s.Scope())
				}
				span.CopyTo(s.Spans().AppendEmpty())
				newResource, newScope = false, false
				count++
			}
		}
	}
	return all
}

func attributesCurve() curve { return attributes(16 << 10) }

func attributes(total int) curve {
	return curve{
		name: "attributes", title: "Attributes per span", quantity: "attributes of a span", over: overTheFloor, ofUnits: true, logX: true,
		reads: fmt.Sprintf("%d attributes in all, on more spans or fewer. "+
			"A flat line: an attribute costs the same on a large span as on a small one.", total),
		x:     []float64{16, 32, 64, 128, 256, 512, 1024, 2000},
		lines: []string{"nothing of GenAI", "a generation with attributes of one's own", "OpenInference's messages", "the same, messages: move"},
		at: func(x float64) (*point, error) {
			n := int(x)
			p := &point{}
			for _, l := range []struct {
				fill func(a pcommon.Map, span, n int)
				yaml string
			}{{fillOwn, ""}, {fillGeneration, ""}, {fillMessages, ""}, {fillMessages, "normalize: {messages: move}"}} {
				r := requests{spansOf(max(total/n, 1), func(a pcommon.Map, span int) { l.fill(a, span, n) })}
				if err := p.add(r, nil, l.yaml); err != nil {
					return nil, err
				}
				p.bases = append(p.bases, floorOf(r))
			}
			return p, nil
		},
	}
}

// spansOf makes spans of one resource and scope.
func spansOf(count int, fill func(a pcommon.Map, span int)) ptrace.Traces {
	td := ptrace.NewTraces()
	rs := td.ResourceSpans().AppendEmpty()
	rs.Resource().Attributes().PutStr("service.name", "shop-assistant")
	ss := rs.ScopeSpans().AppendEmpty()
	ss.Scope().SetName("example.com/shop")
	for i := range count {
		span := ss.Spans().AppendEmpty()
		span.SetName("step")
		span.SetTraceID(pcommon.TraceID{1, byte(i), byte(i >> 8)})
		span.SetSpanID(pcommon.SpanID{1, byte(i), byte(i >> 8)})
		fill(span.Attributes(), i)
	}
	return td
}

// fillOwn fills attributes that nobody knows until there are n. No value is there twice.
func fillOwn(a pcommon.Map, span, n int) {
	a.EnsureCapacity(n)
	for i := a.Len(); i < n; i++ {
		a.PutStr("shop.step.detail."+strconv.Itoa(i), "value of "+strconv.Itoa(i)+" on "+strconv.Itoa(span))
	}
}

func fillGeneration(a pcommon.Map, span, n int) {
	a.PutStr("gen_ai.operation.name", "chat")
	a.PutStr("gen_ai.provider.name", "openai")
	a.PutStr("gen_ai.request.model", "gpt-4o")
	a.PutInt("gen_ai.usage.input_tokens", 1200)
	a.PutInt("gen_ai.usage.output_tokens", 300)
	fillOwn(a, span, n)
}

// fillMessages fills a conversation of OpenInference, of which each message has two attributes.
func fillMessages(a pcommon.Map, span, n int) {
	a.EnsureCapacity(n)
	a.PutStr("openinference.span.kind", "LLM")
	a.PutStr("llm.model_name", "gpt-4o")
	a.PutInt("llm.token_count.prompt", 1200)
	a.PutInt("llm.token_count.completion", 300)
	for i := 0; a.Len() < n; i++ {
		key := "llm.input_messages." + strconv.Itoa(i) + ".message."
		a.PutStr(key+"role", "user")
		a.PutStr(key+"content", "Since version 4."+strconv.Itoa(span)+
			" the parser keeps comments, which is why output number "+strconv.Itoa(i)+" looks longer than before.")
	}
}
