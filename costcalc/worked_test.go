package costcalc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// counts are the counts of a test case, by unit.
type counts map[Unit]int64

func (c counts) usage() (u Usage) {
	for unit, n := range c {
		u.Set(unit, n)
	}
	return u
}

// in2026 is a time after every price change of the table but those of the future.
var in2026 = time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC)

// Sums that were worked out by hand from list prices, most of them after somebody's wrong bill.
func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for name, tc := range map[string]struct {
		provider, model string
		counts          counts
		want            Cost // amounts only
	}{
		"cached tokens are charged once (litellm#6215)": {
			"openai", "gpt-4o-mini",
			counts{InputTokens: 2006, CacheReadTokens: 1920, OutputTokens: 300},
			Cost{Input: 86 * 150_000, CacheRead: 1920 * 75_000, Output: 300 * 600_000, Total: 336_900_000},
		},
		"cache writes are part of the input (litellm#9812)": {
			"anthropic", "claude-3-7-sonnet-20250219",
			counts{InputTokens: 12307, CacheWriteTokens: 12304, OutputTokens: 550},
			Cost{Input: 3 * 3_000_000, CacheWrite: 12304 * 3_750_000, Output: 550 * 15_000_000, Total: 54_399_000_000},
		},
		"cache writes for an hour cost more than those for five minutes": {
			"anthropic", "claude-sonnet-4-5",
			counts{InputTokens: 130213, CacheReadTokens: 128955, CacheWriteTokens: 1253, CacheWrite5mTokens: 253, CacheWrite1hTokens: 1000, OutputTokens: 400},
			Cost{Input: 5 * 3_000_000, CacheRead: 128955 * 300_000, CacheWrite: 253*3_750_000 + 1000*6_000_000, Output: 400 * 15_000_000, Total: 51_650_250_000},
		},
		"a regional Bedrock profile costs ten per cent more (phoenix#10036)": {
			"aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
			counts{InputTokens: 13244, CacheReadTokens: 13216, CacheWriteTokens: 25, OutputTokens: 12},
			Cost{Input: 3 * 3_300_000, CacheRead: 13216 * 330_000, CacheWrite: 25 * 4_125_000, Output: 12 * 16_500_000, Total: 4_672_305_000},
		},
		"thoughts are output (vercel/ai#6082)": {
			"gcp.gemini", "gemini-2.5-pro",
			counts{InputTokens: 7477, OutputTokens: 2060 + 1939, ReasoningTokens: 1939},
			Cost{Input: 7477 * 1_250_000, Output: 3999 * 10_000_000, Total: 49_336_250_000},
		},
		"reasoning is part of the output (litellm#18599)": {
			"openai", "gpt-5-nano",
			counts{InputTokens: 17, OutputTokens: 482, ReasoningTokens: 448},
			Cost{Input: 17 * 50_000, Output: 482 * 400_000, Total: 193_650_000},
		},
		"a long prompt that is mostly cached reaches the tier (litellm#14849)": {
			"google", "gemini-2.5-pro",
			counts{InputTokens: 262_960, CacheReadTokens: 257_955, OutputTokens: 1744},
			Cost{Input: 5005 * 2_500_000, CacheRead: 257_955 * 250_000, Output: 1744 * 15_000_000, Total: 103_161_250_000},
		},
		"cached tokens cost the input price where the model has no other": {
			"openai", "gpt-4",
			counts{InputTokens: 1000, CacheReadTokens: 400},
			Cost{Input: 1000 * 30_000_000, Total: 30_000_000_000},
		},
		"sound and text, each cached in part": {
			"openai", "gpt-4o-realtime-preview",
			counts{InputTokens: 2000, InputAudioTokens: 500, CacheReadTokens: 300, CacheAudioReadTokens: 100, OutputTokens: 800, OutputAudioTokens: 200},
			Cost{Input: 1300*5_000_000 + 400*40_000_000, CacheRead: 200*2_500_000 + 100*2_500_000, Output: 600*20_000_000 + 200*80_000_000, Total: 51_250_000_000},
		},
		"image tokens have a price of their own": {
			"openai", "gpt-image-1",
			counts{InputTokens: 1050, InputImageTokens: 1000, OutputTokens: 4160},
			Cost{Input: 50*5_000_000 + 1000*10_000_000, Output: 4160 * 40_000_000, Total: 176_650_000_000},
		},
		"speech is priced by the hour": {
			"openai", "whisper-1", counts{AudioMilliseconds: 60_000}, Cost{Other: 6_000_000_000, Total: 6_000_000_000},
		},
		"an embedding has no output": {
			"openai", "text-embedding-3-small", counts{InputTokens: 8191, OutputTokens: 0}, Cost{Input: 8191 * 20_000, Total: 163_820_000},
		},
		"a request may have a fee": {
			"perplexity", "sonar-pro", counts{InputTokens: 1000, OutputTokens: 500},
			Cost{Input: 1000 * 3_000_000, Output: 500 * 15_000_000, Other: 14_000_000_000, Total: 24_500_000_000},
		},
		"web searches are charged beside the tokens": {
			"anthropic", "claude-sonnet-4-6", counts{InputTokens: 1000, OutputTokens: 500, WebSearches: 3},
			Cost{Input: 1000 * 3_000_000, Output: 500 * 15_000_000, Other: 3 * 10_000_000_000, Total: 40_500_000_000},
		},
		"cache writes whose time to live isn't told cost as those for five minutes": {
			"anthropic", "claude-sonnet-4-5",
			counts{InputTokens: 130213, CacheReadTokens: 128955, CacheWriteTokens: 1253, OutputTokens: 400},
			Cost{Input: 5 * 3_000_000, CacheRead: 128955 * 300_000, CacheWrite: 1253 * 3_750_000, Output: 400 * 15_000_000, Total: 49_400_250_000},
		},
		"a cache price that is no tenth of the input price": {
			"anthropic", "claude-fable-5-1", counts{InputTokens: 1_000_000, CacheReadTokens: 1_000_000}, // 0.025 of it
			Cost{CacheRead: 1_000_000 * 250_000, Total: 250_000_000_000},
		},
		"a cache price that is a twentieth of it": {
			"anthropic", "claude-opus-5-5", counts{InputTokens: 1_000_000, CacheReadTokens: 1_000_000},
			Cost{CacheRead: 1_000_000 * 200_000, Total: 200_000_000_000},
		},
		"OpenAI's cache writes cost a quarter more than input": {
			"openai", "gpt-5.6", counts{InputTokens: 100_000, CacheWriteTokens: 50_000},
			Cost{Input: 50_000 * 4_000_000, CacheWrite: 50_000 * 5_000_000, Total: 450_000_000_000},
		},
		"cached sound and text of which only the sum is told is text first": {
			"openai", "gpt-4o-realtime-preview", counts{InputTokens: 2000, InputAudioTokens: 500, CacheReadTokens: 300},
			Cost{Input: 1200*5_000_000 + 500*40_000_000, CacheRead: 300 * 2_500_000, Total: 26_750_000_000},
		},
		"cached sound as far as there is too little text": {
			"openai", "gpt-4o-realtime-preview", counts{InputTokens: 2000, InputAudioTokens: 1900, CacheReadTokens: 300},
			Cost{Input: 1700 * 40_000_000, CacheRead: 100*2_500_000 + 200*2_500_000, Total: 68_750_000_000},
		},
		"file searches are charged beside the tokens": {
			"openai", "gpt-4o", counts{InputTokens: 1000, OutputTokens: 500, StorageSearches: 2},
			Cost{Input: 1000 * 2_500_000, Output: 500 * 10_000_000, Other: 2 * 2_500_000_000, Total: 12_500_000_000},
		},
		"reasoning with a price of its own": {
			"perplexity", "sonar-deep-research", counts{InputTokens: 1000, OutputTokens: 1500, ReasoningTokens: 1000},
			Cost{Input: 1000 * 2_000_000, Output: 500*8_000_000 + 1000*3_000_000, Total: 9_000_000_000},
		},
		"a fine-tuned model in the table has its own price": {
			"openai", "ft:gpt-4o-mini-2024-07-18:acme::abc", counts{InputTokens: 1_000_000, OutputTokens: 1_000_000},
			Cost{Input: 300_000_000_000, Output: 1_200_000_000_000, Total: 1_500_000_000_000},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{Provider: tc.provider, ResponseModel: tc.model, Time: in2026, Usage: tc.counts.usage()})
			require.Empty(t, reason)
			assert.Equal(t, tc.want, amounts(got))
		})
	}
}

