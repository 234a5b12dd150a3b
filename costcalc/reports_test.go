package costcalc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// report is a call out of a public bug report about a wrong cost, named owner/repository#number.
type report struct {
	name            string
	at              string // when it was reported
	provider, model string
	counts          counts
	saw             Pico // what the reporter was shown; 0 where that was no cost at all, or isn't told as a number
	want            Cost // amounts only: what the provider charges
}

func day(t *testing.T, date string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, date)
	require.NoError(t, err)
	return at
}

func checkReports(t *testing.T, reports []report) {
	t.Helper()
	table := defaultTable(t)
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{Provider: r.provider, ResponseModel: r.model, Time: day(t, r.at), Usage: r.counts.usage()})
			require.Empty(t, reason)
			assert.Equal(t, r.want, amounts(got))
			assert.NotEqual(t, r.saw, got.Total)
		})
	}
}

// Cached tokens that were charged twice, at the price of input, at another cache's price, or not at all.
func TestReportsOfCachedTokens(t *testing.T) {
	t.Parallel()
	checkReports(t, []report{
		{
			"BerriAI/litellm#11364: read and written within one prompt, in Europe", "2026-01-19", "aws.bedrock", "eu.anthropic.claude-opus-4-5-20251101-v1:0",
			counts{InputTokens: 98_805, CacheReadTokens: 66_360, CacheWriteTokens: 32_435, OutputTokens: 5120, ReasoningTokens: 1710}, 47_080_000_000,
			Cost{Input: 10 * 5_500_000, CacheRead: 66_360 * 550_000, CacheWrite: 32_435 * 6_875_000, Output: 5120 * 27_500_000, Total: 400_343_625_000},
		},
		{
			"Aider-AI/aider#5516, #5518: the cached prompt once more as input, 10.9 times too much", "2026-08-03", "anthropic", "claude-haiku-4-5",
			counts{InputTokens: 17_111, CacheReadTokens: 17_102}, 17_111*1_000_000 + 17_102*100_000,
			Cost{Input: 9 * 1_000_000, CacheRead: 17_102 * 100_000, Total: 1_719_200_000},
		},
		{
			"pydantic/logfire#1316: cached tokens ignored", "2025-08-13", "openai", "gpt-5-mini",
			counts{InputTokens: 538 + 2208, CacheReadTokens: 2208, OutputTokens: 133 + 64, ReasoningTokens: 64}, 538*250_000 + 197*2_000_000,
			Cost{Input: 538 * 250_000, CacheRead: 2208 * 25_000, Output: 197 * 2_000_000, Total: 583_700_000},
		},
		{
			"Arize-ai/phoenix#10783: cached tokens taken for the answer", "2026-01-05", "aws.bedrock", "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
			counts{InputTokens: 3 + 7917 + 350, CacheReadTokens: 7917, CacheWriteTokens: 350, OutputTokens: 442}, 3*3_000_000 + 8709*15_000_000,
			Cost{Input: 3 * 3_000_000, CacheRead: 7917 * 300_000, CacheWrite: 350 * 3_750_000, Output: 442 * 15_000_000, Total: 10_326_600_000},
		},
		{
			"PostHog/posthog-js#3022: every token of the prompt at the price of input", "2026-02-03", "gcp.vertex_ai", "claude-sonnet-4-5@20250929",
			counts{InputTokens: 21_561, CacheReadTokens: 17_399, CacheWriteTokens: 4157, OutputTokens: 139}, 87_576_500_000,
			Cost{Input: 5 * 3_000_000, CacheRead: 17_399 * 300_000, CacheWrite: 4157 * 3_750_000, Output: 139 * 15_000_000, Total: 22_908_450_000},
		},
		{
			"earendil-works/pi#2148: cached tokens at both prices", "2026-03-14", "gcp.gemini", "gemini-3-flash-preview",
			counts{InputTokens: 20_212, CacheReadTokens: 16_298, OutputTokens: 931}, 20_212*500_000 + 16_298*50_000 + 931*3_000_000,
			Cost{Input: 3914 * 500_000, CacheRead: 16_298 * 50_000, Output: 931 * 3_000_000, Total: 5_564_900_000},
		},
		{
			"browser-use/browser-use#5305: cache writes at both prices", "2026-07-25", "anthropic", "claude-sonnet-4-5",
			counts{InputTokens: 2000, CacheReadTokens: 500, CacheWriteTokens: 300}, 1500*3_000_000 + 500*300_000 + 300*3_750_000,
			Cost{Input: 1200 * 3_000_000, CacheRead: 500 * 300_000, CacheWrite: 300 * 3_750_000, Total: 4_875_000_000},
		},
		{
			"can1357/oh-my-pi#6876: writes for an hour at the price of five minutes", "2026-07-28", "anthropic", "claude-opus-5",
			counts{InputTokens: 344_139, CacheWriteTokens: 344_139, CacheWrite1hTokens: 344_139}, 2_150_868_750_000,
			Cost{CacheWrite: 344_139 * 10_000_000, Total: 3_441_390_000_000},
		},
		{
			"BerriAI/litellm#38371: an old model's writes for an hour too", "2026-08-28", "anthropic", "claude-3-haiku-20240307",
			counts{InputTokens: 9600, CacheWriteTokens: 9600, CacheWrite1hTokens: 9600}, 0,
			Cost{CacheWrite: 9600 * 500_000, Total: 4_800_000_000},
		},
		{
			"BerriAI/litellm#37407: cached tokens that reach into an image; xAI billed 49,100,000 ticks of 100 pico-dollars", "2026-08-28", "x_ai", "grok-4.6",
			counts{InputTokens: 2461, InputImageTokens: 2461 - 1319, CacheReadTokens: 2432, OutputTokens: 606}, 0,
			Cost{Input: 29 * 2_000_000, CacheRead: 2432 * 500_000, Output: 606 * 6_000_000, Total: 49_100_000 * 100},
		},
		{
			"BerriAI/litellm#31714: a host's own price for cached tokens", "2026-06-30", "fireworks", "accounts/fireworks/models/glm-5p1",
			counts{InputTokens: 27_147, CacheReadTokens: 27_146, OutputTokens: 351}, 27_147*1_400_000 + 351*4_400_000,
			Cost{Input: 1 * 1_400_000, CacheRead: 27_146 * 260_000, Output: 351 * 4_400_000, Total: 8_603_760_000},
		},
	})
}

