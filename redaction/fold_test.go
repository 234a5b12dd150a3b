package redaction

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain text stays", "abc 1", "abc 1"},
		{"full-width forms", "Ａ１＠．", "A1@."},
		{"other digits", "٤௧𝟠", "418"},
		{"quotation marks of print", "“a” «b» ‘c’ „d“ 「e」", `"a" "b" 'c' "d" "e"`},
		{"mathematical letters", "𝐀𝐳", "Az"},
		{"spaces and dashes", "a\u00a0b\u3000c\u2011d\u2212e", "a b c-d-e"},
		{"characters without width go", "a\u200b\u00ad\ufeffb", "ab"},
		{"format characters of any script go", "a\u061cb\ufff9c\u0600d", "abcd"},
		{"fillers and variation selectors go", "a\uffa0b\u180bc", "abc"},
		{"a braille pattern without dots is a blank", "a\u2800b", "a b"},
		{"accents and frames on ASCII go", "te\u0301l 1\ufe0f\u20e32\u20e3", "tel 12"},
		{"accents on other letters stay", "и\u0306", "и\u0306"},
		{"colours go", "\x1b[32msk\x1b[0m \x1b[1;38;5;208mx\x1b(B", "sk x"},
		{"escaped colours go", `\u001b[32ma\\u001b[0mb\x1b[1mc\e[4md\033[0me`, "abcde"},
		{"the frame of a terminal's link goes, its address stays", "\x1b]8;;https://a\x1b\\b\x1b]8;;\x1b\\", "https://ab"},
		{"an escape character alone stays", "a\x1bb\x1b", "a\x1bb\x1b"},
		{"a sequence without an end stays", "\x1b[31", "\x1b[31"},
		{"NUL between the bytes of UTF-16 goes", "j\x00a\x00n\x00 \x00a\x00", "jan a"},
		{"escaped NUL between the bytes of UTF-16 goes", `\u0000j\u0000a`, "ja"},
		{"NUL that separates stays", "a=1\x00b=2\x00", "a=1\x00b=2\x00"},
		{"letters of other scripts stay", "éи電", "éи電"},
		{"escapes", `a\nb\tc\"d\/e`, "a\nb\tc\"d/e"},
		{"doubled escapes", `a\\nb\\\"c`, "a\nb\"c"},
		{"Unicode escapes", `\u0040\\u0041\x42`, "@AB"},
		{"surrogate pairs", `\ud835\udfd8`, "0"},
		{"surrogate pairs with doubled backslashes", `\\ud835\\udfd8`, "0"},
		{"half a pair", `\ud835x`, "\ufffdx"},
		{"escapes of other languages", `\u{40}\U00000041\u{1d7d8}`, "@A0"},
		{"escapes of other languages that are none", `\u{}\u{zz}\U0000004\u{110000}\u{40`, `\u{}\u{zz}\U0000004\u{110000}\u{40`},
		{"an escape cut short", `a\u00`, `a\u00`},
		{"a backslash at the end", `a\\`, `a\`},
		{"a backslash that escapes nothing", `C:\dir`, `C:\dir`},
		{"invalid UTF-8 stays", "a\xffb\xe9", "a\xffb\xe9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var o offsets
			got := fold(nil, []byte(c.in), &o)
			assert.Equal(t, c.want, string(got))
			if c.in != c.want {
				assert.True(t, needsFold([]byte(c.in)))
			}
			// Positions grow, and the end maps to the end.
			last := 0
			for i := range got {
				at := o.start(i)
				require.LessOrEqual(t, last, at)
				require.LessOrEqual(t, at, o.end(i+1))
				last = at
			}
			assert.Equal(t, len(c.in), max(o.end(len(got)), o.start(len(got))))
		})
	}
}

func TestFoldMapsUnitsExactly(t *testing.T) {
	t.Parallel()
	in := "é\u200b１\u200b2\\u0033 x"
	var o offsets
	got := fold(nil, []byte(in), &o)
	require.Equal(t, "é123 x", string(got))
	cut := func(from, to int) string { return in[o.start(from):o.end(to)] }
	assert.Equal(t, "é", cut(0, 2), "what is dropped behind a unit does not belong to it")
	assert.Equal(t, "１", cut(2, 3))
	assert.Equal(t, "2", cut(3, 4))
	assert.Equal(t, `\u0033`, cut(4, 5))
	assert.Equal(t, "１\u200b2\\u0033", cut(2, 5), "what is dropped inside of a unit does")
}

func TestALongRunThatIsDroppedHasFewMarks(t *testing.T) {
	t.Parallel()
	var o offsets
	dropped := strings.Repeat("\u200b", 1000)
	assert.Equal(t, "ab", string(fold(nil, []byte("a"+dropped+"b"), &o)))
	assert.Len(t, o.marks, 2)
	assert.Equal(t, []int{0, 1, len(dropped) + 1, len(dropped) + 2}, []int{o.start(0), o.end(1), o.start(1), o.end(2)})
}

func TestFoldLeavesPlainCharactersAlone(t *testing.T) {
	t.Parallel()
	plain := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !detect.IsPlain(r) || !utf8.ValidRune(r) {
			continue
		}
		plain++
		for _, before := range []string{"", "a", "1", " ", "é"} {
			var o offsets
			in := before + string(r) + "b"
			require.Equal(t, in, string(fold(nil, []byte(in), &o)), "%U", r)
		}
	}
	assert.Greater(t, plain, 30000)
	assert.True(t, detect.IsPlain('é') && detect.IsPlain('я') && detect.IsPlain('文') && detect.IsPlain('の') && detect.IsPlain('…'))
}

func TestDigitOfKnowsAllDecades(t *testing.T) {
	t.Parallel()
	digits := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		d, ok := digitOf(r)
		require.Equal(t, unicode.Is(unicode.Nd, r), ok, "%U", r)
		if ok {
			require.Equal(t, byte('0'+digits%10), d, "%U", r)
			digits++
		}
	}
	assert.Greater(t, digits, 600)
}

func TestUnescape(t *testing.T) {
	t.Parallel()
	var o offsets
	in := `a\u0040b\n\"\\\/\ud83d\ude00\ud83dz`
	got := unescape(nil, []byte(in), &o)
	require.Equal(t, "a@b\n\"\\/😀\ufffdz", string(got))
	assert.Equal(t, `\u0040`, in[o.start(1):o.end(2)])
	assert.Equal(t, `\ud83d\ude00`, in[o.start(7):o.end(11)])
	assert.Equal(t, len(in), o.end(len(got)))
}

func TestMergeEdits(t *testing.T) {
	t.Parallel()
	first := []edit{{start: 0, end: 2, entity: 1}, {start: 5, end: 7, entity: 2}}
	later := []edit{{start: 2, end: 3, entity: 3}, {start: 4, end: 9, entity: 4}}
	got := newEngine(t, Settings{}).mergeEdits(nil, first, later)
	assert.Equal(t, []edit{{start: 0, end: 2, entity: 1}, {start: 2, end: 3, entity: 3}, {start: 4, end: 9, entity: 4}}, got)
}
