package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestTheGeminiAPIServesGooglesModelsOnly(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, system, model, want string
	}{
		{"a Gemini model is the API's", "gemini", "gemini-2.5-flash", "gcp.gemini"},
		{"so is a tuned one", "gemini", "tunedModels/support-1", "gcp.gemini"},
		{"a model of OpenAI's is not", "gemini", "gpt-4.1-mini", ""},
		{"nor one that LiteLLM routes", "gemini", "openai/gpt-4.1-mini", ""},
		{"Vertex AI serves Claude too", "vertex_ai", "claude-sonnet-4-5@20250929", "gcp.vertex_ai"},
		{"without a model nothing speaks against it", "gemini", "", "gcp.gemini"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "gcp.vertex.agent", "generate_content", ptrace.SpanKindInternal,
				attrs{"gen_ai.operation.name": "generate_content", "gen_ai.system": tc.system, "gen_ai.request.model": tc.model})
			assert.Equal(t, tc.want, c.Text(Provider))
		})
	}
	google := read(t, "com.example.app", "generate_content", ptrace.SpanKindClient,
		attrs{"gen_ai.operation.name": "generate_content", "gen_ai.system": "gemini", "gen_ai.request.model": "gpt-4.1-mini"})
	assert.Equal(t, "gcp.gemini", google.Text(Provider), "another instrumentation knows whom it calls")
}
