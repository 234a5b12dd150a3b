package processor

import (
	"math/bits"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// CacheBasisRule says how the spans and log records that fit it count input, where their numbers can't be trusted to tell. An empty
// condition fits everything. Rules are tried in order and the first that fits holds, before any proof by numbers.
type CacheBasisRule struct {
	// Scope is the name of the instrumentation scope: in full, or its beginning and `*`.
	Scope string
	// Provider is a value of gen_ai.provider.name or one of its other spellings.
	Provider string
	// InputIncludesCache says that input tokens come with cached tokens included.
	InputIncludesCache bool
}

// includesCache returns what the first rule that fits says; ok is false where none does.
func (p *Processor) includesCache(c *dialect.Call, scope string) (includes, ok bool) {
	for i := range p.cacheBasis {
		rule := &p.cacheBasis[i]
		if matchesName(rule.Scope, scope) && (rule.Provider == "" || rule.Provider == dialect.CanonicalProvider(c.Text(dialect.Provider))) {
			return rule.InputIncludesCache, true
		}
	}
	return false, false
}

// compiledBasis brings the providers of the rules to the names that calls have, and leaves out rules for what is no provider.
func compiledBasis(rules []CacheBasisRule) []CacheBasisRule {
	var compiled []CacheBasisRule
	for _, rule := range rules {
		if canonical := dialect.CanonicalProvider(rule.Provider); canonical != "" || rule.Provider == "" {
			rule.Provider = canonical
			compiled = append(compiled, rule)
		}
	}
	return compiled
}

// makeInclusive brings input tokens to the conventions' meaning, cached tokens included, and output tokens likewise with reasoning.
// Counts that a genai processor already converted stay. inconsistent says that the counts contradict each other however they are read.
func (p *Processor) makeInclusive(c *dialect.Call, scope string) (convention string, inconsistent bool) {
	if n, ok := c.Int(dialect.OutputTokens); ok && n == 0 && c.Kind == dialect.Embedding {
		c.Clear(dialect.OutputTokens) // some emitters write 0 for what an embedding does not have
	}
	completeCacheWrites(c)
	defer clampGeminiCache(c)
	switch c.Upstream.InputConvention {
	case conventionInclusive, conventionExclusive:
		return c.Upstream.InputConvention, c.Upstream.Inconsistent
	}
	if c.Upstream.UsageRole != "" {
		return "", c.Upstream.Inconsistent
	}
	convention, inconsistent = p.includeCached(c, scope)
	includeReasoning(c)
	return convention, inconsistent
}

// completeCacheWrites makes the tokens written to a cache at least those of both times to live: some emitters report only these, or 0
// beside them. Without them, what was written has the usual time to live.
func completeCacheWrites(c *dialect.Call) {
	for5m, _ := c.Int(dialect.CacheWrite5mTokens)
	for1h, _ := c.Int(dialect.CacheWrite1hTokens)
	written, _ := c.Int(dialect.CacheWriteTokens)
	if split, sane := sum(for5m, for1h); sane && written >= 0 && split > written {
		c.SetInt(dialect.CacheWriteTokens, split)
	}
}

// includeCached returns how the emitter counted input, "" where nothing was cached or nothing tells.
func (p *Processor) includeCached(c *dialect.Call, scope string) (convention string, inconsistent bool) {
	cacheRead, _ := c.Int(dialect.CacheReadTokens)
	cacheWrite, _ := c.Int(dialect.CacheWriteTokens)
	cached, sane := sum(cacheRead, cacheWrite)
	if !sane || cached == 0 {
		return "", false
	}
	input, hasInput := c.Int(dialect.InputTokens)
	if !hasInput {
		return "", false // nobody counted it: the price engine charges what was cached, and no count is invented for the span
	}
	all, sane := sum(input, cached)
	if !sane {
		return "", false
	}
	switch {
	case p.leavesCacheOut(c, scope, input, cached):
		c.SetInt(dialect.InputTokens, all)
		return conventionExclusive, false
	case cached > input && !fromGemini(c):
		c.SetInt(dialect.InputTokens, cached)
		return conventionInclusive, true
	default:
		return conventionInclusive, false
	}
}

// leavesCacheOut decides whether cached tokens are to be added to input, surest first: a rule of the user's, a total that only all parts
// make, more cached tokens than input tokens, what is known of the instrumentation. A total of input and output alone says that they are
// in, but some emitters make it themselves of counts that leave them out (traceloop/openllmetry#4449), so it says no more than the
// conventions do, by which counts are taken where nothing else tells.
func (p *Processor) leavesCacheOut(c *dialect.Call, scope string, input, cached int64) bool {
	if includes, ok := p.includesCache(c, scope); ok {
		return !includes
	}
	output, _ := c.Int(dialect.OutputTokens)
	reasoning, _ := c.Int(dialect.ReasoningTokens)
	total, hasTotal := c.Int(dialect.TotalTokens)
	all, sane := sum(input, output, cached)
	apart, alsoSane := sum(input, output, cached, reasoning)
	switch {
	case hasTotal && sane && total == all, hasTotal && alsoSane && total == apart:
		return true
	case cached > input && !fromGemini(c):
		return true
	default:
		return c.ExclusiveScope
	}
}

// clampGeminiCache: Gemini's explicit cache counter may exceed the prompt's by a little though it is part of it
// (PostHog/posthog-js#4473).
func clampGeminiCache(c *dialect.Call) {
	cacheRead, ok := c.Int(dialect.CacheReadTokens)
	input, hasInput := c.Int(dialect.InputTokens)
	if ok && hasInput && input >= 0 && cacheRead > input && fromGemini(c) {
		c.SetInt(dialect.CacheReadTokens, input)
	}
}

// fromGemini reports whether the counts are Gemini's, whoever passed them on. Vertex AI serves others' models with counts of their own.
func fromGemini(c *dialect.Call) bool {
	model := c.Text(dialect.ResponseModel)
	if model == "" {
		model = c.Text(dialect.RequestModel)
	}
	if model == "" {
		return strings.HasPrefix(c.Text(dialect.Provider), "gcp.")
	}
	return strings.Contains(strings.ToLower(model), "gemini")
}

// includeReasoning adds reasoning to the output where it was left out: more reasoning than output, or a total that only all three make. The
// total decides, not the name of the provider (Arize-ai/openinference#3177); only xAI's own counts are known to leave reasoning out where
// there is no total (vercel/ai#9774), and Pydantic AI adds it to them.
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
	xAI := !hasTotal && dialect.CanonicalProvider(c.Text(dialect.Provider)) == "x_ai" && c.Dialect != "pydantic_ai"
	if sane && (reasoning > output || hasTotal && allSane && total == all || xAI) {
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
