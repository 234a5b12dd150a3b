package detect

import "testing"

func TestBrazil(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"CPF in its form", "é 123.456.789-09.", []string{"BR_CPF 123.456.789-09"}},
		{"CPF in one run beside its name", "CPF: 12345678909", []string{"BR_CPF 12345678909"}},
		{"CPF in one run without a word", "ts 12345678909", nil},
		{"CPF with a wrong digit", "cpf 123.456.789-08", nil},
		{"CPF of one digit", "cpf 111.111.111-11", nil},
		{"CPF part of a longer number", "1.123.456.789-09", nil},
		{"CNPJ in its form", "11.222.333/0001-81", []string{"BR_CNPJ 11.222.333/0001-81"}},
		{"CNPJ with letters", "o 12.ABC.345/01DE-35.", []string{"BR_CNPJ 12.ABC.345/01DE-35"}},
		{"CNPJ in one run beside its name", "CNPJ 11222333000181 12ABC34501DE35", []string{"BR_CNPJ 11222333000181", "BR_CNPJ 12ABC34501DE35"}},
		{"CNPJ in one run without a word", "ts 11222333000181 12ABC34501DE35", nil},
		{"CNPJ with a wrong digit", "11.222.333/0001-82 12.ABC.345/01DE-36", nil},
	})
}
