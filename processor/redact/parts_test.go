package redact

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestStructuredPartsAreJoined(t *testing.T) {
	t.Parallel()
	part := func(kind, key, text string) any { return map[string]any{"type": kind, key: text, "n": int64(1)} }
	for _, c := range []struct {
		name     string
		in, want []any
		found    int
	}{
		{"a card in two parts", []any{part("text", "content", "card 4111 1111"), part("text", "content", " 1111 1111, ok")},
			[]any{part("text", "content", "card <CREDIT_CARD>"), part("text", "content", ", ok")}, 1},
		{"a part of another kind between", []any{part("text", "text", "card 4111 1111"), part("image", "text", ""), part("text", "text", " 1111 1111")},
			[]any{part("text", "text", "card 4111 1111"), part("image", "text", ""), part("text", "text", " 1111 1111")}, 0},
		{"what is beside the texts", []any{map[string]any{"type": "text", "text": "4111 1111", canaryEmail: "a", "x": canaryEmail}, part("text", "text", " 1111 1111")},
			[]any{map[string]any{"type": "text", "text": "<CREDIT_CARD>", "<EMAIL>": "a", "x": "<EMAIL>"}, part("text", "text", "")}, 3},
		{"strings in a list of another key", []any{"4111 1111", " 1111 1111"}, []any{"4111 1111", " 1111 1111"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, r := range []*Redactor{mustRedactor(t, Settings{}), mustRedactor(t, Settings{Mode: Monitor})} {
				s, want := newSubject(), c.want
				assert.NoError(t, s.span().Attributes().PutEmptyMap("app.note").PutEmptySlice("list").FromRaw(c.in))
				o := s.redact(r)
				assert.Equal(t, c.found, o.Tally.Total())
				if !r.enforce {
					want = c.in
				}
				v, _ := s.span().Attributes().Get("app.note")
				assert.Equal(t, map[string]any{"list": want}, v.Map().AsRaw())
			}
		})
	}
	t.Run("strings in a list of parts", func(t *testing.T) {
		t.Parallel()
		s := newSubject()
		assert.NoError(t, s.record().Body().SetEmptyMap().PutEmptySlice("content").FromRaw([]any{"4111 1111", " 1111 1111", int64(7)}))
		assert.Equal(t, 1, s.redact(mustRedactor(t, Settings{})).Tally.Total())
		assert.Equal(t, map[string]any{"content": []any{"<CREDIT_CARD>", "", int64(7)}}, s.record().Body().Map().AsRaw())
	})
	t.Run("parts that nest too deep", func(t *testing.T) {
		t.Parallel()
		s := newSubject()
		assert.NoError(t, s.record().Body().SetEmptySlice().FromRaw([]any{part("text", "text", "a"), part("text", "text", "b")}))
		o := s.redact(mustRedactor(t, Settings{Text: redaction.Settings{MaxDepth: 1}}))
		assert.Equal(t, 1, o.Tally.Failed(redaction.FailMaxDepth))
		assert.Equal(t, "<REDACTED>", s.record().Body().Str())
	})
}

func TestFlatPartsAreJoined(t *testing.T) {
	t.Parallel()
	const list = "llm.input_messages.0.message.contents."
	const text = ".message_content.text"
	for _, c := range []struct {
		name     string
		action   redaction.Action
		in, want map[string]any
	}{
		{"parts out of order", redaction.Replace,
			map[string]any{list + "10" + text: " 1111 1111", list + "9" + text: "card 4111 1111", list + "0" + text: "x"},
			map[string]any{list + "10" + text: "", list + "9" + text: "card <CREDIT_CARD>", list + "0" + text: "x"}},
		{"a part left out", redaction.Replace,
			map[string]any{list + "2" + text: " 1111 1111", list + "0" + text: "card 4111 1111"},
			map[string]any{list + "2" + text: " 1111 1111", list + "0" + text: "card 4111 1111"}},
		{"parts of two messages", redaction.Replace,
			map[string]any{list + "0" + text: "card 4111 1111", "llm.input_messages.1.message.contents.1" + text: " 1111 1111"},
			map[string]any{list + "0" + text: "card 4111 1111", "llm.input_messages.1.message.contents.1" + text: " 1111 1111"}},
		{"no part", redaction.Replace,
			map[string]any{list + "x" + text: canaryEmail, "a" + text: canaryEmail, list + "-1" + text: canaryEmail, list + "0" + text: int64(1)},
			map[string]any{list + "x" + text: "<EMAIL>", "a" + text: "<EMAIL>", list + "-1" + text: "<EMAIL>", list + "0" + text: int64(1)}},
		{"attributes to drop", redaction.DropAttribute,
			map[string]any{list + "0" + text: "card 4111 1111", list + "1" + text: " 1111 1111", list + "5" + text: "x"},
			map[string]any{list + "5" + text: "x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := pcommon.NewMap()
			assert.NoError(t, m.FromRaw(c.in))
			var o Outcome
			mustRedactor(t, Settings{Text: redaction.Settings{Action: c.action}}).Attributes(m, &o)
			assert.Equal(t, c.want, m.AsRaw())
		})
	}
}
