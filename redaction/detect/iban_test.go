package detect

import "testing"

func TestIBAN(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"German with spaces", "DE89 3704 0044 0532 0130 00", []string{"IBAN DE89 3704 0044 0532 0130 00"}},
		{"British in one run", "GB82WEST12345698765432.", []string{"IBAN GB82WEST12345698765432"}},
		{"in small letters", "gb82west12345698765432", []string{"IBAN gb82west12345698765432"}},
		{"Norwegian, the shortest", "NO9386011117947", []string{"IBAN NO9386011117947"}},
		{"with dots", "DE89.3704.0044.0532.0130.00", []string{"IBAN DE89.3704.0044.0532.0130.00"}},
		{"with two blanks", "DE89  3704  0044  0532  0130  00", []string{"IBAN DE89  3704  0044  0532  0130  00"}},
		{"with three blanks", "DE89   3704 0044 0532 0130 00", nil},
		{"as Italian banks print it", "IT60 X 05428 11101 000000123456", []string{"IBAN IT60 X 05428 11101 000000123456"}},
		{"as Spanish banks print it", "ES91 2100 0418 45 0200051332", []string{"IBAN ES91 2100 0418 45 0200051332"}},
		{"a blank behind the country", "IBAN DE 89 3704 0044 0532 0130 00", []string{"IBAN DE 89 3704 0044 0532 0130 00"}},
		{"a blank behind the country alone", "DE 89370400440532013000", []string{"IBAN DE 89370400440532013000"}},
		{"a capital first", "De89 3704 0044 0532 0130 00", []string{"IBAN De89 3704 0044 0532 0130 00"}},
		{"small and large letters", "gB82WEST12345698765432", nil},
		{"small letters set off", "de 89 3704 0044 0532 0130 00", nil},
		{"a country set off, wrong check digits", "DE 88 3704 0044 0532 0130 00", nil},
		{"the end of a word set off", "CODE 89 3704 0044 0532 0130 00", nil},
		{"other groups, wrong check digits", "ES92 2100 0418 45 0200051332", nil},
		{"other groups with two blanks", "ES91 2100 0418 45  0200051332", nil},
		{"before a word", "DE89 3704 0044 0532 0130 00 X in", []string{"IBAN DE89 3704 0044 0532 0130 00"}},
		{"wrong check digits", "DE88370400440532013000", nil},
		{"too long", "DE893704004405320130001", nil},
		{"too short", "DE8937040044053201300", nil},
		{"a letter where the country has digits", "DE89A70400440532013000", nil},
		{"a country without IBANs", "US89370400440532013000", nil},
		{"at the end of a UUID", "request 8f41aaea-ad91-4928-8078-a9ef6a4a0431 done", nil},
		{"the same groups alone", "ad91-4928-8078-a9ef-6a4a-0431", []string{"IBAN ad91-4928-8078-a9ef-6a4a-0431"}},
		{"inside of a token", "xDE89370400440532013000", nil},
	})
}
