package costcalc

import (
	"math/big"
	"regexp"
	"testing"
	"time"
)

func FuzzPrice(f *testing.F) {
	for _, s := range []struct{ provider, server, response, request string }{
		{"openai", "api.openai.com", "gpt-4o-mini-2024-07-18", "gpt-4o-mini"},
		{"aws.bedrock", "", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0", ""},
		{"openrouter", "https://openrouter.ai/api/v1", "anthropic/claude-sonnet-4.5:nitro", ""},
		{"", "", "publishers/google/models/gemini-2.5-pro@20270131", "ft:gpt-4.1:x"},
		{"litellm", "[::1]:4000", "bedrock/x", "models/"},
		{"\xff", "//", ":nitro", "-20250929"},
		{"deepseek", "", "deepseek-v4-flash", ""},
		{"groq", "", "whisper-large-v3", ""},
	} {
		f.Add(s.provider, s.server, s.response, s.request, int64(1_790_000_000), int64(2006), int64(1920), int64(50), int64(10), int64(300), int64(500))
	}
	f.Add("anthropic", "", "claude-sonnet-4-5", "", int64(-1), int64(maxCount), int64(maxCount), int64(maxCount), int64(maxCount), int64(maxCount), int64(maxCount))
	f.Add("anthropic", "", "claude-sonnet-4-5", "", int64(0), int64(-1), int64(0), int64(0), int64(0), int64(0), int64(0))
	f.Add("google", "", "gemini-2.5-pro", "", int64(1_790_000_000), int64(100), int64(200), int64(0), int64(0), int64(1), int64(50))

	table := defaultTable(f)
	f.Fuzz(func(t *testing.T, provider, server, response, request string, at, input, read, write, write1h, output, audio int64) {
		c := Call{Provider: provider, ServerAddress: server, ResponseModel: response, RequestModel: request, Time: time.Unix(at, 0)}
		for unit, n := range (counts{
			InputTokens: input, CacheReadTokens: read, CacheWriteTokens: write, CacheWrite1hTokens: write1h, OutputTokens: output, InputAudioTokens: audio,
		}) {
			if n != 0 {
				c.Usage.Set(unit, n)
			}
		}
		got, reason := table.Price(c)

		// A call has a price or a reason, and what has no price has no cost.
		if reason != "" {
			if got != (Cost{}) {
				t.Fatalf("Price() = %v with reason %s", got, reason)
			}
			return
		}
		// No part is negative, and the parts sum to the total unless the amounts don't fit.
		sum := new(big.Int)
		for _, p := range []Pico{got.Input, got.CacheRead, got.CacheWrite, got.Output, got.Other} {
			if p < 0 {
				t.Fatalf("Price() has a negative part: %v", got)
			}
			sum.Add(sum, big.NewInt(int64(p)))
		}
		if !got.Flags.Has(FlagSaturated) && sum.Cmp(big.NewInt(int64(got.Total))) != 0 {
			t.Fatalf("the parts of %v don't sum to its total", got)
		}
		// What is remembered of names changes no answer.
		fresh := &Table{source: table.source, providers: table.providers, byName: table.byName, notProviders: table.notProviders, selfHosted: table.selfHosted}
		if again, reasonAgain := fresh.Price(c); again != got || reasonAgain != "" {
			t.Fatalf("Price() = %v, then %v", got, again)
		}
	})
}

// n is how many tokens are added to a unit.
func FuzzMoreTokensAreNeverCheaper(f *testing.F) {
	f.Add(uint8(InputTokens), uint32(5), uint32(100), uint32(60), uint32(40), uint32(30), uint32(0), uint32(1), uint32(0))
	f.Add(uint8(CacheReadTokens), uint32(500), uint32(100), uint32(0), uint32(0), uint32(0), uint32(90), uint32(1), uint32(0))
	f.Add(uint8(CacheWrite1hTokens), uint32(9), uint32(0), uint32(0), uint32(7), uint32(0), uint32(0), uint32(0), uint32(3))
	f.Add(uint8(OutputTokens), uint32(1), uint32(0), uint32(0), uint32(0), uint32(0), uint32(0), uint32(7), uint32(9))

	const price = 7
	flat := make(map[Unit]Pico)
	for _, unit := range []Unit{
		InputTokens, CacheReadTokens, InputAudioTokens, CacheAudioReadTokens, OutputTokens, OutputAudioTokens,
	} {
		flat[unit] = price
	}
	entries := []*rates{ratesOf(f, flat), ratesOf(f, map[Unit]Pico{
		InputTokens: price, CacheReadTokens: price, CacheWriteTokens: price, CacheWrite1hTokens: price, OutputTokens: price,
	})}
	f.Fuzz(func(t *testing.T, unit uint8, n, input, read, write, write1h, audio, output, reasoning uint32) {
		u := counts{
			InputTokens: int64(input), CacheReadTokens: int64(read), CacheWriteTokens: int64(write), CacheWrite1hTokens: int64(write1h),
			InputAudioTokens: int64(audio), OutputTokens: int64(output), ReasoningTokens: int64(reasoning),
		}.usage()
		more := u
		before, _ := more.Get(Unit(unit))
		more.Set(Unit(unit), before+int64(n))
		for _, r := range entries {
			was, _ := r.cost(u)
			now, _ := r.cost(more)
			// Where all tokens cost the same, more of any unit is never cheaper.
			if now.Total < was.Total {
				t.Fatalf("%d more %s: from %d to %d", n, Unit(unit%uint8(unitCount)), was.Total, now.Total)
			}
			// Every token is charged exactly once: as much as was reported, or as its parts hold.
			if tokens := was.Total / price; tokens < Pico(input)+Pico(output) {
				t.Fatalf("%d tokens were charged of %d", tokens, int64(input)+int64(output))
			}
		}
	})
}

func FuzzAmount(f *testing.F) {
	f.Add(int64(3), int64(1), uint64(2))
	f.Add(int64(maxCount), int64(maxPico), uint64(3_600_000))
	f.Add(int64(1)<<62, int64(2), uint64(1))
	f.Fuzz(func(t *testing.T, count, pico int64, quantity uint64) {
		if count < 0 || pico < 0 || quantity == 0 {
			return
		}
		// The amount is the exact quotient, rounded half to even, or the largest.
		exact := new(big.Int).Mul(big.NewInt(count), big.NewInt(pico))
		want, rest := exact.QuoRem(exact, new(big.Int).SetUint64(quantity), new(big.Int))
		twice := rest.Lsh(rest, 1).Cmp(new(big.Int).SetUint64(quantity))
		if twice > 0 || (twice == 0 && want.Bit(0) == 1) {
			want.Add(want, big.NewInt(1))
		}
		fits := want.IsInt64()
		if !fits {
			want.SetInt64(int64(maxPico))
		}
		if got, ok := amount(count, Pico(pico), quantity); int64(got) != want.Int64() || ok != fits {
			t.Fatalf("amount(%d, %d, %d) = %d, %v; want %d, %v", count, pico, quantity, got, ok, want, fits)
		}
	})
}

func FuzzParsePrice(f *testing.F) {
	for _, text := range []string{"0.15", "3", "0.0000005", "0.18000000000000002", "9223372.036854775807", "", ".", "1.", "1e3", "-1", "00.10"} {
		f.Add(text, uint8(6))
	}
	f.Fuzz(func(t *testing.T, text string, exponent uint8) {
		exponent %= 13
		got, err := parsePrice(text, int(exponent))
		if err != nil {
			return
		}
		// A price that is read differs from the exact number by at most half a pico-dollar.
		exact, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("parsePrice(%q) read what is no number", text)
		}
		scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(exponent)), nil)
		off := exact.Mul(exact, new(big.Rat).SetInt(scale)).Sub(exact, new(big.Rat).SetInt64(int64(got)))
		if off.Abs(off).Cmp(big.NewRat(1, 2)) > 0 {
			t.Fatalf("parsePrice(%q, %d) = %d", text, exponent, got)
		}
	})
}

// dashless is the pattern by which the reference finds dates to rewrite.
var dashless = regexp.MustCompile(`-(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(-|:|$)`)

func FuzzDatesInNames(f *testing.F) {
	for _, name := range []string{"m-20250929", "m-20240229-20250301:x", "m-20250229", "-20250929", "m-202509291", "m@20250929", "m-2025-09-29"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		dashed, found := withDashedDates(name)
		// Nothing is rewritten where the reference's pattern finds nothing.
		if found && !dashless.MatchString(name) {
			t.Fatalf("withDashedDates(%q) = %q", name, dashed)
		}
		// A rewritten date adds two bytes, and without its dashes the name is what it was.
		if (len(dashed)-len(name))%2 != 0 || (dashed != name) != found {
			t.Fatalf("withDashedDates(%q) = %q, %v", name, dashed, found)
		}
		// A date is left off at the end only, and leaves something.
		if dateless, found := withoutDate(name); found && (dateless == "" || name[:len(dateless)] != dateless) {
			t.Fatalf("withoutDate(%q) = %q", name, dateless)
		}
	})
}
