package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestContextWindow(t *testing.T) {
	t.Parallel()
	const number = "4155550132"
	found := []string{"PHONE " + number}
	checkFamily(t, []family{
		{"a word before", "phone" + strings.Repeat(" ", contextBefore-len("phone")) + number, found},
		{"a word far before", "phone" + strings.Repeat(" ", contextBefore) + number, nil},
		{"a word that starts near behind", number + strings.Repeat(" ", contextAfter-1) + "phone", found},
		{"a word that starts far behind", number + strings.Repeat(" ", contextAfter) + "phone", nil},
		{"a word that the window behind would cut to another", number + strings.Repeat(" ", contextAfter-len("phone")) + "phonemes", nil},
		{"letters of ids that read like a word", "1ZTD6SMS4774625631 " + number + ", PZwhFax4qhn " + number, nil},
		{"a short word with a number", "tel2: " + number, found},
		{"a short word behind a number", "office2fax: " + number, found},
		{"a word behind that is longer than any", number + " " + strings.Repeat("phone", contextWord), nil},
	})
}

func TestKeyOfTwoWordsIsContext(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for key, want := range map[string][]string{
		"tax_id":          {"US_SSN 219099999"}, // the pair is a context word
		"customerTaxId":   {"US_SSN 219099999"},
		"ssn_id":          nil, // "id" alone says that it is no number of a person
		"tax_id_count":    nil,
		"tax_number":      {"US_SSN 219099999"},
		"tax_number_id":   nil,
		"number_tax_rate": nil,
	} {
		assert.Equal(t, want, scanAll(t, s, "219099999", Place{Key: []byte(key)}), key)
	}
}
