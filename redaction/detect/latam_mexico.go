package detect

import "strings"

// Identifiers of Mexico.

// The CURP detector finds population registry codes: four letters of the name, the date of birth, the sex, the state, three consonants of
// the name, a character for the century, and a check digit modulo 10 (Registro Nacional de Población, instructivo normativo para la
// asignación de la CURP).
var mxCURP = identifier{
	free:  []string{"AAAA999999AAAAAAX9"},
	named: []string{"aaaa999999aaaaaa99", "aaaa999999aaaaaaa9"},
	check: isCURP,
}.detector(MXCURP, PackLatAm, "curp", "clave Única", "registro población", "clave única", "clave unica")

func isCURP(code []byte) bool {
	if !isShortDate(code[4:]) || strings.IndexByte("HMX", code[10]) < 0 || !isMexicanState(string(code[11:13])) {
		return false
	}
	sum := 0
	for i, c := range code[:17] {
		value := letterValue(c)
		if c > 'N' {
			value++ // Ñ lies between
		}
		sum += value * (18 - i)
	}
	return tens(sum) == digitAt(code, 17)
}

// isMexicanState reports whether a CURP may have this place of birth; NE is one abroad.
func isMexicanState(state string) bool {
	switch state {
	case "AS", "BC", "BS", "CC", "CH", "CL", "CM", "CS", "DF", "DG", "GR", "GT", "HG", "JC", "MC", "MN", "MS", "NE", "NL", "NT", "OC",
		"PL", "QR", "QT",
		"SL", "SP", "SR", "TC", "TL", "TS", "VZ", "YN", "ZS":
		return true
	}
	return false
}

// The RFC detector finds tax registry codes: four letters for persons or three for companies, a date, two characters, and a check
// character modulo 11 (Servicio de Administración Tributaria,
// https://es.wikipedia.org/wiki/Registro_Federal_de_Contribuyentes_(M%C3%A9xico), stdnum.mx.rfc
// of python-stdnum, read in November 2026). Beside a word the check
// character may be wrong, as in some that were given out. Codes with & or Ñ are not found.
var mxRFC = identifier{
	free:  []string{"AAAA999999XXX", "AAA999999XXX"},
	named: []string{"aaaa999999XXX", "aaa999999XXX"},
	plausible: func(code []byte) bool {
		return isShortDate(code[len(code)-9:]) && rfcCheck(code[:len(code)-1]) == code[len(code)-1]
	},
	check: func(code []byte) bool { return isShortDate(code[len(code)-9:]) },
}.detector(MXRFC, PackLatAm, "rfc", "contribuyentes", "r f", "registro federal")

// rfcCheck returns the check character of a code without it. Codes of companies are one character shorter, a blank before them.
func rfcCheck(code []byte) byte {
	const values = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ "
	sum := 0
	if len(code) == 11 {
		sum = 13 * strings.IndexByte(values, ' ')
	}
	for i, c := range code {
		sum += strings.IndexByte(values, c) * (len(code) + 1 - i)
	}
	return "0123456789A"[elevens(sum)]
}
