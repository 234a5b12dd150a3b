package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestContextWords(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Subjects: [][]string{{"身份证", "주민번호", "ประชาชน", "tax id", "license"}}})
	for _, c := range []struct {
		name, text string
		key        string
		want       bool
	}{
		{name: "a word inside of Chinese", text: "我的身份证号码是 #", want: true},
		{name: "a Korean word with an ending", text: "주민번호는 #", want: true},
		{name: "a word inside of Thai", text: "เลขประชาชนค่ะ #", want: true},
		{name: "a word behind", text: "# 的身份证", want: true},
		{name: "a word inside of a run longer than a word may be", text: strings.Repeat("的", 8) + "身份证" + strings.Repeat("的", 4) + "#", want: true},
		{name: "part of such a word", text: "身份 #"},
		{name: "a word that is cut by the window", text: "身份证" + strings.Repeat("的", 15) + "#"},
		{name: "another script glued to a word", text: "XX身份证XX #", want: true},
		{name: "a word with capitals inside", text: "LiCeNsE #", want: true},
		{name: "one of several words in one", text: "driverLicense #", want: true},
		{name: "a part of a word", text: "sublicense #"},
		{name: "a pair that ends with a word that says no", text: "#", key: "tax_id", want: true},
		{name: "the same in one word", text: "#", key: "customerTaxId", want: true},
		{name: "a pair before a word that says no", text: "#", key: "tax_id_count"},
		{name: "a word before one that says no", text: "#", key: "license_id"},
		{name: "a key in Chinese", text: "#", key: "客户身份证", want: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := Text{Bytes: []byte(c.text), Place: Place{Key: []byte(c.key)}, Limit: 1 << 16}
			require.True(t, s.Scan(&x))
			at := strings.IndexByte(c.text, '#')
			assert.Equal(t, c.want, x.About(0, at, at+1))
		})
	}
}

func TestContextWordsOfBrokenText(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Subjects: [][]string{{"\xe8", "\xe8\xba"}}})
	x := Text{Bytes: []byte("\xe8\xba #"), Limit: 1 << 16}
	require.True(t, s.Scan(&x))
	assert.True(t, x.About(0, 3, 4), "bytes that are no character are a word like others")
}
