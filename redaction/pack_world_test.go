package redaction_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestPacksOfTheWorld(t *testing.T) {
	t.Parallel()
	e, err := redaction.New(redaction.Settings{Packs: []string{"default", "us", "apac", "latam", "africa", "health"}})
	require.NoError(t, err)
	for _, c := range []struct{ name, in, want string }{
		{"a number of JSON under a key that names it", `{"cpf":12345678909,"count":12345678909}`, `{"cpf":"<BR_CPF>","count":12345678909}`},
		{"a key of two words", `{"patient_id":"00123456","order_id":"00123456"}`, `{"patient_id":"<MEDICAL_RECORD>","order_id":"00123456"}`},
		{"JSON in JSON", `{"arguments":"{\"nin\":\"12345678902\"}"}`, `{"arguments":"{\"nin\":\"<NG_NIN>\"}"}`},
		{"escaped", `["RRN \u003900101-1234567 BOXW310820\u0048NERXN09"]`, `["RRN <KR_RRN> <MX_CURP>"]`},
		{"escaped words in Chinese", `["\u8eab\u4efd\u8bc1\u53f7513231200012121657"]`, `["\u8eab\u4efd\u8bc1\u53f7<CN_RIC>"]`},
		{"full width", "ＮＲＩＣ Ｓ１２３４５６７Ｄ", "ＮＲＩＣ <SG_NRIC>"},
		{"Arabic digits", "الرقم القومي ٢٩٠٠١٠١١٢٣٤٥٦٧", "الرقم القومي <EG_NATIONAL_ID>"},
		{"dashes that are none of ASCII", "900101–14–5678", "<MY_NRIC>"},
		{"redacted before", "CPF <BR_CPF>, passport <US_PASSPORT>", "CPF <BR_CPF>, passport <US_PASSPORT>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally redaction.Tally
			got, _ := e.Text(c.in, redaction.Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.Zero(t, tally.Failures())
		})
	}
}
