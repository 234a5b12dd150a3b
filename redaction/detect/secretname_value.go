package detect

import "bytes"

// What a value looks like that is a secret behind a name that may mean one: see [secretName].

// isNamedSecret reports whether value can be the secret that name speaks of.
func isNamedSecret(name secretName, value []byte) bool {
	if name == namePass {
		return len(value) >= minNamedPass && len(value) <= maxLooked && hasDigitAndLetter(value) && !hasAny(value, blank) &&
			!bytes.ContainsAny(value, "/(") && !isPasswordDummy(value) && !isQuantity(value) && !isVersionedName(value)
	}
	least := minNamedSecret
	if name == nameBare {
		least = minBareSecret
	}
	if name == nameNothing || len(value) < least || len(value) > maxNamedSecret {
		return false
	}
	if isAllDigits(value) {
		return name == nameSecret && len(value) >= minDigitSecret && distinct(value) > 3
	}
	if !isSecretText(value) || endsInVersion(value) || isConstant(value) || isLocator(value) {
		return false
	}
	if (name == nameKey || name == nameRandomPass) && isUUIDLike(value) {
		return false
	}
	return looksRandom(value) && isRandom(value)
}

// isQuantity reports whether value is a number with a unit, as "pass" and "pw" (page width) count: "1024px", "120.5ms".
func isQuantity(value []byte) bool {
	end := len(value)
	for end > 0 && is(value[end-1], letter) {
		end--
	}
	return end > 0 && isOneOf(value[end:], units) && isAll(value[:end], digit|dot)
}

// units are those in which programs count time, memory and places on a screen.
var units = []string{
	"s", "ms", "us", "ns", "min", "h", "d", "b", "k", "m", "g", "kb", "mb", "gb", "tb", "kib", "mib", "gib",
	"px", "pt", "em", "rem", "vw", "vh", "cm", "mm", "x",
}

// isVersionedName reports whether value is letters and the number of a version behind them ("PlaywrightV2").
func isVersionedName(value []byte) bool {
	end := numberStart(value)
	return end < len(value) && end > 1 && value[end-1] == 'V' && is(value[end-2], lower) && isAll(value[:end], letter)
}

// isSecretText reports whether value is one token of the characters of keys, and no path, URL, host name, call or name.
func isSecretText(value []byte) bool {
	padded := len(value) > 0 && value[len(value)-1] == '=' // as Base64 is and no path: a slash may stand anywhere
	slashes, digits := 0, 0
	for i, c := range value {
		switch {
		case is(c, digit):
			digits++
		case c == '/':
			if i == 0 && !padded || i > 0 && (value[i-1] == ':' || value[i-1] == '.') {
				return false
			}
			slashes++
		case classes[c]&(token68) == 0 && c != ':' && c != '!' && c != '$' && c != '#' && c != '%' && c != '&' && c != '*' && c != '^' && c != '@':
			return false
		}
	}
	if slashes > len(value)/16+1 && !padded {
		return false
	}
	return digits > 0 && digits < len(value) || digits == 0 && isRandomLetters(value)
}

// endsInVersion reports whether value ends as names of software do: "-1.2.3".
func endsInVersion(value []byte) bool {
	i, dots := len(value), 0
	for i > 0 && is(value[i-1], digit|dot) {
		i--
		if value[i] == '.' {
			dots++
		}
	}
	return dots > 0 && i > 0 && (is(value[i-1], dash|underscore) || value[i-1] == ':' || value[i-1] == '@')
}

// isRandomLetters reports whether value, which holds no digit, is random letters of both cases, which the names of software hardly ever are.
func isRandomLetters(value []byte) bool {
	const least, rareOnes = 12, 5
	rare, told := countRare(value)
	return len(value) >= least && hasBothCases(value) && rare >= rareOnes && rare*2 >= told
}

func hasBothCases(value []byte) bool {
	small, capital := false, false
	for _, c := range value {
		small, capital = small || is(c, lower), capital || is(c, upper)
	}
	return small && capital
}
