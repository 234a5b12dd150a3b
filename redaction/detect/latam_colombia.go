package detect

// The cedula detector finds citizens' numbers of Colombia beside a word: six to eight digits, or ten from 1,000,000,000 on, often with
// dots. There is no check digit (Registraduría Nacional del Estado Civil, NUIP,
// https://es.wikipedia.org/wiki/C%C3%A9dula_de_ciudadan%C3%ADa_(Colombia)).
var coCedula = identifier{
	named: []string{
		"999999", "9999999", "99999999", "9999999999", "999.999", "9.999.999", "99.999.999", "9.999.999.999",
	},
	check: func(d []byte) bool { return d[0] != '0' && (len(d) < 10 || d[0] == '1') },
}.detector(COCedula, PackLatAm, "cédula", "cedula", "cÉdula", "cédulas", "cedulas", "ciudadanía", "ciudadania", "nuip")
