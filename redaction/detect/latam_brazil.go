package detect

// Identifiers of Brazil.

// The CPF detector finds numbers of natural persons: nine digits and two check digits modulo 11, as 000.000.000-00 or beside a word
// (Receita Federal, https://pt.wikipedia.org/wiki/Cadastro_de_Pessoas_F%C3%ADsicas).
var brCPF = identifier{
	free:   []string{"999.999.999-99", "999999999-99"},
	digits: []int{11},
	check: func(d []byte) bool {
		first := elevens(weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2)) % 10
		second := elevens(weighted(d, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) % 10
		return first == digitAt(d, 9) && second == digitAt(d, 10)
	},
}.detector(BRCPF, PackLatAm, "cpf", "cpfs", "cadastro pessoa", "pessoa física", "pessoa fisica", "pessoas físicas", "pessoas fisicas",
	"contribuinte")

// The CNPJ detector finds numbers of legal persons: twelve digits, or since July 2026 digits and capitals, and two check digits modulo
// 11, in which a letter counts as its ASCII code less 48 (Receita Federal, Instrução Normativa 2.229/2024 and Nota Técnica 49/2024, read
// in November 2026).
var brCNPJ = identifier{
	free: []string{
		"99.999.999/9999-99", "XX.XXX.XXX/9999-99",
		"XX.XXX.XXX/9XXX-99", "XX.XXX.XXX/X9XX-99", "XX.XXX.XXX/XX9X-99", "XX.XXX.XXX/XXX9-99", // looked for where there is a digit
	},
	named:  []string{"XXXXXXXXXXXX99"},
	digits: []int{14},
	check:  isCNPJ,
}.detector(BRCNPJ, PackLatAm, "cnpj", "cnpjs", "cadastro nacional", "pessoa jurídica", "pessoa juridica")

func isCNPJ(code []byte) bool {
	first := elevens(weighted(code, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 10
	second := elevens(weighted(code, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 10
	return first == digitAt(code, 12) && second == digitAt(code, 13)
}
