package detect

import "testing"

func TestSouthAfrica(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAfrica, []family{
		{"beside its name", "SA ID 8001015009087", []string{"ZA_ID 8001015009087"}},
		{"beside other words", "ID number: 800101 5009 087", []string{"ZA_ID 800101 5009 087"}},
		{"without a word", "ts 8001015009087", nil},
		{"with a wrong digit", "id number 8001015009088", nil},
		{"with a month that is none", "id number 8013015009082", nil},
		{"with citizenship 3", "id number 8001015009384", nil},
	})
}
