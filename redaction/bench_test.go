package redaction

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkText measures the engine on texts of 16 KiB. Run it with
//
//	go test -run '^$' -bench Text ./redaction
func BenchmarkText(b *testing.B) {
	e := newEngine(b, Settings{})
	for _, c := range benchmarkTexts(b) {
		b.Run(c.name, func(b *testing.B) {
			var tally Tally
			p := Place{Attribute: "gen_ai.input.messages"}
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			changed := false
			for b.Loop() {
				tally.Reset()
				_, changed = e.Text(c.in, p, &tally)
			}
			require.Equal(b, c.findings, tally.Total())
			require.Equal(b, c.findings > 0, changed)
		})
	}
}

type benchmarkText struct {
	name, in string
	findings int
}

func benchmarkTexts(b *testing.B) []benchmarkText {
	b.Helper()
	const kib = 16
	paragraph := "Thanks for the report. The job failed at 10:42 on node 7 because the disk (97 % of 512 GB) was nearly full; we freed " +
		"some 40 GB, restarted the worker and watched it for an hour. See https://docs.example.com/runbooks/disk?v=2 for the steps, " +
		"and ask on #ops before you delete anything. In Python:\n\tresult = client.run(job_id=\"a-17\", retries=3)  # 3 attempts\n"
	page := strings.Repeat(paragraph, 3)[:1000]
	const finding = " alice@example.com. "
	clean := strings.Repeat(page, kib)
	document := messagesOf(b, page, kib)
	return []benchmarkText{
		{"form=prose/findings=none", clean, 0},
		{"form=prose/findings=1_per_KiB", strings.Repeat(page+finding, kib), kib},
		{"form=prose/findings=10_per_KiB", strings.Repeat(page[:80]+finding, 10*kib), 10 * kib},
		{"form=json/findings=none", document, 0},
		{"form=json/findings=1_per_KiB", messagesOf(b, page+finding, kib), kib},
		{"form=cut_json/findings=none", document[:len(document)-10], 0},
	}
}

// messagesOf returns the JSON of n messages with a text part each.
func messagesOf(b *testing.B, text string, n int) string {
	b.Helper()
	type message struct {
		Role  string              `json:"role"`
		Parts []map[string]string `json:"parts"`
	}
	var messages []message
	for range n {
		messages = append(messages, message{"user", []map[string]string{{"type": "text", "content": text}}})
	}
	document, err := json.Marshal(messages)
	require.NoError(b, err)
	return string(document)
}
