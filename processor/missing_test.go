package processor

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

func TestModelsWithoutAPriceAreLoggedOnce(t *testing.T) {
	t.Parallel()
	core, logs := observer.New(zap.DebugLevel)
	s := everything(t)
	s.Logger, s.Redaction = zap.New(core), nil // names are redacted in logs though nothing is on spans
	p, _ := newProcessor(t, s)
	call := func(provider, request, response string, tokens int64) map[string]any {
		m := map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": provider, "gen_ai.usage.input_tokens": tokens}
		if request != "" {
			m["gen_ai.request.model"] = request
		}
		if response != "" {
			m["gen_ai.response.model"] = response
		}
		return m
	}
	long := strings.Repeat("é", 100)
	for range 3 {
		_, err := p.Traces(context.Background(), tracesOf(t,
			call("openai", "house-llm", "", 5),
			call("openai", "gpt-4o", "house-llm-7b", 5),            // the model that was asked for has a price
			call("contoso", "deploy", "house-llm-7b", 5),           // the model that answered is told
			call("openai", "gpt-4o", "", 5),                        // has a price
			call("openai", "other-llm", "", 0),                     // has no usage
			call("ollama", "llama3", "", 5),                        // is one's own
			call("", "ft:gpt-4.1:acme::x", "", 5),                  // is fine-tuned
			call("acme", "ask jane.doe@example.com please", "", 5), // an address in a name
			call("acme", long, "", 5),
			call("acme", strings.Repeat("x", 513)+"jane.doe@example.com", "", 5),
		))
		require.NoError(t, err)
	}
	var got []string
	for _, entry := range logs.All() {
		fields := entry.ContextMap()
		got = append(got, fmt.Sprintf("%v %v: %v", fields["provider"], fields["model"], fields["reason"]))
	}
	assert.ElementsMatch(t, []string{
		"openai house-llm: unknown_model",
		"contoso house-llm-7b: unknown_model",
		"ollama llama3: self_hosted",
		" ft:gpt-4.1:acme::x: fine_tune",
		"acme ask <EMAIL> please: unknown_model",
		"acme " + strings.Repeat("é", 48) + "…: unknown_model",
		"acme <REDACTED>: unknown_model",
	}, got)
}

func TestNamesOfModelsWithoutAPriceAreBounded(t *testing.T) {
	t.Parallel()
	core, logs := observer.New(zap.DebugLevel)
	s := everything(t)
	s.Logger = zap.New(core)
	p, _ := newProcessor(t, s)
	for i := range 2 * maxMissingNames {
		_, err := p.Traces(context.Background(), tracesOf(t, map[string]any{
			"gen_ai.operation.name": "chat", "gen_ai.provider.name": "acme", "gen_ai.request.model": fmt.Sprintf("house-%d", i), "gen_ai.usage.input_tokens": 5,
		}))
		require.NoError(t, err)
	}
	assert.Len(t, p.missing.seen, maxMissingNames)
	assert.Equal(t, maxMissingNames+1, logs.Len(), "one line for each, and one that says that there are no more")
	assert.Equal(t, "No more models without a price are logged; the metric processor_genai_unpriced goes on counting.", logs.All()[maxMissingNames].Message)
}
