package detect

// vin finds vehicle identification numbers (ISO 3779): 17 capitals and digits without I, O and Q. North America and China have a check
// digit at the ninth place (49 CFR 565.15), other countries need not. A number of North America (first sign 1 to 5) with a right check
// digit and the four digits at its end that large makers have there is one by itself; any other needs context, and the check digit where
// it must have one.
var vin = Detector{
	Entities: []Entity{VIN}, Packs: PackVehicle,
	TokenSizes: []int{17}, Find: findVIN,
	Context: []string{
		"vin", "vins", "vehicle", "vehicles", "chassis", "car", "cars", "truck", "fahrgestellnummer", "fin", "chasis", "telaio", "bastidor",
	},
	Keys: []string{"vin", "vehicle vin", "vin number", "chassis number", "fahrgestellnummer"},
}

func findVIN(t *Text, at int) bool {
	const size = 17
	b := t.Bytes
	end := at + size
	digits, last := 0, true
	for i := at; i < end; i++ {
		c := b[i]
		if !is(c, digit|upper) || c == 'I' || c == 'O' || c == 'Q' {
			return false
		}
		if is(c, digit) {
			digits++
		} else if i >= end-4 {
			last = false
		}
	}
	checked := isVIN(b[at:end])
	american := b[at] >= '1' && b[at] <= '5'
	if american && !checked || is(byteAt(b, at-1), urlSafe|highByte) || is(byteAt(b, end), urlSafe|highByte) {
		return false
	}
	if !(american && last && digits < size-2) && !t.hasContext(at, end) {
		return false
	}
	return t.add(VIN, at, end, end)
}

// isVIN checks the check digit of 17 capitals and digits.
func isVIN(number []byte) bool {
	const values = "12345678.12345.7.923456789" // of A to Z
	weights := [17]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}
	sum := 0
	for i, c := range number {
		if is(c, upper) {
			c = values[c-'A']
		}
		sum += weights[i] * int(c-'0')
	}
	return number[8] == "0123456789X"[sum%11]
}
