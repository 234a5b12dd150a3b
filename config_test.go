package genaiprocessor

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/confmaptest"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// load reads a file of testdata/config the way the collector does: unmarshal over the defaults, strictly, then validate the whole.
func load(t *testing.T, file string) (*Config, error) {
	t.Helper()
	conf, err := confmaptest.LoadConf(filepath.Join("testdata", "config", file))
	require.NoError(t, err)
	sub, err := conf.Sub("genai")
	require.NoError(t, err)
	cfg := createDefaultConfig().(*Config)
	if err := sub.Unmarshal(cfg); err != nil {
		return nil, err
	}
	return cfg, confmap.Validate(cfg)
}

func TestConfigStructIsWellFormed(t *testing.T) {
	t.Parallel()
	require.NoError(t, componenttest.CheckConfigStruct(createDefaultConfig()))
}

func TestNothingNeedsToBeConfigured(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"empty.yaml", "nothing.yaml"} {
		cfg, err := load(t, file)
		require.NoError(t, err)
		assert.Equal(t, createDefaultConfig(), cfg)
	}
}

func TestEveryKeyIsRead(t *testing.T) {
	t.Parallel()
	cfg, err := load(t, "every-key.yaml")
	yes, one, four := true, 1, 4
	require.NoError(t, err)
	assert.Equal(t, &Config{
		Detail: "full",
		Normalize: NormalizeConfig{Semconv: "latest", Messages: "move", Originals: "remove", Emit: []string{"langfuse", "flat_cost"}, DisabledDialects: []string{"openinference"}, CustomDialects: map[string]dialect.Custom{"acme": {
			Recognise:  dialect.CustomRecognise{Scopes: []string{"acme-sdk"}, Resource: map[string]string{"service.name": "acme"}, Keys: []string{"acme."}},
			Kind:       dialect.CustomKind{Key: "acme.type", Values: map[string]string{"llm": "generation"}, SpanNames: map[string]string{"run ": "workflow"}},
			Operations: map[string]string{"ask": "generation"},
			Fields: map[string]any{
				"acme.model": "request_model",
				"acme.first": map[string]any{"field": "time_to_first_chunk", "unit": "ms"},
				"acme.usage": []any{map[string]any{"field": "input_tokens", "path": "in", "where": map[string]any{"unit": "tokens"}}},
			},
			Content: map[string]string{"acme.prompt": "input"},
		}}},
		Cost: CostConfig{
			Prices: []PriceConfig{
				{
					Name: "contract 17", Provider: "azure", Match: PriceMatchConfig{Equals: "my-gpt4o"}, SameAs: "openai/gpt-4o", Multiplier: "0.85",
					From: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), To: "2027-01-01T00:00:00Z",
				},
				{
					Match: PriceMatchConfig{Any: []any{map[string]any{"glob": "llama3*"}, map[string]any{"regex": "^qwen"}}}, Currency: "EUR",
					When: PriceWhenConfig{
						ServiceTier: []string{"flex"}, Speed: []string{"fast"}, Batch: &yes, Geo: []string{"us"}, Region: []string{"eu", "us"},
						TimeOfDay: "16:30-00:30", Weekdays: []string{"sat", "sun"}, TZ: "UTC",
					},
					Prices: map[string]any{
						"input_mtok":  "0.20",
						"output_mtok": map[string]any{"base": "1.2", "tiers": []any{map[string]any{"start": 271999, "price": "1.8"}}},
					},
				},
				{Match: PriceMatchConfig{Any: true}, Provider: "ollama", Prices: map[string]any{}},
			},
			PricesFile:     "/etc/genai/prices.yaml",
			ReloadInterval: time.Minute,
			Providers:      map[string]string{"my-gateway": "openai"},
			Charge: []ChargeConfig{{
				Where:   WhereConfig{Service: "litellm-*", Scope: "litellm", Dialect: "litellm", SpanKind: "server", Signal: "traces", Provider: "openai", Model: "gpt-*", ServiceTier: "flex"},
				Charged: new(bool),
			}},
			Basis: []BasisConfig{{Where: WhereConfig{Dialect: "codex"}, Basis: "subscription"}},
			Attribution: AttributionConfig{MapFile: "/etc/genai/owners.yaml", Owners: map[string][]OwnerSourceConfig{
				"team": {{Resource: "team.name"}, {Span: "app.team", Lookup: true}, {Call: "team"}, {Value: "shared"}},
			}},
			CacheBasis: []CacheBasisConfig{{Scope: "com.example.*", Provider: "bedrock", InputIncludesCache: new(bool)}},
			Reported:   "keep",
			Logs:       []string{"com.anthropic.claude_code.events", "com.example.*"},
		},
		Redaction: RedactionConfig{
			Enabled:     true,
			Mode:        "monitor",
			Scope:       "all",
			Identity:    "pseudonym",
			Packs:       []string{"default", "eu"},
			Action:      "drop_value",
			Pseudonym:   PseudonymConfig{Key: "0123456789abcdefghijklmnopqrstuvwxyz", KeyID: "k1"},
			Mask:        MaskConfig{Char: "#", KeepFirst: &one, KeepLast: new(int)},
			Placeholder: "[{entity}]",
			Detectors: map[string]DetectorConfig{"EMAIL": {Action: "keep"}, "US_ITIN": {
				Enabled: new(bool), Action: "mask", Mask: MaskConfig{Char: "?", KeepFirst: new(int), KeepLast: &four},
			}},
			Allow: []AllowConfig{
				{Entity: "EMAIL", Exact: "support@example.com"},
				{Suffix: "@example.org"},
				{Regex: `\+1212555[0-9]{4}`},
				{CIDR: "10.0.0.0/8", Entity: "IP_ADDRESS"},
			},
			Deny: []DenyConfig{{Term: "Project Falcon"}, {Term: "Jane Roe", Entity: "PERSON"}},
			Rules: []RuleConfig{{
				Name: "EMPLOYEE_ID", Regex: "EMP-[0-9]{6}", Literal: "EMP-", MaxLength: 10, Context: []string{"employee"}, Validator: "luhn", Action: "keep",
			}},
			Content: ContentConfig{
				"input": map[string]any{"truncate": 2000}, "output": "drop", "system": map[string]any{"reference": "s3://bucket/{trace_id}/{span_id}/{kind}/{attribute}"},
				"tools": "keep", "documents": "hash", "media": "drop",
			},
			Limits: LimitsConfig{MaxValueBytes: 65536, MaxDepth: 16},
			Policies: []PolicyConfig{
				{
					Name: "acme", FromContext: "auth.tenant", Values: []string{"acme", "acme-eu"}, Mode: "enforce", Identity: "keep",
					Packs: []string{"uk"}, Action: "drop_attribute", Mask: MaskConfig{Char: "?", KeepFirst: intOf(1), KeepLast: intOf(2)},
					Detectors: map[string]DetectorConfig{"EMAIL": {Action: "replace", Enabled: &yes}},
					Allow:     []AllowConfig{}, Deny: []DenyConfig{{Term: "Project Red"}},
					Rules:   []RuleConfig{{Name: "DESK", Regex: "desk-[0-9]+", Literal: "desk-", MaxLength: 12}},
					Content: ContentConfig{"input": "drop"},
				},
				{Name: "team-a", ResourceAttribute: "team", Values: []string{"a"}},
			},
			Summary:       "entities",
			ContribCounts: true,
		},
		Trace:     TraceConfig{Enabled: true},
		Telemetry: TelemetryConfig{ServiceLabel: true},
	}, cfg)
}

