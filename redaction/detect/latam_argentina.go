package detect

// The CUIT detector finds tax and labour numbers of Argentina (CUIT, CUIL, CDI): a type, eight digits, and a check digit modulo 11, 9 in
// place of 10 (Administración Federal de Ingresos Públicos,
// https://es.wikipedia.org/wiki/Clave_%C3%9Anica_de_Identificaci%C3%B3n_Tributaria, stdnum.ar.cuit of python-stdnum, read in November
// 2026).
var arCUIT = identifier{
	free:   []string{"99-99999999-9"},
	digits: []int{11},
	check: func(d []byte) bool {
		switch decimal(d[:2]) {
		case 20, 23, 24, 25, 26, 27, 30, 33, 34, 50, 51, 55:
			return min(elevens(weighted(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)), 9) == digitAt(d, 10)
		}
		return false
	},
}.detector(ARCUIT, PackLatAm, "cuit", "cuil", "cdi", "afip", "clave unica", "clave única", "identificación tributaria",
	"identificacion tributaria")