// getsentry/relay#6090, with the report's own made-up prices of 1, 0.5 and 0.75: it was shown 112.5.
func TestReportsOfCacheWritesChargedTwice(t *testing.T) {
	t.Parallel()
	prices := map[Unit]Pico{InputTokens: 100, CacheReadTokens: 50, CacheWriteTokens: 75}
	got, ok := ratesOf(t, prices).cost(counts{InputTokens: 100, CacheReadTokens: 20, CacheWriteTokens: 30}.usage())
	require.True(t, ok)
	assert.Equal(t, Cost{Input: 50 * 100, CacheRead: 20 * 50, CacheWrite: 30 * 75, Total: 8250}, got)
}

// Reasoning that was charged twice or not at all.
func TestReportsOfReasoning(t *testing.T) {
	t.Parallel()
	checkReports(t, []report{
		{
			"PostHog/posthog#71065: reasoning on top of the output that includes it", "2026-07-15", "gcp.gemini", "gemini-2.5-flash",
			counts{InputTokens: 9, OutputTokens: 22, ReasoningTokens: 21}, 110_200_000,
			Cost{Input: 9 * 300_000, Output: 22 * 2_500_000, Total: 57_700_000},
		},
		{
			"anomalyco/opencode#17566: a dear model's reasoning twice", "2026-03-15", "openai", "gpt-5.4-pro",
			counts{InputTokens: 14_746, OutputTokens: 1944, ReasoningTokens: 1360}, 14_746*30_000_000 + (1944+1360)*180_000_000,
			Cost{Input: 14_746 * 30_000_000, Output: 1944 * 180_000_000, Total: 792_300_000_000},
		},
		{
			"langfuse/langfuse#12531: thoughts taken away from an answer that leaves them out", "2026-03-11", "gcp.gemini", "gemini-3-pro-preview",
			counts{InputTokens: 324, OutputTokens: 1364 + 495, ReasoningTokens: 495}, 11_076_000_000,
			Cost{Input: 324 * 2_000_000, Output: 1859 * 12_000_000, Total: 22_956_000_000},
		},
		{
			"mozilla-ai/any-llm#1290: thoughts dropped", "2026-08-16", "gcp.gemini", "gemini-2.5-flash",
			counts{InputTokens: 20, OutputTokens: 198 + 405, ReasoningTokens: 405}, 20*300_000 + 198*2_500_000,
			Cost{Input: 20 * 300_000, Output: 603 * 2_500_000, Total: 1_513_500_000},
		},
		{
			"Wei-Shaw/sub2api#5771: reasoning dropped; xAI billed 232,856,000 ticks of 100 pico-dollars", "2026-08-18", "x_ai", "grok-4.20",
			counts{InputTokens: 10_120, CacheReadTokens: 128, OutputTokens: 1499 + 2809, ReasoningTokens: 2809}, 16_263_100_000,
			Cost{Input: 9992 * 1_250_000, CacheRead: 128 * 200_000, Output: 4308 * 2_500_000, Total: 232_856_000 * 100},
		},
		{
			"experientiallabs/experiential#743: 690 tokens of reasoning dropped", "2026-09-03", "x_ai", "grok-4.3",
			counts{InputTokens: 36, OutputTokens: 10 + 690, ReasoningTokens: 690}, 70_000_000,
			Cost{Input: 36 * 1_250_000, Output: 700 * 2_500_000, Total: 1_795_000_000},
		},
		{
			"vercel/ai#12425: two tokens of text beside 317 of reasoning", "2026-02-11", "x_ai", "grok-3-mini",
			counts{InputTokens: 12, OutputTokens: 2 + 317, ReasoningTokens: 317}, 12*300_000 + 2*500_000,
			Cost{Input: 12 * 300_000, Output: 319 * 500_000, Total: 163_100_000},
		},
	})
}

