package detect

import "testing"

func TestSweden(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"with a dash", "670919-9530", []string{"SE_PERSONNUMMER 670919-9530"}},
		{"with the century", "19670919-9530", []string{"SE_PERSONNUMMER 19670919-9530"}},
		{"with a plus sign", "910314+4897", nil},
		{"of 12 digits, named", "pnr 196709199530", []string{"SE_PERSONNUMMER 196709199530"}},
		{"of 10 digits, named", "6709199530 är mitt personnummer", []string{"SE_PERSONNUMMER 6709199530"}},
		{"of 10 digits, not named", "6709199530 196709199530", nil},
		{"a coordination number", "samordningsnummer 210268+2396, 220090+2399",
			[]string{"SE_PERSONNUMMER 210268+2396", "SE_PERSONNUMMER 220090+2399"}},
		{"with a wrong check digit", "670919-9531", nil},
		{"with no date", "671319-9534", nil},
		{"with no date, named", "personnummer 200504422381", nil},
		{"in a longer dashed number", "1-670919-9530 670919-9530-1", nil},
		{"an organisation", "orgnr 556703-7485", []string{"SE_ORGANISATIONSNUMMER 556703-7485"}},
		{"an organisation, not named", "556703-7485", nil},
		{"an organisation with a wrong check digit", "orgnr 556703-7486", nil},
	})
}

func TestNorway(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"in groups", "fødselsnummer 151086 95088", []string{"NO_FNR 151086 95088"}},
		{"in one run", "fnr: 15108695088", []string{"NO_FNR 15108695088"}},
		{"without the word", "151086 95088 15108695088", nil},
		{"with wrong check digits", "fnr 15108695077", nil},
		{"with no date", "fnr 00008695088", nil},
	})
}

func TestDenmark(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"with a dash", "211062-5629", []string{"DK_CPR 211062-5629"}},
		{"in one run, named", "CPR 2110625629", []string{"DK_CPR 2110625629"}},
		{"of after 2007, named", "CPR-nummer 211062-5620", []string{"DK_CPR 211062-5620"}},
		{"of after 2007, not named", "211062-5620", nil},
		{"without the word", "2110625629", nil},
		{"with no date", "CPR 511062-5629", nil},
	})
}

func TestFinland(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"of last century", "131052-308T", []string{"FI_HETU 131052-308T"}},
		{"of this century", "010516B903X,", []string{"FI_HETU 010516B903X"}},
		{"of the century before", "131052+308T", []string{"FI_HETU 131052+308T"}},
		{"with a digit to check", "010594Y9032", []string{"FI_HETU 010594Y9032"}},
		{"in small letters, named", "hetu 131052a308t", []string{"FI_HETU 131052a308t"}},
		{"in small letters, not named", "131052-308t", nil},
		{"with a wrong check character", "131052-308U", nil},
		{"30 February", "300252-308Y", nil},
		{"a sign not in use", "131052G308T", nil},
		{"serial 001", "131052-001" + string("0123456789ABCDEFHJKLMNPRSTUVWXY"[131052001%31]), nil},
	})
}

func TestIceland(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"with a dash", "120174-3399", []string{"IS_KENNITALA 120174-3399"}},
		{"of a company, named", "kennitala 450401-3150", []string{"IS_KENNITALA 450401-3150"}},
		{"of a company, not named", "450401-3150", nil},
		{"in one run, named", "kennitala 1201743399", []string{"IS_KENNITALA 1201743399"}},
		{"in one run, not named", "1201743399", nil},
		{"with a wrong check digit", "530575-0299", nil},
		{"with no date", "320174-3399", nil},
		{"with a century to come", "120174-3391", nil},
	})
}

func TestBalticStates(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"Estonia", "isikukood 51501010056", []string{"EE_ISIKUKOOD 51501010056"}},
		{"Estonia, not named", "51501010056", nil},
		{"Estonia, with a wrong check digit", "isikukood 51501010057", nil},
		{"Estonia, with no date", "isikukood 51513010056", nil},
		{"Lithuania", "asmens kodas 33309240064", []string{"LT_ASMENS_KODAS 33309240064"}},
		{"Lithuania, not named", "33309240064", nil},
		{"Lithuania, with a wrong check digit", "asmens kodas 33309240065", nil},
		{"Latvia", "161175-19997", []string{"LV_PERSONAS_KODS 161175-19997"}},
		{"Latvia, in one run and named", "personas kods 16117519997", []string{"LV_PERSONAS_KODS 16117519997"}},
		{"Latvia, in one run and not named", "16117519997", nil},
		{"Latvia, with a wrong check digit", "161175-19998", nil},
		{"Latvia, with no date", "161375-19997", nil},
		{"Latvia, without a date, named", "personas kods 325035-11782", []string{"LV_PERSONAS_KODS 325035-11782"}},
		{"Latvia, without a date, not named", "325035-11782", nil},
	})
}
