package detect

import "testing"

func TestMexico(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"CURP", "la BOXW310820HNERXN09 de", []string{"MX_CURP BOXW310820HNERXN09"}},
		{"CURP in small letters beside its name", "curp: boxw310820hnerxn09", []string{"MX_CURP boxw310820hnerxn09"}},
		{"CURP with a wrong digit", "BOXW310820HNERXN08", nil},
		{"CURP with a month that is none", "BOXW311320HNERXN09", nil},
		{"CURP of a state that is none", "BOXW310820HXXRXN09", nil},
		{"RFC of a person", "GODE561231GR8", []string{"MX_RFC GODE561231GR8"}},
		{"RFC of a company", "MAB9307148T4", []string{"MX_RFC MAB9307148T4"}},
		{"RFC typed wrong beside its name", "RFC GODE561231GR7", []string{"MX_RFC GODE561231GR7"}},
		{"RFC typed wrong", "part GODE561231GR7", nil},
		{"RFC with a day that is none", "rfc GODE561232GR8", nil},
	})
}
