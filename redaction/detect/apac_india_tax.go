package detect

// Identifiers of India for taxes.

// The PAN detector finds Permanent Account Numbers: five letters, of which the fourth says what the holder is, four digits, a letter
// (Income Tax Department, "Permanent Account Number", stdnum.in_.pan of python-stdnum, read in November 2026). The rule of the last
// letter is not published. Beside a word any fourth letter will do, and any ten characters with four digits in a row: a PAN typed wrong
// is one still.
var inPAN = identifier{
	free:  []string{"AAAAA9999A"},
	named: []string{"aaaaa9999a", "A9999XXXXX", "AX9999XXXX", "AXX9999XXX", "AXXX9999XX"},
	plausible: func(code []byte) bool {
		switch code[3] {
		case 'A', 'B', 'C', 'F', 'G', 'H', 'J', 'L', 'P', 'T', 'K', 'E':
			return string(code[5:9]) != "0000"
		}
		return false
	},
	check: always,
}.detector(INPAN, PackAPAC, "pan", "pancard", "पैन", "pannumber", "permanent account", "income tax")

// The GSTIN detector finds Goods and Services Tax Identification Numbers: a state, a PAN, the number of the registration, Z, and a check
// character modulo 36 (Goods and Services Tax Network, "Format of GSTIN"). The form is so much its own that the check character counts
// only for the states that came late: 38 (Ladakh), 97 (other territory) and 99 (centre).
var inGSTIN = identifier{
	free: []string{"99AAAAA9999AXZX"},
	check: func(code []byte) bool {
		switch state := decimal(code[:2]); {
		case code[12] == '0' || state == 0:
			return false
		case state <= 37:
			return true
		case state == 38 || state == 97 || state == 99:
			return gstinCheck(code[:14]) == letterValue(code[14])
		}
		return false
	},
}.detector(INGSTIN, PackAPAC, "gstin", "gst")

// gstinCheck returns the value of the check character: the digits, in base 36, of each character times 1 and 2 in turn are added.
func gstinCheck(code []byte) int {
	sum := 0
	for i, c := range code {
		product := letterValue(c) * (1 + i%2)
		sum += product/36 + product%36
	}
	return (36 - sum%36) % 36
}
