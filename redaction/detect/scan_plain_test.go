package detect

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkPlain holds a scan in one pass, of a text by itself and in a document, to [Scanner.Scan]. It reports whether the text was plain.
func checkPlain(t testing.TB, s *Scanner, text string) bool {
	t.Helper()
	limit := 10000*len(text) + 1<<16
	want := Text{Bytes: []byte(text), Limit: limit}
	require.True(t, s.Scan(&want))

	x, k := Text{Bytes: []byte(text), Limit: limit}, Skim{}
	x.From = s.SkimPlain(x.Bytes, &k)
	plain := !k.Foldable && s.ScanPlain(&x, &k)
	if plain {
		require.Equal(t, slices.Clip(want.Matches), slices.Clip(x.Matches), "%q", text)
	} else {
		require.Equal(t, 0, x.Work, "%q: an attempt in vain counts as work", text)
	}
	if text == "" || strings.ContainsAny(text, "\\\"") {
		return plain
	}
	document := []byte(`["` + text + `","` + text + `"]`)
	x, k = Text{Bytes: document[2 : 2+len(text)], Limit: limit}, Skim{}
	at, clean := s.SkimJSON(document, 2, &k)
	if x.From = at - 2; !clean && !k.Foldable && s.ScanJSON(&x, document, 2, &k) {
		require.Equal(t, slices.Clip(want.Matches), slices.Clip(x.Matches), "%q", document)
	}
	return plain
}

func TestScanPlainAgreesOnCompositions(t *testing.T) {
	t.Parallel()
	for name, policy := range skimPolicies() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := NewScanner(policy)
			random, parts, plain := rand.New(rand.NewPCG(7, 9)), skimParts(s), 0
			for range 6000 {
				text := filler(random)
				for range random.IntN(4) {
					text += parts[random.IntN(len(parts))] + filler(random)
				}
				if checkPlain(t, s, text) {
					plain++
				}
			}
			require.Greater(t, plain, 1000)
		})
	}
}

func FuzzScanPlain(f *testing.F) {
	scanners := seedWithParts(f, "alice@example.com ", " 4111 1111 1111 1111")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<10 {
			t.Skip("too long to be worth the time")
		}
		for _, s := range scanners {
			checkPlain(t, s, text)
		}
	})
}

func TestWhatIsPlain(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	const finding = "alice@example.com"
	for _, c := range []struct {
		name, text string
		plain      bool
	}{
		{"a finding alone", finding, true},
		{"among words", "Ask " + finding + ", not bob.", true},
		{"behind other scripts", "Спросите 張さん: " + finding, true},
		{"a sign of percent", finding + " has 40% of all", true},
		{"an encoded character", finding + " has %40 of all", false},
		{"a reference", finding + " &amp; others", false},
		{"an ampersand", finding + " & others", true},
		{"quoted-printable", finding + " =3D", false},
		{"an at sign in quoted-printable", finding + " or bob=40example.com", false},
		{"values that begin like it", finding + " status=404 bytes=40961", true},
		{"a soft line break", finding + " goes on=\nhere", false},
		{"a colour", finding + "[1m", false},
		{"an index", finding + "[1]", true},
		{"a backslash", finding + ` \n`, false},
		{"a control", finding + "\x1b[1m", false},
		{"a typographic quote", finding + " isn’t", false},
		{"a full-width digit", finding + " １", false},
		{"the mark of a data URI", finding + ";base64,AAAA", false},
		{"an encoded character in a finding", "https://user:p%40ssword@host.example " + finding, false},
		{"a unit that begins in a finding", "https://user:password%@host.example%41", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.plain, checkPlain(t, s, c.text))
		})
	}
}

// TestPlainTextsThatNeedMuchWorkAreLeft has an attempt give up long before the budget of a text does.
func TestPlainTextsThatNeedMuchWorkAreLeft(t *testing.T) {
	t.Parallel()
	text := []byte(strings.Repeat("pwd=", 1<<10))
	x := Text{Bytes: text, Limit: 200 * len(text)}
	assert.False(t, NewScanner(Policy{}).ScanPlain(&x, &Skim{}))
	assert.Zero(t, x.Work)
}

func TestIsASCII(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	text := []byte(strings.Repeat("plain text ", 12) + "é" + strings.Repeat("plain text ", 12) + `\` + strings.Repeat("plain text ", 12))
	var k Skim
	k.survey(text, 0, &s.inPlain)
	for from := range text {
		for to := from; to <= len(text); to++ {
			want := !slices.ContainsFunc(text[from:to], func(c byte) bool { return c == '\\' || c >= 0x80 })
			if k.IsASCII(from, to) != want {
				t.Fatalf("[%d, %d): %v is expected", from, to, want)
			}
		}
	}
	assert.False(t, k.IsASCII(0, len(text)+1), "what is not surveyed")
}