// amounts returns the amounts of a cost only.
func amounts(c Cost) Cost {
	return Cost{Input: c.Input, CacheRead: c.CacheRead, CacheWrite: c.CacheWrite, Output: c.Output, Other: c.Other, Total: c.Total}
}

// A threshold is a cliff: one token more and every token costs more, those of the answer too.
func TestLongPromptsCostMoreFromTheThresholdOn(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for _, tc := range []struct {
		name            string
		provider, model string
		input           int64
		want            Pico
	}{
		{"Gemini 2.5 Pro: 200,000 is still a short prompt", "google", "gemini-2.5-pro", 200_000, 260_000_000_000},
		{"Gemini 2.5 Pro: 200,001 is a long one", "google", "gemini-2.5-pro", 200_001, 515_002_500_000},
		{"Grok 4.6: 199,999 is still a short prompt", "x_ai", "grok-4.6", 199_999, 405_998_000_000},
		{"Grok 4.6: 200,000 reaches the threshold", "x_ai", "grok-4.6", 200_000, 812_000_000_000},
		{"GPT-5.4: 271,999 is still a short prompt", "openai", "gpt-5.4", 271_999, 694_997_500_000},
		{"GPT-5.4: 272,000 reaches the threshold", "openai", "gpt-5.4", 272_000, 1_382_500_000_000},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			usage := counts{InputTokens: tc.input, OutputTokens: 1000}.usage()
			got, reason := table.Price(Call{Provider: tc.provider, ResponseModel: tc.model, Time: in2026, Usage: usage})
			require.Empty(t, reason)
			assert.Equal(t, tc.want, got.Total)
		})
	}
}