// Models that were in no table and cost nothing.
func TestReportsOfSilentZeros(t *testing.T) {
	t.Parallel()
	checkReports(t, []report{
		{
			"comet-ml/opik#7731, #7772: a provider that was not mapped, named by its host", "2026-08-04", "api.cerebras.ai", "llama-3.3-70b",
			counts{InputTokens: 1000, OutputTokens: 200}, 0,
			Cost{Input: 1000 * 850_000, Output: 200 * 1_200_000, Total: 1_090_000_000},
		},
		{
			"comet-ml/opik#6451: the GPT-5.4 family", "2026-04-23", "openai", "gpt-5.4-mini",
			counts{InputTokens: 1000, OutputTokens: 200}, 0,
			Cost{Input: 1000 * 750_000, Output: 200 * 4_500_000, Total: 1_650_000_000},
		},
		{
			"comet-ml/opik#4114: the Claude 4.5 family", "2025-11-18", "anthropic", "claude-haiku-4-5-20251001",
			counts{InputTokens: 1000, OutputTokens: 200}, 0,
			Cost{Input: 1000 * 1_000_000, Output: 200 * 5_000_000, Total: 2_000_000_000},
		},
		{
			"BerriAI/litellm#36805: a model on the day after its launch", "2026-08-13", "x_ai", "grok-4.6",
			counts{InputTokens: 1000, OutputTokens: 200}, 0,
			Cost{Input: 1000 * 2_000_000, Output: 200 * 6_000_000, Total: 3_200_000_000},
		},
	})
}

