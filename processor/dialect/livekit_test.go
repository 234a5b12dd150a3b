package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestNodesOfLiveKit(t *testing.T) {
	t.Parallel()
	node := attrs{"gen_ai.request.model": "m", "lk.chat_ctx": "[]", "lk.response.text": "hello"}
	assert.Equal(t, Step, read(t, "livekit-agents", "llm_node", ptrace.SpanKindInternal, node).Kind, "the request below is the generation")
	node["gen_ai.usage.input_tokens"] = 7
	assert.Equal(t, Generation, read(t, "livekit-agents", "llm_node", ptrace.SpanKindInternal, node).Kind, "no request below would leave its usage out")
	assert.Equal(t, NoKind, read(t, "game", "llm_node", ptrace.SpanKindInternal, attrs{"model": "m"}).Kind, "near miss: another library's node")
}
