package detect

// The functions here judge digits as ASCII text.

// elevens returns the check digit that makes a sum with it divisible by 11: 0 to 10.
func elevens(sum int) int { return (11 - sum%11) % 11 }

// tens returns the check digit that makes a sum with it divisible by 10.
func tens(sum int) int { return (10 - sum%10) % 10 }

// isDay reports whether there may be such a day. Of a year of two digits the century is not known.
func isDay(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return day <= days
}

// isShortDate reports whether d starts with a date of six digits, year first.
func isShortDate(d []byte) bool {
	return isDay(decimal(d[:2]), decimal(d[2:4]), decimal(d[4:6]))
}

// isVerhoeff reports whether the check digit of J. Verhoeff, Error detecting decimal codes (1969), over the dihedral group of order 10, is
// right. The group is counted with: rotations 0-4, reflections 5-9.
func isVerhoeff(d []byte) bool {
	// Row i is the permutation of position i from the right, i modulo 8.
	const permutations = "0123456789" + "1576283094" + "5803796142" + "8916043527" + "9453126870" + "4286573901" + "2793806415" + "7046913258"
	check := 0
	for i := range d {
		check = dihedral(check, int(permutations[i%8*10+digitAt(d, len(d)-1-i)]-'0'))
	}
	return check == 0
}

// dihedral is the operation of the dihedral group of order 10.
func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return (a+b)%5 + 5
	case b < 5:
		return (a+5-b)%5 + 5
	default:
		return (a + 5 - b) % 5
	}
}

// letterValue returns 10 for A to 35 for Z, and the number of a digit.
func letterValue(c byte) int {
	if is(c, digit) {
		return int(c - '0')
	}
	return int(c-'A') + 10
}

// inRanges reports whether n lies in one of the ranges of ascending from and to.
func inRanges(n int, ranges ...[2]int) bool {
	for _, r := range ranges {
		if n >= r[0] && n <= r[1] {
			return true
		}
	}
	return false
}
