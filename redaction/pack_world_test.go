package redaction_test

import "testing"

func TestPacksOfTheWorld(t *testing.T) {
	t.Parallel()
	checkPacks(t, []string{"default", "us", "apac", "latam", "africa", "health"}, []packCase{
		{"a number of JSON under a key that names it", `{"cpf":12345678909,"count":12345678909}`, `{"cpf":"<BR_CPF>","count":12345678909}`},
		{"a key of two words", `{"patient_id":"00123456","order_id":"00123456"}`, `{"patient_id":"<MEDICAL_RECORD>","order_id":"00123456"}`},
		{"JSON in JSON", `{"arguments":"{\"nin\":\"12345678902\"}"}`, `{"arguments":"{\"nin\":\"<NG_NIN>\"}"}`},
		{"escaped", `["RRN \u003900101-1234567 BOXW310820\u0048NERXN09"]`, `["RRN <KR_RRN> <MX_CURP>"]`},
		{"escaped words in Chinese", `["\u8eab\u4efd\u8bc1\u53f7513231200012121657"]`, `["\u8eab\u4efd\u8bc1\u53f7<CN_RIC>"]`},
		{"full width", "ＮＲＩＣ Ｓ１２３４５６７Ｄ", "ＮＲＩＣ <SG_NRIC>"},
		{"Arabic digits", "الرقم القومي ٢٩٠٠١٠١١٢٣٤٥٦٧", "الرقم القومي <EG_NATIONAL_ID>"},
		{"dashes that are none of ASCII", "900101–14–5678", "<MY_NRIC>"},
		{"redacted before", "CPF <BR_CPF>, passport <US_PASSPORT>", "CPF <BR_CPF>, passport <US_PASSPORT>"},
	})
}
