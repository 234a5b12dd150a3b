package detect

import "testing"

func TestNHS(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUK, []family{
		{"in groups", "NHS number: 943 476 5919", []string{"UK_NHS 943 476 5919"}},
		{"in one run", "nhs 9434765919", []string{"UK_NHS 9434765919"}},
		{"with dashes", "nhs-943-476-5919 NHS 943-476-5919", []string{"UK_NHS 943-476-5919", "UK_NHS 943-476-5919"}},
		{"without the word", "943 476 5919", nil},
		{"with a wrong check digit", "NHS 943 476 5918", nil},
		{"too few digits", "NHS 943 476 591", nil},
	})
}

func TestUTR(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUK, []family{
		{"in one run", "UTR 3282497350", []string{"UK_UTR 3282497350"}},
		{"in groups", "Unique Taxpayer Reference: 32824 97350", []string{"UK_UTR 32824 97350"}},
		{"behind the number of the office", "UTR 123 3282497350", []string{"UK_UTR 123 3282497350"}},
		{"without the word", "3282497350", nil},
		{"with a wrong check digit", "UTR 4282497350", nil},
	})
}

func TestUKPassport(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUK, []family{
		{"digits", "passport no. 123456789", []string{"UK_PASSPORT 123456789"}},
		{"letters and digits", "my passport is AB1234567", []string{"UK_PASSPORT AB1234567"}},
		{"without the word", "123456789 AB1234567", nil},
		{"too few digits", "passport AB123456", nil},
		{"inside of a token", "passport XAB1234567", nil},
	})
}

func TestUKDrivingLicence(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUK, []family{
		{"of a woman", "MORGA657054SM9IJ", []string{"UK_DRIVING_LICENCE MORGA657054SM9IJ"}},
		{"of a short name and one initial", "LEE99801015J99EF,", []string{"UK_DRIVING_LICENCE LEE99801015J99EF"}},
		{"with the number of the issue", "MORGA657054SM9IJ35", []string{"UK_DRIVING_LICENCE MORGA657054SM9IJ35"}},
		{"small letters with the word", "driving licence morga657054sm9ij", []string{"UK_DRIVING_LICENCE morga657054sm9ij"}},
		{"small letters without it", "morga657054sm9ij", nil},
		{"month 00", "MORGA600054SM9IJ", nil},
		{"month 13", "MORGA613054SM9IJ", nil},
		{"month 50", "MORGA650054SM9IJ", nil},
		{"day 00", "MORGA601004SM9IJ", nil},
		{"30 February", "MORGA602304SM9IJ", nil},
		{"a letter behind the filling", "MO9GA657054SM9IJ", nil},
		{"no letter in the name", "99999657054SM9IJ", nil},
		{"an initial that is neither letter nor 9", "MORGA657054S19IJ", nil},
		{"a digit too many", "MORGA6570544SM9IJ", nil},
	})
}

func TestUKPostcode(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUK, []family{
		{"all shapes", "postcodes M1 1AA, M60 1NW, CR2 6XH, DN55 1PT",
			[]string{"UK_POSTCODE M1 1AA", "UK_POSTCODE M60 1NW", "UK_POSTCODE CR2 6XH", "UK_POSTCODE DN55 1PT"}},
		{"with a letter in the district", "My address is SW1A 1AA, not W1A 1HQ", []string{"UK_POSTCODE SW1A 1AA", "UK_POSTCODE W1A 1HQ"}},
		{"without a blank", "postcode DN551PT", []string{"UK_POSTCODE DN551PT"}},
		{"in small letters", "postcode sw1a 1aa", []string{"UK_POSTCODE sw1a 1aa"}},
		{"of Girobank", "postcode GIR 0AA or GIR0AA", []string{"UK_POSTCODE GIR 0AA", "UK_POSTCODE GIR0AA"}},
		{"without the word", "SW1A 1AA", nil},
		{"Q first", "postcode QA1 1AA", nil},
		{"Z second", "postcode AZ1 1AA", nil},
		{"a letter that no district has", "postcode M1L 1AA", nil},
		{"a letter that no district of two letters has", "postcode EC1C 1BB", nil},
		{"C in the last two", "postcode M1 1CA", nil},
		{"no digit in the second half", "postcode M1 AAA", nil},
		{"two blanks", "postcode M1  1AA", nil},
		{"a digit behind", "postcode M1 1AA1", nil},
		{"a name with an underscore", "postcode M1 1AA_x", nil},
		{"the end of a text", "postcode M1 1A", nil},
	})
}
