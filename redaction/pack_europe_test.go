package redaction_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestPacksOfEurope(t *testing.T) {
	t.Parallel()
	checkPacks(t, []string{"default", "uk", "eu"}, []packCase{
		{"a number of JSON under a key that names it", `{"pesel":44051401359,"count":44051401359}`, `{"pesel":"<PL_PESEL>","count":44051401359}`},
		{"a key that is replaced whole", `{"plz":"80331","address":{"Postleitzahl":80331}}`, `{"plz":"<DE_PLZ>","address":{"Postleitzahl":"<DE_PLZ>"}}`},
		{"JSON in JSON", `{"arguments":"{\"nhs_number\":\"943 476 5919\"}"}`, `{"arguments":"{\"nhs_number\":\"<UK_NHS>\"}"}`},
		{"escaped", `["DNI \u00312345678Z"]`, `["DNI <ES_NIF>"]`},
		{"full width", "DNI １２３４５６７８Ｚ", "DNI <ES_NIF>"},
		{"a dash that is none of ASCII", "hetu 131052–308T", "hetu <FI_HETU>"},
		{"a blank that is none of ASCII", "postcode SW1A\u00a01AA", "postcode <UK_POSTCODE>"},
		{"redacted before", "DNI <ES_NIF>, PLZ <DE_PLZ>", "DNI <ES_NIF>, PLZ <DE_PLZ>"},
	})
}

// packCase is a text and what the engine makes of it.
type packCase struct{ name, in, want string }

func checkPacks(t *testing.T, packs []string, cases []packCase) {
	t.Helper()
	e, err := redaction.New(redaction.Settings{Packs: packs})
	require.NoError(t, err)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally redaction.Tally
			got, _ := e.Text(c.in, redaction.Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.Zero(t, tally.Failures())
		})
	}
}
