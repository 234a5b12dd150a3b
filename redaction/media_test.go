package redaction

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// picture is base64 of n random bytes, the same each time.
func picture(n int) string {
	random := rand.NewChaCha8([32]byte{1})
	b := make([]byte, n)
	_, _ = random.Read(b)
	return base64.StdEncoding.EncodeToString(b)
}

func TestMediaIsPassedOver(t *testing.T) {
	t.Parallel()
	small, large := picture(64), picture(300)
	key := secret("sk-", "ant-api03-", body, body, body)
	for _, c := range []struct {
		name, in string
		want     string // with "media: keep"
		dropped  string // with "media: drop"
		skipped  int
	}{
		{"a data URI", "data:image/png;base64," + small, "", "data:image/png;base64,<MEDIA>", len(small)},
		{"in a text with findings", "to alice@example.com: (data:image/png;base64," + small + "), 536-90-4399", "to <EMAIL>: (data:image/png;base64," + small + "), <US_SSN>",
			"to <EMAIL>: (data:image/png;base64,<MEDIA>), <US_SSN>", len(small)},
		{"two", "data:image/png;base64," + small + " data:audio/wav;rate=8000;base64," + large, "", "data:image/png;base64,<MEDIA> data:audio/wav;rate=8000;base64,<MEDIA>", len(small) + len(large)},
		{"in JSON", `{"url":"data:image\/png;base64,` + small + `"}`, "", `{"url":"data:image\/png;base64,<MEDIA>"}`, len(small)},
		{"in JSON cut short", `{"to":"alice@example.com","url":"data:image/png;base64,` + small, `{"to":"<EMAIL>","url":"data:image/png;base64,` + small, `{"to":"<EMAIL>","url":"data:image/png;base64,<MEDIA>`, len(small)},
		{"beside an accent", "é data:;base64," + small + " é alice@example.com", "é data:;base64," + small + " é <EMAIL>", "é data:;base64,<MEDIA> é <EMAIL>", len(small)},
		{"an address at its end", "data:;base64," + small + "@example.com", "", "data:;base64,<MEDIA>@example.com", len(small)},
		{"a payload under its key", `{"inline_data":{"data":"` + large + `"}}`, "", `{"inline_data":{"data":"<MEDIA>"}}`, len(large)},

		{"a short one is read", "data:text/plain;base64,aGVsbG8= alice@example.com", "data:text/plain;base64,aGVsbG8= <EMAIL>", "data:text/plain;base64,aGVsbG8= <EMAIL>", 0},
		{"no data URI", "x;base64," + small, "", "x;base64," + small, 0},
		{"a text behind a forged start", "data:x;base64,the card 4111 1111 1111 1111 is mine", "data:x;base64,the card <CREDIT_CARD> is mine", "data:x;base64,the card <CREDIT_CARD> is mine", 0},
		{"a key behind a forged start", "data:x;base64," + key, "data:x;base64,<API_KEY>", "data:x;base64,<API_KEY>", 0},
		{"digits behind a forged start", "data:x;base64," + strings.Repeat("1", 64), "", "data:x;base64," + strings.Repeat("1", 64), 0},
		{"a payload under another key", `{"note":"` + large + `"}`, "", `{"note":"` + large + `"}`, 0},
		{"a text under a key of payloads", `{"data":"` + strings.Repeat("write to alice@example.com ", 20) + `"}`, `{"data":"` + strings.Repeat("write to <EMAIL> ", 20) + `"}`,
			`{"data":"` + strings.Repeat("write to <EMAIL> ", 20) + `"}`, 0},
	} {
		for _, drop := range []bool{false, true} {
			t.Run(fmt.Sprint(c.name, " drop: ", drop), func(t *testing.T) {
				t.Parallel()
				settings, want, skipped := Settings{}, c.want, c.skipped
				if want == "" {
					want = c.in
				}
				if drop {
					settings.Content, want, skipped = drops(MediaContent), c.dropped, 0
				}
				e := newEngine(t, settings)
				var tally, second Tally
				out, changed := e.Text(c.in, Place{}, &tally)
				assert.Equal(t, want, out)
				assert.Equal(t, want != c.in, changed)
				assert.Equal(t, skipped, tally.SkippedMedia())
				assert.Equal(t, drop && c.skipped > 0, tally.Content(MediaContent, DropContent) > 0)
				again, changed := e.Text(out, Place{}, &second)
				assert.Equal(t, out, again, "twice is once")
				assert.False(t, changed)
				assert.Zero(t, second.Total())
			})
		}
	}
}

func TestMediaByAttribute(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Content: ContentPolicies{MediaContent: {Action: ReferenceContent, Reference: "s3://b/{trace_id}/{span_id}/{attribute}"}}})
	const address = "s3://b/0af7651916cd43dd8448eb211c80319c/b7ad6b7169203331/"
	for _, c := range []struct{ key, in, want string }{
		{"a.data", picture(300), address + "a.data"},
		{"a.note", picture(300), picture(300)},
		{"a.note", "see data:image/png;base64," + picture(99) + ".", "see " + address + "a.note."},
		{"password", "data:image/png;base64," + picture(99), "<PASSWORD>"},
	} {
		var tally Tally
		out, _ := e.Text(c.in, Place{Attribute: c.key, Source: source}, &tally)
		assert.Equal(t, c.want, out)
		again, changed := e.Text(out, Place{Attribute: c.key, Source: source}, &tally)
		assert.Equal(t, c.want, again)
		assert.False(t, changed)
	}
	var tally Tally
	out, changed := e.Media([]byte{0, 1, 255}, Place{Attribute: "a", Source: source}, &tally)
	assert.True(t, changed)
	assert.Equal(t, address+"a", out)
	assert.Equal(t, 1, tally.Content(MediaContent, ReferenceContent))
	_, changed = newEngine(t, Settings{}).Media([]byte{0, 1, 255}, Place{}, &tally)
	assert.False(t, changed)
}

func TestMediaByHash(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Content: ContentPolicies{MediaContent: {Action: HashContent}}, Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}})
	hash := e.Pseudonym(detect.Media, []byte(picture(99)))
	var tally Tally
	out, _ := e.Text(`{"url":"data:image/png;base64,`+picture(99)+`"}`, Place{}, &tally)
	assert.Equal(t, `{"url":"data:image/png;base64,`+hash+`"}`, out)
	assert.Zero(t, tally.Total(), "no finding")
	assert.Equal(t, 1, tally.Content(MediaContent, HashContent))
	again, changed := e.Text(out, Place{}, &tally)
	assert.Equal(t, out, again)
	assert.False(t, changed)
	out, _ = e.Media([]byte(picture(99)), Place{}, &tally)
	assert.Equal(t, hash, out)
}

// Nothing is found in base64 of random bytes, whatever its length.
func TestNothingIsFoundInPictures(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Packs: []string{"all"}})
	random := rand.New(rand.NewChaCha8([32]byte{2}))
	for range 2000 {
		b := make([]byte, 48+random.IntN(2000))
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		var tally Tally
		_, changed := e.Text(`{"type":"image","url":"data:image/png;base64,`+base64.StdEncoding.EncodeToString(b)+`"}`, Place{}, &tally)
		assert.False(t, changed)
	}
}
