package detect

// The RUT detector finds numbers of persons and companies of Chile: seven or eight digits and a check character of 0-9 or K modulo 11,
// dotted or beside a word (Servicio de Impuestos Internos, https://es.wikipedia.org/wiki/Rol_%C3%9Anico_Tributario).
var clRUT = identifier{
	free:   []string{"99.999.999-X", "9.999.999-X", "99.999.999-k", "9.999.999-k"},
	named:  []string{"99999999-X", "9999999-X", "99999999-k", "9999999-k", "99999999X", "9999999X", "99999999k", "9999999k"},
	digits: []int{8, 9},
	check:  isRUT,
}.detector(CLRUT, PackLatAm, "rut", "rol único", "rol Único", "r u", "mi run", "cédula", "cedula", "rol unico", "cédula identidad",
	"rutificador")

func isRUT(code []byte) bool {
	sum, weight := 0, 2
	last := len(code) - 1
	for i := last - 1; i >= 0; i-- {
		sum += digitAt(code, i) * weight
		if weight++; weight > 7 {
			weight = 2
		}
	}
	return "0123456789K"[elevens(sum)] == code[last]
}
