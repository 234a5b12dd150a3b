package costcalc

import "strings"

// regionOf returns the region that a provider's host is in, in lower case, or "" where its name doesn't say one:
//
//	us-east5-aiplatform.googleapis.com   Vertex AI; without a location in front it is global
//	aiplatform.eu.rep.googleapis.com     Vertex AI, one of several regions
//	eu.api.openai.com                    OpenAI
//	us-east-1.api.x.ai                   xAI
//	bedrock-runtime.eu-west-1.amazonaws.com
//
// Sources: https://cloud.google.com/vertex-ai/docs/reference/rest, https://platform.openai.com/docs/guides/your-data,
// https://docs.x.ai/docs/key-information/regions, https://docs.aws.amazon.com/general/latest/gr/bedrock.html (all 2026-11-20).
func regionOf(server string) string {
	if server == "" {
		return ""
	}
	host := hostOf(normalise(server))
	switch {
	case host == "aiplatform.googleapis.com":
		return "global"
	case strings.HasSuffix(host, "-aiplatform.googleapis.com"):
		return strings.TrimSuffix(host, "-aiplatform.googleapis.com")
	}
	for _, domain := range [...]string{".api.openai.com", ".api.x.ai"} {
		if region, ok := strings.CutSuffix(host, domain); ok && !strings.Contains(region, ".") {
			return region
		}
	}
	if rest, ok := strings.CutSuffix(host, ".rep.googleapis.com"); ok {
		if region, found := strings.CutPrefix(rest, "aiplatform."); found {
			return region
		}
	}
	if rest, ok := strings.CutSuffix(host, ".amazonaws.com"); ok {
		if region, found := strings.CutPrefix(rest, "bedrock-runtime."); found {
			return region
		}
	}
	return ""
}