func intOf(n int) *int { return &n }

func TestMoreDialectsThanBitsAreRefused(t *testing.T) {
	t.Parallel()
	cfg := createDefaultConfig().(*Config)
	cfg.Normalize.CustomDialects = map[string]dialect.Custom{}
	builtIn := len(dialect.Names())
	for i := range dialect.MaxDialects - builtIn {
		cfg.Normalize.CustomDialects[fmt.Sprintf("own_%d", i)] = dialect.Custom{Fields: map[string]any{"k": "tags"}}
	}
	require.NoError(t, confmap.Validate(cfg))
	newTestInstance(t, cfg)

	cfg.Normalize.CustomDialects["one_more"] = dialect.Custom{Fields: map[string]any{"k": "tags"}}
	assert.EqualError(t, confmap.Validate(cfg), fmt.Sprintf("normalize: custom_dialects: at most %d are expected beside the %d built-in ones, found %d",
		dialect.MaxDialects-builtIn, builtIn, dialect.MaxDialects-builtIn+1))
}

func TestDefaultLimits(t *testing.T) {
	t.Parallel()
	cfg := createDefaultConfig().(*Config)
	assert.Equal(t, 4<<20, cfg.Redaction.Limits.MaxValueBytes)
	assert.Equal(t, 64, cfg.Redaction.Limits.MaxDepth)
	assert.Equal(t, redaction.DefaultMaxDepth, maxDepthLimit)
}

func TestBadConfigurationIsRefusedByName(t *testing.T) {
	t.Parallel()
	for file, want := range badConfigurations() {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			_, err := load(t, file)
			assert.EqualError(t, err, want)
		})
	}
}

