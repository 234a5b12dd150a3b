package e2e

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// packCanaries are the canaries of all packs. Those below are samples that issuers publish, or invented.
func packCanaries() []canary {
	return slices.Concat(canaries(), []canary{
		{name: "secret behind its name", entity: "SECRET", text: "acme_token=" + letters(28), core: letters(28)[4:]},
		{name: "ip address", entity: "IP_ADDRESS", text: "the host 198.51.100.217 said no", core: "198.51.100.217"},
		{name: "mac address", entity: "MAC_ADDRESS", text: "eth0 00:1A:2B:3C:4D:5E up", core: "00:1A:2B:3C:4D:5E"},
		{name: "aba routing", entity: "ABA_ROUTING", text: "routing number 121000358.", core: "121000358"},
		{name: "bank account", entity: "BANK_ACCOUNT", text: "my bank account number is 912803456", core: "912803456"},
		{name: "swift bic", entity: "SWIFT_BIC", text: "SWIFT: DEUTDEFF", core: "DEUTDEFF"},
		{name: "us ein", entity: "US_EIN", text: "the EIN 12-3456789 of", core: "12-3456789"},
		{name: "us passport", entity: "US_PASSPORT", text: "passport number 123456789", core: "123456789"},
		{name: "us driver license", entity: "US_DRIVER_LICENSE", text: "my driver's license is 1234567", core: "1234567"},
		{name: "ca sin", entity: "CA_SIN", text: "his 123-456-782 is known", core: "123-456-782"},
		{name: "uk nhs", entity: "UK_NHS", text: "NHS number: 943 476 5919", core: "943 476 5919"},
		{name: "uk utr", entity: "UK_UTR", text: "UTR 3282497350", core: "3282497350"},
		{name: "uk driving licence", entity: "UK_DRIVING_LICENCE", text: "LEE99801015J99EF,", core: "LEE99801015J99EF"},
		{name: "uk postcode", entity: "UK_POSTCODE", text: "postcode DN551PT", core: "DN551PT"},
		{name: "uk passport", entity: "UK_PASSPORT", text: "passport no. 123456789", core: "123456789"},
		{name: "at svnr", entity: "AT_SVNR", text: "SVNR 1237 010180", core: "1237 010180"},
		{name: "be national number", entity: "BE_NATIONAL_NUMBER", text: "rijksregisternummer 85 07 30 033 28", core: "85 07 30 033 28"},
		{name: "bg egn", entity: "BG_EGN", text: "ЕГН 7523169263", core: "7523169263"},
		{name: "ch ahv", entity: "CH_AHV", text: "AHV 7569217076985", core: "7569217076985"},
		{name: "cz sk birth number", entity: "CZ_SK_BIRTH_NUMBER", text: "rodné číslo 7103192745", core: "7103192745"},
		{name: "de tax id", entity: "DE_TAX_ID", text: "Steuer-ID 36574261809", core: "36574261809"},
		{name: "de social security", entity: "DE_SOCIAL_SECURITY", text: "Rentenversicherungsnummer 10010490a443", core: "10010490a443"},
		{name: "de health insurance", entity: "DE_HEALTH_INSURANCE", text: "KVNR M123456785", core: "M123456785"},
		{name: "de tax number", entity: "DE_TAX_NUMBER", text: "Steuernummer 181/815/08155", core: "181/815/08155"},
		{name: "de vat id", entity: "DE_VAT_ID", text: "it is DE136695976, thanks", core: "DE136695976"},
		{name: "de plz", entity: "DE_PLZ", text: "PLZ 80331 München", core: "80331"},
		{name: "dk cpr", entity: "DK_CPR", text: "CPR 2110625629", core: "2110625629"},
		{name: "ee isikukood", entity: "EE_ISIKUKOOD", text: "isikukood 51501010056", core: "51501010056"},
		{name: "es nie", entity: "ES_NIE", text: "it is X1234567-L, thanks", core: "X1234567-L"},
		{name: "es nif", entity: "ES_NIF", text: "DNI 54362315K", core: "54362315K"},
		{name: "es nuss", entity: "ES_NUSS", text: "número de afiliación 281234567840", core: "281234567840"},
		{name: "fi hetu", entity: "FI_HETU", text: "010516B903X,", core: "010516B903X"},
		{name: "fr nir", entity: "FR_NIR", text: "Sécurité sociale : 295109912611193", core: "295109912611193"},
		{name: "fr nif", entity: "FR_NIF", text: "numéro fiscal 07 01 987 765 493", core: "07 01 987 765 493"},
		{name: "gr amka", entity: "GR_AMKA", text: "ΑΜΚΑ 01013099997", core: "01013099997"},
		{name: "gr afm", entity: "GR_AFM", text: "ΑΦΜ: 094259216", core: "094259216"},
		{name: "hr oib", entity: "HR_OIB", text: "OIB 33392005961", core: "33392005961"},
		{name: "hu tax id", entity: "HU_TAX_ID", text: "adóazonosító jel: 8365670003", core: "8365670003"},
		{name: "ie ppsn", entity: "IE_PPSN", text: "PPS 6433435F", core: "6433435F"},
		{name: "is kennitala", entity: "IS_KENNITALA", text: "kennitala 450401-3150", core: "450401-3150"},
		{name: "it fiscal code", entity: "IT_FISCAL_CODE", text: "cf: CNTCHR83T41D969D.", core: "CNTCHR83T41D969D"},
		{name: "it vat code", entity: "IT_VAT_CODE", text: "partita IVA 00743110157", core: "00743110157"},
		{name: "lt asmens kodas", entity: "LT_ASMENS_KODAS", text: "asmens kodas 33309240064", core: "33309240064"},
		{name: "lv personas kods", entity: "LV_PERSONAS_KODS", text: "personas kods 16117519997", core: "16117519997"},
		{name: "nl bsn", entity: "NL_BSN", text: "BSN 111222333", core: "111222333"},
		{name: "no fnr", entity: "NO_FNR", text: "fødselsnummer 151086 95088", core: "151086 95088"},
		{name: "pl pesel", entity: "PL_PESEL", text: "PESEL: 44051401359", core: "44051401359"},
		{name: "pl nip", entity: "PL_NIP", text: "NIP 856-734-62-15", core: "856-734-62-15"},
		{name: "pt nif", entity: "PT_NIF", text: "NIF 501964843", core: "501964843"},
		{name: "ro cnp", entity: "RO_CNP", text: "CNP 1630615123457", core: "1630615123457"},
		{name: "se personnummer", entity: "SE_PERSONNUMMER", text: "pnr 196709199530", core: "196709199530"},
		{name: "se organisationsnummer", entity: "SE_ORGANISATIONSNUMMER", text: "orgnr 556703-7485", core: "556703-7485"},
		{name: "si emso", entity: "SI_EMSO", text: "EMŠO 0101006500006", core: "0101006500006"},
		{name: "si tax id", entity: "SI_TAX_ID", text: "davčna številka 50223054", core: "50223054"},
		{name: "tr tckn", entity: "TR_TCKN", text: "TC Kimlik No: 17291716060", core: "17291716060"},
		{name: "tr license plate", entity: "TR_LICENSE_PLATE", text: "Plaka numarası 06 A 1234", core: "06 A 1234"},
		{name: "es passport", entity: "ES_PASSPORT", text: "pasaporte AAA123456", core: "AAA123456"},
		{name: "it driver license", entity: "IT_DRIVER_LICENSE", text: "patente AA0123456B", core: "AA0123456B"},
		{name: "it identity card", entity: "IT_IDENTITY_CARD", text: "carta d'identità CA12345AA", core: "CA12345AA"},
		{name: "de id card", entity: "DE_ID_CARD", text: "Personalausweis L01X00T47", core: "L01X00T47"},
		{name: "de passport", entity: "DE_PASSPORT", text: "Reisepass C01X00T47", core: "C01X00T47"},
		{name: "it passport", entity: "IT_PASSPORT", text: "passaporto YA1234567", core: "YA1234567"},
		{name: "nl passport", entity: "NL_PASSPORT", text: "paspoort XR1001R58", core: "XR1001R58"},
		{name: "de fuehrerschein", entity: "DE_FUEHRERSCHEIN", text: "Führerschein B072RRE2I55", core: "B072RRE2I55"},
		{name: "au medicare", entity: "AU_MEDICARE", text: "see 2123 45670 1.", core: "2123 45670 1"},
		{name: "au tfn", entity: "AU_TFN", text: "TFN 123 456 782", core: "123 456 782"},
		{name: "cn ric", entity: "CN_RIC", text: "id 11010519491231002X.", core: "11010519491231002X"},
		{name: "hk hkid", entity: "HK_HKID", text: "id AB123456(9),", core: "AB123456(9)"},
		{name: "id nik", entity: "ID_NIK", text: "NIK: 3171011708450001", core: "3171011708450001"},
		{name: "in aadhaar", entity: "IN_AADHAAR", text: "is 2341 2341 2346, yes", core: "2341 2341 2346"},
		{name: "in gstin", entity: "IN_GSTIN", text: "GSTIN 27AAPFU0939F1ZV", core: "27AAPFU0939F1ZV"},
		{name: "in pan", entity: "IN_PAN", text: "the AAAPL1234C of", core: "AAAPL1234C"},
		{name: "in voter id", entity: "IN_VOTER_ID", text: "voter id ABC1234567", core: "ABC1234567"},
		{name: "in vehicle registration", entity: "IN_VEHICLE_REGISTRATION", text: "at KA01AB1234.", core: "KA01AB1234"},
		{name: "jp my number", entity: "JP_MY_NUMBER", text: "お客様のマイナンバーは123456789018です", core: "123456789018"},
		{name: "kr rrn", entity: "KR_RRN", text: "주민등록번호는 9001011234567입니다", core: "9001011234567"},
		{name: "kr brn", entity: "KR_BRN", text: "사업자등록번호: 1048213138", core: "1048213138"},
		{name: "my nric", entity: "MY_NRIC", text: "MyKad 900101145678", core: "900101145678"},
		{name: "nz ird", entity: "NZ_IRD", text: "IRD 49-091-850", core: "49-091-850"},
		{name: "pk cnic", entity: "PK_CNIC", text: "CNIC 3520212345671", core: "3520212345671"},
		{name: "sg nric", entity: "SG_NRIC", text: "NRIC S1234567A", core: "S1234567A"},
		{name: "sg uen", entity: "SG_UEN", text: "UEN T01FC6132D", core: "T01FC6132D"},
		{name: "th tnin", entity: "TH_TNIN", text: "เลขบัตรประชาชน1234567890121ค่ะ", core: "1234567890121"},
		{name: "tw id", entity: "TW_ID", text: "身分證字號 a123456789", core: "a123456789"},
		{name: "kr passport", entity: "KR_PASSPORT", text: "여권번호는 M123A4567입니다", core: "M123A4567"},
		{name: "kr driver license", entity: "KR_DRIVER_LICENSE", text: "운전면허 112212345612", core: "112212345612"},
		{name: "in passport", entity: "IN_PASSPORT", text: "passport J8369854", core: "J8369854"},
		{name: "au abn", entity: "AU_ABN", text: "ABN: 51824753556", core: "51824753556"},
		{name: "au acn", entity: "AU_ACN", text: "the ACN is 004085616.", core: "004085616"},
		{name: "ph tin", entity: "PH_TIN", text: "TIN: 000-123-456-000", core: "000-123-456-000"},
		{name: "ar cuit", entity: "AR_CUIT", text: "CUIT 20123456786", core: "20123456786"},
		{name: "br cpf", entity: "BR_CPF", text: "é 123.456.789-09.", core: "123.456.789-09"},
		{name: "br cnpj", entity: "BR_CNPJ", text: "o 12.ABC.345/01DE-35.", core: "12.ABC.345/01DE-35"},
		{name: "cl rut", entity: "CL_RUT", text: "de 10.000.013-K.", core: "10.000.013-K"},
		{name: "mx curp", entity: "MX_CURP", text: "la BOXW310820HNERXN09 de", core: "BOXW310820HNERXN09"},
		{name: "mx rfc", entity: "MX_RFC", text: "RFC GODE561231GR7", core: "GODE561231GR7"},
		{name: "ec cedula", entity: "EC_CEDULA", text: "cédula 1710034065", core: "1710034065"},
		{name: "uy cedula", entity: "UY_CEDULA", text: "C.I. 1.234.567-2", core: "1.234.567-2"},
		{name: "co cedula", entity: "CO_CEDULA", text: "cédula 1020304050", core: "1020304050"},
		{name: "pe dni", entity: "PE_DNI", text: "DNI 12345678", core: "12345678"},
		{name: "eg national id", entity: "EG_NATIONAL_ID", text: "الرقم القومي 29001011234567", core: "29001011234567"},
		{name: "ng nin", entity: "NG_NIN", text: "NIN: 12345678902", core: "12345678902"},
		{name: "ng vehicle registration", entity: "NG_VEHICLE_REGISTRATION", text: "at APP456CV.", core: "APP456CV"},
		{name: "za id", entity: "ZA_ID", text: "SA ID 8001015009087", core: "8001015009087"},
		{name: "il id", entity: "IL_ID", text: "תעודת זהות 123456782", core: "123456782"},
		{name: "us npi", entity: "US_NPI", text: "NPI 1234567893", core: "1234567893"},
		{name: "us dea", entity: "US_DEA", text: "the AB1234563 of", core: "AB1234563"},
		{name: "us mbi", entity: "US_MBI", text: "Medicare 1EG4TE5MK73", core: "1EG4TE5MK73"},
		{name: "medical record", entity: "MEDICAL_RECORD", text: "MRN: 00123456", core: "00123456"},
		{name: "vin", entity: "VIN", text: "saw 1M8GDM9AXKP042788 there", core: "1M8GDM9AXKP042788"},
		{name: "license plate", entity: "LICENSE_PLATE", text: "registration number AB51 ABC", core: "AB51 ABC"},
		{name: "person", entity: "PERSON", text: "my name is Jane Canaryworth, and", core: "Jane Canaryworth"},
		{name: "date of birth", entity: "DATE_OF_BIRTH", text: "born on 14 March 1983 in", core: "14 March 1983"},
		{name: "street address", entity: "STREET_ADDRESS", text: "my address is 742 Canary Street, Springfield, IL 62704", core: "742 Canary Street"},
		{name: "geo coordinates", entity: "GEO_COORDINATES", text: "GPS: 48.8584, 2.2945.", core: "48.8584, 2.2945"},
	})
}

// TestEveryEntityHasACanary, so that the hunt leaves out none that a detector can find.
func TestEveryEntityHasACanary(t *testing.T) {
	t.Parallel()
	planted := map[string]bool{}
	for _, c := range packCanaries() {
		planted[c.entity] = true
	}
	for _, entity := range redaction.PackEntities("all") {
		assert.True(t, planted[entity.String()], "%s has no canary", entity)
	}
}