func TestPricesAreThoseOfTheTimeOfTheCall(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for _, tc := range []struct {
		name          string
		model         string
		input, output int64
		at            string
		want          Pico
	}{
		{"o3 before its price fell", "o3", 1e6, 1e6, "2025-06-09T23:59:59Z", 50e12},
		{"o3 from the day its price fell", "o3", 1e6, 1e6, "2025-06-10T00:00:00Z", 10e12},
		{"o3 in a zone where that day has begun, but not in UTC", "o3", 1e6, 1e6, "2025-06-10T01:59:59+02:00", 50e12},
		{"Sonnet 4.6 with the surcharge for long prompts", "claude-sonnet-4-6", 300_000, 1000, "2026-03-12T23:59:59Z", 1_822_500_000_000},
		{"Sonnet 4.6 after that surcharge", "claude-sonnet-4-6", 300_000, 1000, "2026-03-13T00:00:00Z", 915_000_000_000},
		{"DeepSeek V4 before its peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T00:59:59Z", 880_000_000_000},
		{"DeepSeek V4 at its peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T01:00:00Z", 1_760_000_000_000},
		{"DeepSeek V4 at the end of its peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T03:59:59Z", 1_760_000_000_000},
		{"DeepSeek V4 after its peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T04:00:00Z", 880_000_000_000},
		{"DeepSeek V4 before its second peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T05:59:59Z", 880_000_000_000},
		{"DeepSeek V4 at its second peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T06:00:00Z", 1_760_000_000_000},
		{"DeepSeek V4 at the end of its second peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T09:59:59Z", 1_760_000_000_000},
		{"DeepSeek V4 after its second peak", "deepseek-v4-flash", 1e6, 1e6, "2026-09-15T10:00:00Z", 880_000_000_000},
		{"DeepSeek V4 at that hour before there were peaks", "deepseek-v4-flash", 1e6, 1e6, "2026-05-20T02:00:00Z", 420_000_000_000},
		{"DeepSeek V3 before its peak, a window that has no date", "deepseek-chat", 1e6, 1e6, "2025-05-20T00:29:59Z", 685_000_000_000},
		{"DeepSeek V3 at its peak", "deepseek-chat", 1e6, 1e6, "2025-05-20T00:30:00Z", 1_370_000_000_000},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			at, err := time.Parse(time.RFC3339, tc.at)
			require.NoError(t, err)
			usage := counts{InputTokens: tc.input, OutputTokens: tc.output}.usage()
			got, reason := table.Price(Call{ResponseModel: tc.model, Time: at, Usage: usage})
			require.Empty(t, reason)
			assert.Equal(t, tc.want, got.Total)
		})
	}
}

