package detect

import "testing"

func TestCanada(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUS, []family{
		{"alone", "123 456 782", []string{"CA_SIN 123 456 782"}},
		{"dashed among words", "his 123-456-782 is known", []string{"CA_SIN 123-456-782"}},
		{"in one run beside its name", "SIN 123456782", []string{"CA_SIN 123456782"}},
		{"beside its French name", "mon NAS : 123 456 782", []string{"CA_SIN 123 456 782"}},
		{"spaced among words, like a number", "has 123 456 782 rows", nil},
		{"in one run without a word", "row 123456782", nil},
		{"that starts with 0", "sin 046 454 286", nil},
		{"that starts with 8", "sin 812-345-674", nil},
		{"with a wrong digit", "sin 123-456-783", nil},
		{"with separators that differ", "123 456-782", nil},
	})
}
