package processor

import "github.com/otel-genai/genaiprocessor/processor/dialect"

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

// usageFields are the counts of which one alone is usage. Finer counts of tokens than these never come alone.
var usageFields = [...]dialect.Field{
	dialect.InputTokens, dialect.OutputTokens, dialect.CacheReadTokens, dialect.CacheWriteTokens,
	dialect.CacheWrite5mTokens, dialect.CacheWrite1hTokens,
	dialect.AudioMilliseconds, dialect.InputAudioMilliseconds, dialect.InputPages, dialect.WebSearches, dialect.StorageSearches,
}

func hasUsage(c *dialect.Call) bool {
	for _, f := range usageFields {
		if c.Has(f) {
			return true
		}
	}
	return false
}
