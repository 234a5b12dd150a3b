package detect

// Helpers that the validators of official identifiers share. They take ASCII digits, or digits and capitals where they say so.

// weighted returns the sum of the digits of id times the weights, for as many digits as there are weights.
func weighted(id []byte, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(id[i]-'0')
	}
	return sum
}

// decimal returns the number that at most 18 digits stand for.
func decimal(id []byte) int {
	n := 0
	for _, c := range id {
		n = 10*n + int(c-'0')
	}
	return n
}

// digitAt returns the digit id[i] as a number.
func digitAt(id []byte, i int) int { return int(id[i] - '0') }

// mod11x10 reports whether the last of some digits is the check digit that ISO/IEC 7064, MOD 11,10, gives for the others.
func mod11x10(id []byte) bool {
	product := 10
	for i := range len(id) - 1 {
		sum := (product + digitAt(id, i)) % 10
		if sum == 0 {
			sum = 10
		}
		product = 2 * sum % 11
	}
	return (product+digitAt(id, len(id)-1))%10 == 1
}

// isDayOfMonth reports whether a month has such a day, in a leap year if need be.
func isDayOfMonth(day, month int) bool {
	if day < 1 || month < 1 || month > 12 {
		return false
	}
	switch month {
	case 2:
		return day <= 29
	case 4, 6, 9, 11:
		return day <= 30
	}
	return day <= 31
}

// startsDDMM reports whether id starts with the day and the month of a date.
func startsDDMM(id []byte) bool { return isDayOfMonth(decimal(id[:2]), decimal(id[2:4])) }

// startsYYMMDD reports whether id starts with a date in two digits each.
func startsYYMMDD(id []byte) bool { return isDayOfMonth(decimal(id[4:6]), decimal(id[2:4])) }

// isDigits reports whether id consists of digits.
func isDigits(id []byte) bool {
	for _, c := range id {
		if !is(c, digit) {
			return false
		}
	}
	return true
}

// isOneDigit reports whether all bytes of id are the same, as in numbers that stand for none.
func isOneDigit(id []byte) bool {
	for _, c := range id {
		if c != id[0] {
			return false
		}
	}
	return true
}
