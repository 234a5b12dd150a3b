package detect

import "testing"

// Each identifier needs the word beside it, in the form in which people write it in its country's language.
func TestWordsOfTheCountrysLanguage(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU|PackAPAC|PackLatAm|PackAfrica, []family{
		{"Austria", "Sozialversicherungs-Nr. 1237 010180", []string{"AT_SVNR 1237 010180"}},
		{"Chile", "cédula de identidad 123456785", []string{"CL_RUT 123456785"}},
		{"Chile, a capital outside ASCII", "Rol Único 123456785", []string{"CL_RUT 123456785"}},
		{"Czechia", "RČ: 7103192745", []string{"CZ_SK_BIRTH_NUMBER 7103192745"}},
		{"Egypt", "رقم البطاقة 29001011234567", []string{"EG_NATIONAL_ID 29001011234567"}},
		{"Finland", "henkilötunnukseni on 131052a308t", []string{"FI_HETU 131052a308t"}},
		{"Germany", "Versicherten-Nr. M123456785", []string{"DE_HEALTH_INSURANCE M123456785"}},
		{"Greece, with dots", "Α.Φ.Μ. 094259216", []string{"GR_AFM 094259216"}},
		{"Iceland", "kennitalan mín er 1201743399", []string{"IS_KENNITALA 1201743399"}},
		{"India", "पैन नंबर aaapl1234c", []string{"IN_PAN aaapl1234c"}},
		{"Israel", "מספר תעודת הזהות שלי 123456782", []string{"IL_ID 123456782"}},
		{"Italy, with dots", "C.F. rccmnl83s18d969h", []string{"IT_FISCAL_CODE rccmnl83s18d969h"}},
		{"Korea, with a blank", "주민등록 번호 9001011234567", []string{"KR_RRN 9001011234567"}},
		{"Norway", "fødselsnummeret mitt 15108695088", []string{"NO_FNR 15108695088"}},
		{"Serbia", "матични број 0101006500006", []string{"SI_EMSO 0101006500006"}},
		{"South Africa", "ID nommer 8001015009087", []string{"ZA_ID 8001015009087"}},
		{"Spain", "NSS: 281234567840", []string{"ES_NUSS 281234567840"}},
		{"Sweden", "pers.nr 6709199530", []string{"SE_PERSONNUMMER 6709199530"}},
		{"Türkiye", "TC: 17291716060", []string{"TR_TCKN 17291716060"}},
		{"an order in Turkish", "sipariş no 17291716060", nil},
		{"an order in Serbian", "поруџбина број 0101006500006", nil},
		{"an order in Swedish", "ordernr 6709199530", nil},
		{"how are you", "how r u 12345", nil},
	})
}
