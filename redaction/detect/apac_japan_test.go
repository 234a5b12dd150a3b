package detect

import "testing"

func TestJapan(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"inside of a sentence", "お客様のマイナンバーは123456789018です", []string{"JP_MY_NUMBER 123456789018"}},
		{"beside its other name", "個人番号 1234 5678 9018", []string{"JP_MY_NUMBER 1234 5678 9018"}},
		{"in English", "My Number: 1234-5678-9018", []string{"JP_MY_NUMBER 1234-5678-9018"}},
		{"without a word", "番号 123456789018", nil},
		{"with a wrong digit", "マイナンバー 123456789019", nil},
	})
}