// Tables that held a wrong price, or an old one. Each row is a thousand tokens of one unit, and the two prices of one; the wrong one is 0
// where there was none or the report doesn't tell it.
func TestReportsOfWrongPrices(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for _, tc := range []struct {
		name, at, provider, model string
		unit                      Unit
		saw, want                 Pico
	}{
		{"archestra-ai/archestra#6912: no price, so a made-up one", "2026-07-28", "aws.bedrock", "us.meta.llama3-2-1b-instruct-v1:0", InputTokens, 50_000_000, 100_000},
		{"archestra-ai/archestra#6912: a made-up one for small models", "2026-07-28", "aws.bedrock", "us.anthropic.claude-3-haiku-20240307-v1:0", InputTokens, 30_000_000, 250_000},
		{"archestra-ai/archestra#6912: a region at the global price", "2026-07-28", "aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", InputTokens, 3_000_000, 3_300_000},
		{"archestra-ai/archestra#6937: an older sibling's price", "2026-07-29", "aws.bedrock", "global.anthropic.claude-opus-4-8", OutputTokens, 75_000_000, 25_000_000},
		{"archestra-ai/archestra#6895: a dated name", "2026-07-28", "openai", "gpt-4o-mini-2024-07-18", InputTokens, 30_000_000, 150_000},
		{"BerriAI/litellm#15428: a decimal point too far right", "2025-10-10", "aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", InputTokens, 33_000_000, 3_300_000},
		{"BerriAI/litellm#9854: a zero too many", "2025-04-09", "gcp.gemini", "gemini-2.5-pro-preview-03-25", OutputTokens, 1_000_000, 10_000_000},
		{"BerriAI/litellm#1840: an old price of fine-tuned models", "2024-02-06", "openai", "ft:gpt-3.5-turbo", OutputTokens, 0, 6_000_000},
		{"BerriAI/litellm#35503: a price from launch", "2026-08-01", "x_ai", "grok-4.20", OutputTokens, 6_000_000, 2_500_000},
		{"BerriAI/litellm#36090: a cache price made of the input price", "2026-08-06", "x_ai", "grok-4.5", CacheReadTokens, 500_000, 300_000},
		{"momoraul/Lupen#54: a cache price made of the input price", "2026-09-11", "anthropic", "claude-fable-5-1", CacheReadTokens, 1_000_000, 250_000},
		{"momoraul/Lupen#54, gwittebolle/claude-carbon#30: an older sibling's price", "2026-09-11", "anthropic", "claude-sonnet-5", OutputTokens, 15_000_000, 10_000_000},
		{"braintrustdata/braintrust-proxy#898: a younger sibling's price", "2026-07-01", "anthropic", "claude-sonnet-4-5", OutputTokens, 10_000_000, 15_000_000},
		{"larsderidder/context-lens#29: cache writes at a quarter of the input price", "2026-03-11", "anthropic", "claude-sonnet-4-6", CacheWriteTokens, 750_000, 3_750_000},
		{"Arize-ai/phoenix#14355: the price of the family's oldest", "2026-07-13", "openai", "gpt-5.6-sol", InputTokens, 1_250_000, 5_000_000},
		{"Arize-ai/phoenix#12673: a model that an old table lacks", "2026-04-14", "openai", "gpt-5.4-nano", InputTokens, 0, 200_000},
		{"comet-ml/opik#6976: Gemini's cached tokens as input", "2026-06-05", "gcp.gemini", "gemini-2.5-flash", CacheReadTokens, 300_000, 30_000},
		{"comet-ml/opik#6976: of the larger model too", "2026-06-05", "gcp.vertex_ai", "gemini-2.5-pro", CacheReadTokens, 1_250_000, 125_000},
		{"promptfoo/promptfoo#10593: an old price", "2026-09-01", "aws.bedrock", "us.meta.llama3-3-70b-instruct-v1:0", InputTokens, 990_000, 720_000},
		{"langfuse/langfuse#16425: reasoning of a small model without a price", "2026-08-21", "openai", "gpt-5.4-nano", ReasoningTokens, 0, 1_250_000},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			usage := counts{tc.unit: 1000}
			switch tc.unit {
			case CacheReadTokens, CacheWriteTokens:
				usage[InputTokens] = 1000
			case ReasoningTokens:
				usage[OutputTokens] = 1000
			}
			got, reason := table.Price(Call{Provider: tc.provider, ResponseModel: tc.model, Time: day(t, tc.at), Usage: usage.usage()})
			require.Empty(t, reason)
			assert.Equal(t, 1000*tc.want, got.Total)
			assert.NotEqual(t, tc.saw, tc.want)
		})
	}
}

// Thresholds that were not applied, or applied one token too late: pydantic/genai-prices#586.
func TestReportsOfThresholds(t *testing.T) {
	t.Parallel()
	checkReports(t, []report{
		{"Grok 4.5 reaches its threshold", "2026-08-22", "x_ai", "grok-4.5", counts{InputTokens: 200_000}, 200_000 * 2_000_000, Cost{Input: 200_000 * 4_000_000, Total: 800_000_000_000}},
		{"Grok 4.3 reaches its threshold", "2026-08-22", "x_ai", "grok-4.3", counts{InputTokens: 200_000}, 200_000 * 1_250_000, Cost{Input: 200_000 * 2_500_000, Total: 500_000_000_000}},
		{"Grok 4.20 reaches its threshold", "2026-08-22", "x_ai", "grok-4.20", counts{InputTokens: 200_000}, 200_000 * 1_250_000, Cost{Input: 200_000 * 2_500_000, Total: 500_000_000_000}},
		{"a cached prompt reaches it too", "2026-08-22", "x_ai", "grok-4.5", counts{InputTokens: 200_000, CacheReadTokens: 200_000}, 200_000 * 300_000, Cost{CacheRead: 200_000 * 600_000, Total: 120_000_000_000}},
	})
}
