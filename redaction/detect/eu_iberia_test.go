package detect

import "testing"

func TestSpain(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"a DNI", "54362315K", nil}, // a number of kilobytes
		{"a DNI that is named", "DNI 54362315K", []string{"ES_NIF 54362315K"}},
		{"a DNI with a dash", "55555555-K", nil},
		{"a DNI of another letter", "12345678-Z 12345678Z", []string{"ES_NIF 12345678-Z", "ES_NIF 12345678Z"}},
		{"a DNI with dots", "dni 12.345.678-Z", []string{"ES_NIF 12.345.678-Z"}},
		{"a DNI of seven digits", "dni 1111111G", []string{"ES_NIF 1111111G"}},
		{"a DNI of seven digits, not named", "1111111G", nil},
		{"a DNI with the wrong letter", "dni 54362315Z", nil},
		{"a NIE", "X1234567L Y8063915Z z8078221m", []string{"ES_NIE X1234567L", "ES_NIE Y8063915Z", "ES_NIE z8078221m"}},
		{"a NIE with a dash", "X1234567-L", []string{"ES_NIE X1234567-L"}},
		{"a NIE with the wrong letter", "Y8063915Q", nil},
		{"a NIE with the wrong start", "W8063915Q", nil},
		{"of social security", "NUSS 281234567840, NAF 28/12345678/40", []string{"ES_NUSS 281234567840", "ES_NUSS 28/12345678/40"}},
		{"of social security, with a short serial", "NUSS 28 1234567 " + "76", nil},
		{"of social security, not named", "281234567840", nil},
		{"a passport", "pasaporte AAA123456", []string{"ES_PASSPORT AAA123456"}},
		{"a passport, not named", "AAA123456", nil},
		{"a passport with a letter less", "pasaporte AA123456", nil},
	})
}

func TestPortugal(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"in one run", "NIF 501964843", []string{"PT_NIF 501964843"}},
		{"in groups", "contribuinte 501 964 843", []string{"PT_NIF 501 964 843"}},
		{"without the word", "501964843", nil},
		{"with a wrong check digit", "NIF 501964842", nil},
		{"a 0 first", "NIF 012345678", nil},
		{"a first digit not in use", "NIF 412345678", nil},
	})
}
