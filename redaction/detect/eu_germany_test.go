package detect

import "testing"

func TestGermanDocuments(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"an identity card", "Personalausweis L01X00T47", []string{"DE_ID_CARD L01X00T47"}},
		{"with its check digit", "Ausweisnummer: L01X00T471", []string{"DE_ID_CARD L01X00T471"}},
		{"with check digit and nationality", "Personalausweis L01X00T471D", []string{"DE_ID_CARD L01X00T471D"}},
		{"with a wrong check digit", "Personalausweis L01X00T472", nil},
		{"with another letter behind", "Personalausweis L01X00T471F", nil},
		{"of before 2010", "Perso T22000129", []string{"DE_ID_CARD T22000129"}},
		{"of before 2010, with a digit more", "Perso T220001290", nil},
		{"a passport", "Reisepass C01X00T47", []string{"DE_PASSPORT C01X00T47"}},
		{"without the word", "L01X00T47 C01X00T478", nil},
		{"a letter that no document has", "Reisepass CA1X00T47", nil},
		{"a word", "Reisepass gtltztktn", nil},
		{"a driving licence", "Führerschein B072RRE2I55", []string{"DE_FUEHRERSCHEIN B072RRE2I55"}},
		{"a driving licence without the word", "B072RRE2I55", nil},
		{"few digits", "Führerschein Bcdefghijk1", nil},
	})
}

func TestGermanTax(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"a tax id", "Steuer-ID 36574261809", []string{"DE_TAX_ID 36574261809"}},
		{"in groups", "IdNr. 36 574 261 809", []string{"DE_TAX_ID 36 574 261 809"}},
		{"without the word", "36574261809", nil},
		{"a tax id with a wrong check digit", "Steuer-ID 36574261890", nil},
		{"a 0 first", "Steuer-ID 02345678903", nil},
		{"a digit four times", "Steuer-ID 11112345671", nil},
		{"a tax number", "Steuernummer 181/815/08155", []string{"DE_TAX_NUMBER 181/815/08155"}},
		{"of other states", "Steuernr. 93815/08152, 133/8150/8159, 013 815 08153",
			[]string{"DE_TAX_NUMBER 93815/08152", "DE_TAX_NUMBER 133/8150/8159", "DE_TAX_NUMBER 013 815 08153"}},
		{"of the federal scheme", "Finanzamt 2893081508152", []string{"DE_TAX_NUMBER 2893081508152"}},
		{"of a state that is none, like a time", "Finanzamt 1732105845123", nil},
		{"a date beside the word", "Finanzamt 20.11.2026", nil},
		{"a tax number without the word", "181/815/08155", nil},
		{"a VAT number", "DE136695976", []string{"DE_VAT_ID DE136695976"}},
		{"a VAT number in groups", "DE 136 695 976 DE.136.695.976", []string{"DE_VAT_ID DE 136 695 976", "DE_VAT_ID DE.136.695.976"}},
		{"a VAT number with a wrong check digit", "DE136695978", nil},
		{"the VAT number of another country", "AT136695976", nil},
		{"an IBAN", "DE44500105175407324931", []string{"IBAN DE44500105175407324931"}},
	})
}

func TestGermanInsurance(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"of a pension", "10010490A443", []string{"DE_SOCIAL_SECURITY 10010490A443"}},
		{"in groups", "50 150256 W493 or 50 150256 W 49 3",
			[]string{"DE_SOCIAL_SECURITY 50 150256 W493", "DE_SOCIAL_SECURITY 50 150256 W 49 3"}},
		{"in small letters, like a hash", "10010490a443", nil},
		{"in small letters, and named", "Rentenversicherungsnummer 10010490a443", []string{"DE_SOCIAL_SECURITY 10010490a443"}},
		{"with a wrong check digit", "10010490A444", nil},
		{"at the end of a UUID", "8F14E45F-CEEA-467F-9B3C-10010490A443", nil},
		{"of health", "KVNR M123456785", []string{"DE_HEALTH_INSURANCE M123456785"}},
		{"of health, without the word", "M123456785", nil},
		{"of health, with a wrong check digit", "KVNR M123456789", nil},
	})
}

func TestGermanPostcode(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"behind the word", "PLZ 80331 München", []string{"DE_PLZ 80331"}},
		{"behind the word and a colon", "Postleitzahl: 01067", []string{"DE_PLZ 01067"}},
		{"not right behind it", "PLZ unknown 80331", nil},
		{"behind a longer word", "xplz 80331", nil},
		{"without the word", "80331", nil},
		{"one that cannot be", "PLZ 00999", nil},
		{"a longer number", "PLZ 803312", nil},
		{"glued to the word", "PLZ80331", nil},
	})
}
