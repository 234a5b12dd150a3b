package detect

import "testing"

func TestTaxpayer(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"dashed", "123-45-6789", []string{"US_SSN 123-45-6789"}},
		{"dotted", "at 078.05.1123.", []string{"US_SSN 078.05.1123"}},
		{"spaced among words", "abc 078 05 1123 abc", []string{"US_SSN 078 05 1123"}},
		{"other separators beside its name", "my social is 078 - 05 - 1123", []string{"US_SSN 078 - 05 - 1123"}},
		{"other separators without a word", "078 - 05 - 1123", nil},
		{"groups of other sizes beside its name", "SSN 078051-123", nil},
		{"ITIN", "911-70-1234", []string{"US_ITIN 911-70-1234"}},
		{"bare beside its name", "SSN: 123456789", []string{"US_SSN 123456789"}},
		{"bare beside social security", "social security number 123456789", []string{"US_SSN 123456789"}},
		{"bare ITIN beside its name", "itin 911701234", []string{"US_ITIN 911701234"}},
		{"in emphasis", "_123-45-6789_", []string{"US_SSN 123-45-6789"}},
		{"bare and read as a decimal number", "ssn 123456789.0", []string{"US_SSN 123456789"}},
		{"part of a name", "id_123-45-6789 123-45-6789_x", nil},
		{"bare without a word", "order 123456789", nil},
		{"bare beside social media", "social media post 123456789", nil},
		{"spaced in a table", "| 921 | 430 | 1987 | 078 05 1123 |", nil},
		{"spaced in a row of numbers", "12 078 05 1123", nil},
		{"area 666", "666-45-6789", nil},
		{"area 000", "000-45-6789", nil},
		{"group 00", "123-00-6789", nil},
		{"serial 0000", "123-45-0000", nil},
		{"ITIN group not in use", "911-89-1234", nil},
		{"separators that differ", "693-09.4444", nil},
		{"inside of a longer number", "1-123-45-6789 123-45-6789-1", nil},
		{"a score", "370-26-764", nil},
	})
}
