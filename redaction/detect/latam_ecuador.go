package detect

// The cedula detector finds identity numbers of Ecuador beside a word: a province of 01 to 24 or 30, a digit of up to 5 (6 since 2023),
// six digits more, and a check digit of Luhn (Dirección General de Registro Civil,
// https://es.wikipedia.org/wiki/C%C3%A9dula_de_identidad_(Ecuador), stdnum.ec.ci of python-stdnum, read in November 2026).
var ecCedula = identifier{
	named:  []string{"999999999-9"},
	digits: []int{10},
	check: func(d []byte) bool {
		province := decimal(d[:2])
		return (province >= 1 && province <= 24 || province == 30) && d[2] <= '6' && luhn(d)
	},
}.detector(ECCedula, PackLatAm, "cédula", "cedula", "cÉdula", "cédulas", "cedulas", "identidad", "ciudadanía", "ciudadania")