// badConfigurations are the errors of the files bad-*.yaml.
func badConfigurations() map[string]string {
	errs := map[string]string{
		"bad-detail.yaml":                   "detail: one of standard, full is expected, found \"everything\"",
		"bad-unknown-key.yaml":              "decoding failed due to the following error(s):\n\n'genaiprocessor.Config' has invalid keys: redact",
		"bad-unknown-nested-key.yaml":       "decoding failed due to the following error(s):\n\n'redaction' has invalid keys: patterns",
		"bad-type.yaml":                     "decoding failed due to the following error(s):\n\n'redaction' expected a map or struct, got \"slice\"",
		"bad-dialect.yaml":                  "normalize: disabled_dialects[1]: one of " + strings.Join(dialect.Names(), ", ") + " is expected, found \"open_inference\"",
		"bad-semconv.yaml":                  "normalize: semconv: one of v1.41, v1.36, latest is expected, found \"1.41\"",
		"bad-messages.yaml":                 "normalize: messages: one of leave, move, copy is expected, found \"rename\"",
		"bad-messages-semconv.yaml":         "normalize: messages: leave is expected with semconv v1.36, which has no attributes for messages, found \"move\"",
		"bad-originals.yaml":                "normalize: originals: one of keep, remove is expected, found \"drop\"",
		"bad-emit.yaml":                     "normalize: emit[1]: one of openinference, langfuse, logfire, signoz, flat_cost, semconv_cost is expected, found \"phoenix\"",
		"bad-emit-two-costs.yaml":           "normalize: emit: one of flat_cost and semconv_cost is expected, found both; gen_ai.usage.cost can't stand beside gen_ai.usage.cost.amount",
		"bad-custom-name.yaml":              "normalize: custom_dialects::My-SDK: a name of up to 32 lower-case letters, digits and _ is expected, found \"My-SDK\"",
		"bad-custom-kind.yaml":              "normalize: custom_dialects::acme::kind::values::llm: one of generation, embedding, rerank, retrieval, tool, agent, workflow, step, guardrail, evaluator, memory, plan, other is expected, found \"llm\"",
		"bad-custom-unit.yaml":              "normalize: custom_dialects::acme::fields::acme.ttft::unit: one of s, ms, us, ns, timestamp is expected, found \"minutes\"",
		"bad-custom-prefix.yaml":            "normalize: custom_dialects::acme::recognise::keys[0]: an attribute, or a prefix that ends in a dot, is expected, found \"acme.*\"",
		"bad-custom-key.yaml":               "decoding failed due to the following error(s):\n\n'normalize.custom_dialects[acme]' has invalid keys: recognize",
		"bad-custom-two.yaml":               "normalize: custom_dialects::acme::fields: a kind or fields are expected, found none; custom_dialects::openlit: a name that no built-in dialect has is expected, found \"openlit\"",
		"bad-prices.yaml":                   "cost: prices[0]: prices: input_mtok: a number in quotes such as \"0.15\" is expected, found one without quotes; prices: output_mtok: base: a number in quotes such as \"0.15\" is expected, found one without quotes; prices[1]: multiplier: a number in quotes such as \"0.15\" is expected, found one without quotes; prices: input_mtok: base and tiers of start and price are expected, found other keys or types; prices: output_mtok: tiers[0]: price: a number in quotes such as \"0.15\" is expected, found one without quotes; prices[2]: match: any[0]: a condition such as {equals: my-model} is expected, found another value; from: a day such as 2026-01-31 is expected, found a value of another type; to: a day such as 2026-01-31 is expected, found a value of another type; when: batch: true is expected, found false; an entry without it is for all other calls; prices[3]: match: any: true or a list of conditions is expected, found a value of another type; prices: input_mtok: a number in quotes such as \"0.15\" is expected, found none",
		"bad-prices-entry.yaml":             "cost: providers: my-gateway: expected the id of a provider in the price table, found \"open-ai\"; prices[1]: expected from and to that don't overlap with those of prices[0], which is for the same calls; prices[2]: same_as: expected a model of the price table such as openai/gpt-4o, found \"openai/gpt-99\"",
		"bad-prices-key.yaml":               "decoding failed due to the following error(s):\n\n'cost.prices[0]' has invalid keys: price",
		"bad-reload-interval.yaml":          "cost: reload_interval: at least 1s is expected, found 10ms",
		"bad-cache-basis.yaml":              "cost::cache_basis::0: at least one of scope and provider is expected, found none\ncost::cache_basis::1: input_includes_cache: true or false is expected, found none\ncost::cache_basis::2: scope: a name, or the beginning of one and * at the end, is expected, found \"*bedrock\"\ncost::cache_basis::3: provider: the name of a provider is expected, found \"LangChain\"",
		"bad-cache-basis-key.yaml":          "decoding failed due to the following error(s):\n\n'cost.cache_basis[0]' has invalid keys: service",
		"bad-reported.yaml":                 "cost: reported: one of recompute, keep is expected, found \"trust\"",
		"bad-charge-where.yaml":             "cost::charge::1::where: at least one of service, scope, dialect, span_kind, signal, provider, model and service_tier is expected, found none",
		"bad-charge-charged.yaml":           "cost::charge::0: charged: true or false is expected, found none",
		"bad-charge-values.yaml":            "cost::charge::0::where: service: a name, or the beginning of one and * at the end, is expected, found \"*-proxy\"; scope: a name, or the beginning of one and * at the end, is expected, found \"a*b*\"; span_kind: one of internal, server, client, producer, consumer is expected, found \"SERVER\"; signal: one of traces, logs is expected, found \"metrics\"",
		"bad-charge-dialect.yaml":           "cost::charge::0::where: dialect: one of " + strings.Join(dialect.Names(), ", ") + " is expected, found \"lite_llm\"",
		"bad-charge-key.yaml":               "decoding failed due to the following error(s):\n\n'cost.charge[0].where' has invalid keys: service_name",
		"bad-charge-type.yaml":              "decoding failed due to the following error(s):\n\n'cost.charge[0].charged' expected type 'bool', got unconvertible type 'string'",
		"bad-basis.yaml":                    "cost::basis::0: basis: one of metered, prepaid, subscription, free is expected, found \"plan\"\ncost::basis::1: basis: one of metered, prepaid, subscription, free is expected, found \"\"",
		"bad-basis-where.yaml":              "cost::basis::0::where: at least one of service, scope, dialect, span_kind, signal, provider, model and service_tier is expected, found none\ncost::basis::1::where: provider: a name, or the beginning of one and * at the end, is expected, found \"*bedrock\"; model: a name, or the beginning of one and * at the end, is expected, found \"a*b\"",
		"bad-basis-dialect.yaml":            "cost::basis::0::where: dialect: one of " + strings.Join(dialect.Names(), ", ") + " is expected, found \"codex_cli\"",
		"bad-owners.yaml":                   "cost::attribution: owners: a name of up to 32 lower-case letters, digits and _ that begins with a letter, and is not id, is expected, found \"Cost.Centre\"; owners::empty: at least one source is expected, found none; owners: a name of up to 32 lower-case letters, digits and _ that begins with a letter, and is not id, is expected, found \"id\"; owners::team: a value is expected to be the last source, found 1 after it; map_file: a file is expected where a source has lookup: true, found none",
		"bad-owners-source.yaml":            "cost::attribution: owners::team: a value is expected to be the last source, found 1 after it\ncost::attribution::owners::team::0: exactly one of resource, span, call and value is expected, found 0\ncost::attribution::owners::team::1: exactly one of resource, span, call and value is expected, found 2\ncost::attribution::owners::team::2: call: one of api_key, customer, organization, project, team, user, inference_profile is expected, found \"department\"\ncost::attribution::owners::team::3: span: an attribute that genai does not write itself is expected, found \"genai.owner.team\"\ncost::attribution::owners::team::4: value: text without space around it is expected; lookup: a resource, span or call is expected with it, found a value\ncost::attribution::owners::team::5: value: at most 128 bytes are expected, found 130",
		"bad-owners-map-file.yaml":          "cost::attribution: owners: a source with lookup: true is expected with map_file, found none",
		"bad-owners-emit.yaml":              "cost::attribution::owners::user::0: span: an attribute that normalize::emit does not write is expected, found \"langfuse.observation.type\"",
		"bad-owners-many.yaml":              "cost::attribution: owners: at most 16 fields are expected, found 17",
		"bad-owners-key.yaml":               "decoding failed due to the following error(s):\n\n'cost.attribution.owners[team][0]' has invalid keys: attribute",
		"bad-logs.yaml":                     "cost: logs[1]: a name, or the beginning of one and * at the end, is expected, found \"*.events\"; logs[2]: the name of a scope is expected, found none",
		"bad-charge-span-kind-of-logs.yaml": "cost::charge::0::where: span_kind: none is expected with signal: logs, since no log record has one",
		"bad-two-faults.yaml":               "detail: one of standard, full is expected, found \"none\"\nredaction: mode: one of enforce, monitor is expected, found \"on\"; scope: one of genai, all is expected, found \"off\"",
	}
	maps.Copy(errs, badRedaction)
	maps.Copy(errs, badContent)
	maps.Copy(errs, badPolicies)
	return errs
}

func TestEveryBadFileIsInTheTable(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("testdata", "config", "bad-*.yaml"))
	require.NoError(t, err)
	for _, file := range files {
		assert.Contains(t, badConfigurations(), filepath.Base(file))
	}
	assert.Len(t, files, len(badConfigurations()))
}
