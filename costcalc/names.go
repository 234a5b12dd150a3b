package costcalc

import (
	"strings"
	"time"
)

// normalise returns a name as the table's clauses expect it.
func normalise(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// barePath returns the model's name within the paths that clients and instrumentations write, and the provider that such a path
// belongs to, if to one:
//
//	models/gemini-2.5-flash                                              Gemini API; other clients write it too
//	[projects/p/locations/l/]publishers/google/models/gemini-2.5-flash   Vertex AI
//	arn:aws:bedrock:…:foundation-model/X, …:inference-profile/X          Amazon Bedrock
func barePath(name string) (bare, provider string) {
	if rest, ok := strings.CutPrefix(name, "models/"); ok {
		return rest, ""
	}
	if i := strings.Index(name, "publishers/"); i == 0 || (i > 0 && name[i-1] == '/') {
		if _, rest, ok := strings.Cut(name[i:], "/models/"); ok {
			return rest, "google"
		}
	}
	if strings.HasPrefix(name, "arn:") {
		for _, kind := range [...]string{":foundation-model/", ":inference-profile/"} {
			if _, rest, ok := strings.Cut(name, kind); ok {
				return rest, "aws"
			}
		}
	}
	return name, ""
}

// bedrockRegions begin the names of Amazon Bedrock's inference profiles, bedrockVendors those of its models
// (https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html and inference-profiles-support.html, 2026-11-20).
// Nobody else writes names so.
var (
	bedrockRegions = [...]string{"us.", "us-gov.", "eu.", "apac.", "au.", "jp.", "ca.", "global."}
	bedrockVendors = [...]string{
		"ai21.", "amazon.", "anthropic.", "cohere.", "deepseek.", "meta.", "mistral.", "openai.", "qwen.", "stability.", "twelvelabs.", "writer.",
	}
)

// isBedrockName reports whether a name is of the form [region.]vendor.model.
func isBedrockName(name string) bool {
	for _, region := range bedrockRegions {
		if rest, ok := strings.CutPrefix(name, region); ok {
			name = rest
			break
		}
	}
	for _, vendor := range bedrockVendors {
		if rest, ok := strings.CutPrefix(name, vendor); ok {
			return rest != "" && !strings.Contains(rest, "/")
		}
	}
	return false
}

// routeSuffixes are the suffixes of OpenRouter that choose a route or add a feature to the same model
// (https://openrouter.ai/docs/guides/routing/model-variants/, 2026-11-20). ":free" is another price, so it isn't one of them.
var routeSuffixes = [...]string{":online", ":nitro", ":floor", ":thinking", ":beta", ":extended", ":exacto"}

// withoutRouteSuffix returns name without its routing suffix, and whether it had one.
func withoutRouteSuffix(name string) (string, bool) {
	for _, suffix := range routeSuffixes {
		if rest, ok := strings.CutSuffix(name, suffix); ok && rest != "" {
			return rest, true
		}
	}
	return name, false
}

// isFineTune reports whether name is that of a fine-tuned model: OpenAI's "ft:gpt-4o-2024-08-06:org::id", Azure's
// "gpt-4o-2024-08-06.ft-id", Amazon Bedrock's "arn:…:custom-model/…".
func isFineTune(name string) bool {
	return strings.HasPrefix(name, "ft:") || strings.Contains(name, "/ft:") || strings.Contains(name, ".ft-") ||
		strings.Contains(name, ":custom-model/")
}

// isFineTuneEntry reports whether the price entry of that id is for fine-tuned models, or for a name that isn't one.
func isFineTuneEntry(name, id string) bool {
	return !strings.Contains(name, ".ft-") || strings.Contains(id, ".ft-")
}

// withDashedDates rewrites every -YYYYMMDD that is a real date of this century, and is followed by "-", ":" or the end, to
// -YYYY-MM-DD. It reports whether there was one.
func withDashedDates(name string) (string, bool) {
	var b strings.Builder
	copied := 0
	for i := 0; i+9 <= len(name); i++ {
		if name[i] != '-' || !isDate("20060102", name[i+1:i+9]) || !endsDate(name[i+9:]) {
			continue
		}
		b.WriteString(name[copied : i+5])
		b.WriteString("-" + name[i+5:i+7] + "-" + name[i+7:i+9])
		copied = i + 9
		i += 8
	}
	if copied == 0 {
		return name, false
	}
	b.WriteString(name[copied:])
	return b.String(), true
}

// withoutDate returns name without a date at its end, and whether it had one: -YYYYMMDD, @YYYYMMDD, -YYYY-MM-DD.
func withoutDate(name string) (string, bool) {
	if i := len(name) - 9; i > 0 && (name[i] == '-' || name[i] == '@') && isDate("20060102", name[i+1:]) {
		return name[:i], true
	}
	if i := len(name) - 11; i > 0 && (name[i] == '-' || name[i] == '@') && isDate(time.DateOnly, name[i+1:]) {
		return name[:i], true
	}
	return name, false
}

// isDate reports whether text is a real date of this century in that layout.
func isDate(layout, text string) bool {
	if !strings.HasPrefix(text, "20") {
		return false
	}
	_, err := time.Parse(layout, text)
	return err == nil
}

// endsDate reports whether rest may follow a date.
func endsDate(rest string) bool { return rest == "" || rest[0] == '-' || rest[0] == ':' }
