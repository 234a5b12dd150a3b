package genaiprocessor

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/config/configopaque"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const lanesPage = "lanes.md"

// TestLanesPageSaysWhatTheStrictestIs: the example is valid, and its strictest combination is what the page says.
func TestLanesPageSaysWhatTheStrictestIs(t *testing.T) {
	t.Parallel()
	cfg := exampleConfig(t, yamlBlocks(page(t, lanesPage))[0])
	section, err := cfg.Redaction.settings()
	require.NoError(t, err)
	all := []redact.Settings{*section}
	for _, p := range cfg.Redaction.policies(section.Text.Pseudonym) {
		all = append(all, p.Redaction)
	}
	require.Len(t, all, 4)
	strictest := redact.Strictest(all...)
	assert.ElementsMatch(t, []string{"default", "network", "uk"}, strictest.Text.Packs)
	assert.Equal(t, redact.DropIdentity, strictest.Identity)
	assert.Equal(t, redaction.DropAttribute, strictest.Text.Action)
	assert.Empty(t, strictest.Text.Allow)
	newTestInstance(t, cfg)
}

// countedPrices counts how often a price is asked for.
type countedPrices struct {
	processor.Prices
	asked int
}

func (p *countedPrices) Price(c costcalc.Call) (costcalc.Cost, costcalc.Reason) {
	p.asked++
	return p.Prices.Price(c)
}

// TestLanesEnrichOnce: of the processors of the example only the first asks for prices, once for each call; the lanes have what it wrote, and
// write nothing but what redaction says of itself.
func TestLanesEnrichOnce(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("examples/lanes.yaml")
	require.NoError(t, err)
	whole := exampleConf(t, string(text))
	embedded, err := costcalc.Default()
	require.NoError(t, err)
	prices := &countedPrices{Prices: embedded}
	lane := func(name string) *processor.Processor {
		cfg := createDefaultConfig().(*Config)
		section, err := whole.Sub("processors::genai/" + name)
		require.NoError(t, err)
		require.NoError(t, section.Unmarshal(cfg))
		if cfg.Redaction.Pseudonym.KeyFile != "" { // made here in place of the file
			key := sha256.Sum256([]byte(name))
			cfg.Redaction.Pseudonym.Key, cfg.Redaction.Pseudonym.KeyFile = configopaque.String(hex.EncodeToString(key[:])), ""
		}
		settings, err := settingsOf(cfg)
		require.NoError(t, err)
		if cfg.Cost.Enabled {
			settings.Prices = prices
		}
		builder, err := metadata.NewTelemetryBuilder(componenttest.NewNopTelemetrySettings())
		require.NoError(t, err)
		p, err := processor.New(settings, builder)
		require.NoError(t, err)
		return p
	}

	const calls = 3
	td := ptrace.NewTraces()
	spans := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for range calls {
		attrs := spans.AppendEmpty().Attributes()
		attrs.PutStr("openinference.span.kind", "LLM")
		attrs.PutStr("llm.model_name", "gpt-4o-mini")
		attrs.PutInt("llm.token_count.prompt", 2006)
		attrs.PutStr("llm.input_messages.0.message.role", "user")
		attrs.PutStr("llm.input_messages.0.message.content", "to ann@example.com")
	}
	enriched, err := lane("enrich").Traces(context.Background(), td)
	require.NoError(t, err)
	assert.Equal(t, calls, prices.asked)
	for _, name := range []string{"vendor", "metadata"} {
		out := ptrace.NewTraces()
		enriched.CopyTo(out)
		out, err := lane(name).Traces(context.Background(), out)
		require.NoError(t, err)
		assert.Equal(t, calls, prices.asked, name)
		was := spans.At(0).Attributes()
		for key := range out.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().All() {
			_, had := was.Get(key)
			assert.True(t, had || strings.HasPrefix(key, "genai.redaction."), "%s: %s", name, key)
		}
		cost, ok := out.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().Get("genai.cost.total")
		require.True(t, ok, name)
		assert.Positive(t, cost.Double(), name)
	}
}
