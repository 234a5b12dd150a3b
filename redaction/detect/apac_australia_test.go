package detect

import "testing"

func TestAustralia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"ABN alone", "51 824 753 556", []string{"AU_ABN 51 824 753 556"}},
		{"ABN beside its name, in one run", "ABN: 51824753556", []string{"AU_ABN 51824753556"}},
		{"ABN among words, like a number", "some 51 824 753 556 bytes", nil},
		{"ABN with a wrong digit", "ABN 51 824 753 557", nil},
		{"ABN that starts with 0", "abn 00000000560", nil},
		{"ACN alone", "004 085 616", []string{"AU_ACN 004 085 616"}},
		{"ACN beside its name", "the ACN is 004085616.", []string{"AU_ACN 004085616"}},
		{"ACN with a wrong digit", "ACN 004 085 617", nil},
		{"Medicare as on the card", "see 2123 45670 1.", []string{"AU_MEDICARE 2123 45670 1"}},
		{"Medicare with the person", "medicare 2123 45670 1/2", []string{"AU_MEDICARE 2123 45670 1/2"}},
		{"Medicare in one run", "medicare no 2123456701", []string{"AU_MEDICARE 2123456701"}},
		{"Medicare in one run without a word", "no 2123456701", nil},
		{"Medicare in a row of numbers", "17 2123 45670 1", nil},
		{"Medicare that starts with 7", "medicare 7123 45670 1", nil},
		{"TFN beside its name", "TFN 123 456 782", []string{"AU_TFN 123 456 782"}},
		{"TFN in other groups", "tax file number: 1234-567-82", []string{"AU_TFN 1234-567-82"}},
		{"TFN of eight digits", "tfn 81854402", []string{"AU_TFN 81854402"}},
		{"TFN without a word", "so 123 456 782 it is", nil},
		{"TFN of one digit", "tfn 000000000", nil},
		{"TFN with a wrong digit", "tfn 123456783", nil},
		{"a date beside the name", "tfn 2024-02-14", nil},
	})
}
