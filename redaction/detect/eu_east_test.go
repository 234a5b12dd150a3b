package detect

import "testing"

func TestPoland(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"a PESEL", "PESEL: 44051401359", []string{"PL_PESEL 44051401359"}},
		{"in groups", "PESEL 440514 01359", []string{"PL_PESEL 440514 01359"}},
		{"a PESEL, not named", "44051401359", nil},
		{"a PESEL with a wrong check digit", "PESEL 44051401358", nil},
		{"a NIP", "NIP 856-734-62-15", []string{"PL_NIP 856-734-62-15"}},
		{"a NIP in one run", "nip=8567346215", []string{"PL_NIP 8567346215"}},
		{"a NIP, not named", "856-734-62-15", nil},
		{"a NIP with a wrong check digit", "NIP 8567346216", nil},
	})
}

func TestCzechia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"with a slash", "710319/2745", []string{"CZ_SK_BIRTH_NUMBER 710319/2745"}},
		{"in one run, named", "rodné číslo 7103192745", []string{"CZ_SK_BIRTH_NUMBER 7103192745"}},
		{"of nine digits, named", "rodné číslo 640903/926", []string{"CZ_SK_BIRTH_NUMBER 640903/926"}},
		{"of nine digits, not named", "640903/926", nil},
		{"of a month in use from 2004 on", "053219/0010", []string{"CZ_SK_BIRTH_NUMBER 053219/0010"}},
		{"of that month before 2004", "033219/0001", nil},
		{"of nine digits and no date", "rodné číslo 641303/926", nil},
		{"in one run, not named", "7103192745", nil},
		{"with a wrong check digit", "710319/2746", nil},
		{"with no date, not named", "110349/2745", nil},
		{"part of a path", "/710319/2745/1", []string{"CZ_SK_BIRTH_NUMBER 710319/2745"}},
	})
}

func TestHungary(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"in one run", "adóazonosító jel: 8365670003", []string{"HU_TAX_ID 8365670003"}},
		{"in groups", "adóazonosító 836 567 0003", []string{"HU_TAX_ID 836 567 0003"}},
		{"not named", "8365670003", nil},
		{"with a wrong check digit", "adóazonosító jel: 8365670004", nil},
	})
}

func TestBalkanStates(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"Bulgaria", "ЕГН 7523169263", []string{"BG_EGN 7523169263"}},
		{"Bulgaria, in Latin letters", "EGN: 8032056031", []string{"BG_EGN 8032056031"}},
		{"Bulgaria, not named", "7523169263", nil},
		{"Bulgaria, with a wrong check digit", "EGN 7523169264", nil},
		{"Bulgaria, with no date", "EGN 8019010008", nil},
		{"Romania", "CNP 1630615123457", []string{"RO_CNP 1630615123457"}},
		{"Romania, not named", "1630615123457", nil},
		{"Romania, with a wrong check digit", "CNP 1630615123458", nil},
		{"Romania, with no date", "CNP 1632215123457", nil},
		{"Greece", "ΑΜΚΑ 01013099997", []string{"GR_AMKA 01013099997"}},
		{"Greece, not named", "01013099997", nil},
		{"Greece, with a wrong check digit", "AMKA 01013099999", nil},
		{"Greece, of taxes", "ΑΦΜ: 094259216", []string{"GR_AFM 094259216"}},
		{"Greece, of taxes, with a wrong check digit", "AFM 123456781", nil},
		{"Croatia", "OIB 33392005961", []string{"HR_OIB 33392005961"}},
		{"Croatia, not named", "33392005961", nil},
		{"Croatia, with a wrong check digit", "OIB 33392005962", nil},
		{"Slovenia", "EMŠO 0101006500006", []string{"SI_EMSO 0101006500006"}},
		{"Slovenia, in groups", "EMŠO 0101006 500006", []string{"SI_EMSO 0101006 500006"}},
		{"Slovenia, not named", "0101006500006", nil},
		{"Slovenia, with a wrong check digit", "EMŠO 0101006500007", nil},
		{"Slovenia, of taxes", "davčna številka 50223054", []string{"SI_TAX_ID 50223054"}},
		{"Slovenia, of taxes, with a wrong check digit", "davčna številka 50223055", nil},
	})
}

func TestTürkiye(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"named", "TC Kimlik No: 17291716060", []string{"TR_TCKN 17291716060"}},
		{"named by letters", "TCKN 10000000146", []string{"TR_TCKN 10000000146"}},
		{"not named", "17291716060", nil},
		{"with wrong check digits", "TCKN 17291716050", nil},
		{"a 0 first", "TCKN 07291716092", nil},
		{"a plate", "Plaka numarası 06 A 1234", []string{"TR_LICENSE_PLATE 06 A 1234"}},
		{"a plate in one run", "plaka 34ABC123", []string{"TR_LICENSE_PLATE 34ABC123"}},
		{"a plate, not named", "06 A 1234 16 GB 512", nil},
		{"a plate of no province", "plaka 82 AB 123", nil},
		{"a plate with a letter not in use", "plaka 34 WX 123", nil},
	})
}
