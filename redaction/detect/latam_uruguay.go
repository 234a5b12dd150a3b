package detect

// The cedula detector finds identity numbers of Uruguay: six or seven digits and a check digit modulo 10, as 0.000.000-0 or beside a word
// (Dirección Nacional de Identificación Civil, https://ciuy.readthedocs.io/es/stable/about.html, read in November 2026).
var uyCedula = identifier{
	free:   []string{"9.999.999-9"},
	named:  []string{"999.999-9"},
	digits: []int{7, 8},
	check: func(d []byte) bool {
		padded := [8]byte{'0'}
		copy(padded[8-len(d):], d)
		return weighted(padded[:], 8, 1, 2, 3, 4, 7, 6)%10 == digitAt(padded[:], 7)
	},
}.detector(UYCedula, PackLatAm, "cédula", "cedula", "cÉdula", "identidad")
