package detect

import "testing"

func TestFiscalCode(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"of a man", "RCCMNL83S18D969H", []string{"IT_FISCAL_CODE RCCMNL83S18D969H"}},
		{"of a woman", "cf: CNTCHR83T41D969D.", []string{"IT_FISCAL_CODE CNTCHR83T41D969D"}},
		{"in groups", "RCC MNL 83S18 D969H, RCCMNL 83S18 D969H",
			[]string{"IT_FISCAL_CODE RCC MNL 83S18 D969H", "IT_FISCAL_CODE RCCMNL 83S18 D969H"}},
		{"with letters for digits", "RCCMNLUPS18D969C", nil},
		{"in small letters with the word", "codice fiscale rccmnl83s18d969h", []string{"IT_FISCAL_CODE rccmnl83s18d969h"}},
		{"in small letters without it", "rccmnl83s18d969h", nil},
		{"with a wrong letter", "RCCMNL83S18D969A", nil},
		{"with a wrong letter, named", "codice fiscale RCCMNL83S18D969A", nil},
		{"day 32", "RCCMNL83S32D969F", nil},
		{"a longer token", "RCCMNL83S18D969HX", nil},
		{"groups behind a longer word", "XRCC MNL 83S18 D969H", nil},
	})
}

func TestItaly(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"a VAT number", "partita IVA 00743110157", []string{"IT_VAT_CODE 00743110157"}},
		{"a VAT number with the country", "P.IVA IT00743110157", []string{"IT_VAT_CODE IT00743110157"}},
		{"a VAT number of another country", "P.IVA XX00743110157", nil},
		{"a VAT number with a wrong check digit", "P.IVA 00743110158", nil},
		{"a VAT number without the word", "00743110157", nil},
		{"no VAT number", "P.IVA 00000000018", nil},
		{"a driving licence", "patente AA0123456B", []string{"IT_DRIVER_LICENSE AA0123456B"}},
		{"a driving licence of the new form", "patente U1H00B000C", []string{"IT_DRIVER_LICENSE U1H00B000C"}},
		{"a driving licence without the word", "AA0123456B U1H00B000C", nil},
		{"no driving licence", "patente A10123456B", nil},
		{"an identity card", "carta d'identità CA12345AA", []string{"IT_IDENTITY_CARD CA12345AA"}},
		{"an identity card on paper", "identità AA1234567, 1234567AA",
			[]string{"IT_IDENTITY_CARD AA1234567", "IT_IDENTITY_CARD 1234567AA"}},
		{"an identity card without the word", "CA12345AA", nil},
		{"a passport", "passaporto YA1234567", []string{"IT_PASSPORT YA1234567"}},
		{"a passport without the word", "YA1234567", nil},
	})
}
