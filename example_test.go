package genaiprocessor_test

import (
	"context"
	"fmt"
	"sort"

	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/otel-genai/genaiprocessor"
)

// One span of an OpenInference instrumentation in, the same span out: classified, in OpenTelemetry's names, priced and redacted.
func Example() {
	td := ptrace.NewTraces()
	span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetName("ChatCompletion")
	span.SetStartTimestamp(1_779_000_000_000_000_000) // 2026-05-17, which decides the price
	in := span.Attributes()
	in.PutStr("openinference.span.kind", "LLM")
	in.PutStr("llm.provider", "openai")
	in.PutStr("llm.model_name", "gpt-4o-mini")
	in.PutInt("llm.token_count.prompt", 2006)
	in.PutInt("llm.token_count.prompt_details.cache_read", 1920)
	in.PutInt("llm.token_count.completion", 300)
	in.PutStr("llm.input_messages.0.message.content", "Send the invoice to jane.doe@example.com, please.")

	factory := genaiprocessor.NewFactory()
	sink := new(consumertest.TracesSink)
	ctx := context.Background()
	genai, err := factory.CreateTraces(ctx, processortest.NewNopSettings(factory.Type()), factory.CreateDefaultConfig(), sink)
	if err != nil {
		panic(err)
	}
	if err := genai.Start(ctx, componenttest.NewNopHost()); err != nil {
		panic(err)
	}
	if err := genai.ConsumeTraces(ctx, td); err != nil {
		panic(err)
	}
	if err := genai.Shutdown(ctx); err != nil {
		panic(err)
	}

	out := sink.AllTraces()[0].ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes()
	var lines []string
	for key, value := range out.All() {
		lines = append(lines, fmt.Sprintf("%s = %s", key, value.AsString()))
	}
	sort.Strings(lines)
	for _, line := range lines {
		fmt.Println(line)
	}
	// Output:
	// gen_ai.operation.name = chat
	// gen_ai.provider.name = openai
	// gen_ai.request.model = gpt-4o-mini
	// gen_ai.usage.cache_read.input_tokens = 1920
	// gen_ai.usage.input_tokens = 2006
	// gen_ai.usage.output_tokens = 300
	// genai.cost.source = table
	// genai.cost.total = 0.0003369
	// genai.kind = generation
	// genai.redaction.count = 1
	// genai.usage.role = own
	// llm.input_messages.0.message.content = Send the invoice to <EMAIL>, please.
	// llm.model_name = gpt-4o-mini
	// llm.provider = openai
	// llm.token_count.completion = 300
	// llm.token_count.prompt = 2006
	// llm.token_count.prompt_details.cache_read = 1920
	// openinference.span.kind = LLM
}
