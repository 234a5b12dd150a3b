package detect

// The DNI detector finds identity numbers of Peru beside a word: eight digits, and sometimes a check character behind a dash, which is
// not looked at: it is a digit or a letter of which there are two tables (Registro Nacional de Identificación y Estado Civil,
// https://es.wikipedia.org/wiki/Documento_Nacional_de_Identidad_(Per%C3%BA)). Argentina's DNI of eight digits has the same form.
var peDNI = identifier{
	named: []string{"99999999-X", "99999999", "99.999.999"},
	check: always,
}.detector(PEDNI, PackLatAm, "dni", "documento nacional", "nacional identidad", "reniec")
