package detect

import "testing"

func TestEgypt(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAfrica, []family{
		{"beside its name", "الرقم القومي 29001011234567", []string{"EG_NATIONAL_ID 29001011234567"}},
		{"beside its English name", "Egyptian ID 30001011234567", []string{"EG_NATIONAL_ID 30001011234567"}},
		{"without a word", "ts 29001011234567", nil},
		{"with a month that is none", "egypt 29013011234567", nil},
		{"of a governorate that is none", "egypt 29001019934567", nil},
		{"of a century to come", "egypt 49001011234567", nil},
	})
}