func TestAPriceOfTheFutureIsInTheTable(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	newYear := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"gemini-3.6-flash", "gemini-3.7-flash", "gemini-3.8-flash"} {
		price := func(at time.Time) Cost {
			cost, reason := table.Price(Call{ResponseModel: name, Time: at, Usage: counts{InputTokens: 100_000, OutputTokens: 1000}.usage()})
			require.Empty(t, reason)
			return amounts(cost)
		}
		assert.Equal(t, Cost{Input: 100_000 * 750_000, Output: 1000 * 3_750_000, Total: 78_750_000_000}, price(newYear.Add(-time.Nanosecond)), name)
		assert.Equal(t, Cost{Input: 100_000 * 1_500_000, Output: 1000 * 7_500_000, Total: 157_500_000_000}, price(newYear), name)
	}
}

// A name that begins with a region, or with none, is of a regional endpoint and costs ten per cent more than a global one.
func TestRegionalEndpointsCostTenPerCentMore(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	const claude, gpt = "anthropic.claude-sonnet-4-5-20250929-v1:0", "openai.gpt-5.6-sol"
	for _, tc := range []struct {
		model         string
		input, output Pico
	}{
		{"global." + claude, 3_000_000, 15_000_000},
		{"us." + claude, 3_300_000, 16_500_000},
		{"eu." + claude, 3_300_000, 16_500_000},
		{"apac." + claude, 3_300_000, 16_500_000},
		{"au." + claude, 3_300_000, 16_500_000},
		{"jp." + claude, 3_300_000, 16_500_000},
		{"us-gov." + claude, 3_300_000, 16_500_000},
		{claude, 3_300_000, 16_500_000},
		{"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us." + claude, 3_300_000, 16_500_000},
		{"arn:aws:bedrock:us-east-1:123456789012:inference-profile/global." + claude, 3_000_000, 15_000_000},
		{"global." + gpt, 4_000_000, 20_000_000},
		{"us." + gpt, 4_400_000, 22_000_000},
		{gpt, 4_400_000, 22_000_000},
	} {
		t.Run(tc.model, func(t *testing.T) {
			t.Parallel()
			usage := counts{InputTokens: 100_000, OutputTokens: 1000}.usage()
			got, reason := table.Price(Call{Provider: "aws.bedrock", ResponseModel: tc.model, Time: in2026, Usage: usage})
			require.Empty(t, reason)
			assert.Equal(t, Cost{Input: 100_000 * tc.input, Output: 1000 * tc.output, Total: 100_000*tc.input + 1000*tc.output}, amounts(got))
		})
	}
}
