package processor

import (
	"math/bits"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// usageRole says whose the usage on a span is, from the span alone; "" where there is none. What an upstream attribute says of it does not
// count, or it could keep a call from being priced.
func usageRole(c *dialect.Call) string {
	if !hasUsage(c) {
		if c.Has(dialect.RollUpInputTokens) || c.Has(dialect.RollUpOutputTokens) {
			return roleAggregate
		}
		return ""
	}
	switch {
	case c.Role != "":
		return c.Role
	case c.Text(dialect.Operation) == "fetch_response": // asks for a response that was paid for when it was made
		return roleDuplicate
	case c.Kind.Contains():
		return roleAggregate
	case c.Server:
		return roleServerSide
	default:
		return roleOwn
	}
}

func hasUsage(c *dialect.Call) bool {
	return c.Has(dialect.InputTokens) || c.Has(dialect.OutputTokens) || c.Has(dialect.CacheReadTokens) || c.Has(dialect.CacheWriteTokens)
}

// makeInclusive brings input tokens to the conventions' meaning, cached tokens included, and output tokens likewise with reasoning.
// It returns how the emitter counted input, "" where nothing was cached. Counts that a genai processor already converted stay.
//
// Proof comes first: a total that equals all four parts, then more cached tokens than input tokens, then what is known of the
// instrumentation. Without any of it the counts are taken as the conventions want them.
func makeInclusive(c *dialect.Call) string {
	if n, ok := c.Int(dialect.OutputTokens); ok && n == 0 && c.Kind == dialect.Embedding {
		c.Clear(dialect.OutputTokens) // some emitters write 0 for what an embedding does not have
	}
	switch c.Upstream.InputConvention {
	case conventionInclusive, conventionExclusive:
		return c.Upstream.InputConvention
	}
	if c.Upstream.UsageRole != "" {
		return ""
	}
	convention := includeCached(c)
	includeReasoning(c)
	return convention
}

func includeCached(c *dialect.Call) string {
	input, ok := c.Int(dialect.InputTokens)
	if !ok {
		return ""
	}
	output, _ := c.Int(dialect.OutputTokens)
	cacheRead, _ := c.Int(dialect.CacheReadTokens)
	cacheWrite, _ := c.Int(dialect.CacheWriteTokens)
	cached, sane := sum(cacheRead, cacheWrite)
	if !sane || cached == 0 {
		return ""
	}
	all, sane := sum(input, output, cacheRead, cacheWrite)
	if !sane {
		return ""
	}
	total, hasTotal := c.Int(dialect.TotalTokens)
	switch {
	case hasTotal && total == all:
	case c.ExclusiveScope:
	case cached > input && !countsCacheBesidePrompt(c):
	default:
		return conventionInclusive
	}
	c.SetInt(dialect.InputTokens, input+cached)
	return conventionExclusive
}

// countsCacheBesidePrompt: Gemini's explicit cache counter may exceed the prompt's by a little though it is part of it
// (PostHog/posthog-js#4473).
func countsCacheBesidePrompt(c *dialect.Call) bool {
	return strings.HasPrefix(c.Text(dialect.Provider), "gcp.")
}

// includeReasoning adds reasoning to the output where the numbers prove that it was left out: more reasoning than output, or a total that
// only all three make.
func includeReasoning(c *dialect.Call) {
	reasoning, _ := c.Int(dialect.ReasoningTokens)
	output, hasOutput := c.Int(dialect.OutputTokens)
	if reasoning <= 0 || !hasOutput {
		return
	}
	input, _ := c.Int(dialect.InputTokens)
	with, sane := sum(output, reasoning)
	all, allSane := sum(input, output, reasoning)
	total, hasTotal := c.Int(dialect.TotalTokens)
	if sane && (reasoning > output || hasTotal && allSane && total == all) {
		c.SetInt(dialect.OutputTokens, with)
	}
}

// sum adds counts; it reports false if one is negative or the sum overflows.
func sum(counts ...int64) (int64, bool) {
	var total uint64
	for _, n := range counts {
		if n < 0 {
			return 0, false
		}
		var carry uint64
		if total, carry = bits.Add64(total, uint64(n), 0); carry != 0 {
			return 0, false
		}
	}
	return int64(total), total <= 1<<62
}
