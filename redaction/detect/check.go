package detect

import "strings"

// checks are the validators that users' rules can name, each of the digits, or of the letters and digits, in a match.
var checks = []struct {
	name string
	of   charset
	run  func(b []byte) bool
}{
	{"luhn", digit, func(d []byte) bool { return len(d) > 1 && luhn(d) }},
	{"iso7064_mod97", alnum, func(d []byte) bool { return len(d) > 4 && mod97(d) }},
}

// Checks returns the names of the validators, in a fixed order.
func Checks() []string {
	names := make([]string, 0, len(checks))
	for i := range checks {
		names = append(names, checks[i].name)
	}
	return names
}

// Check returns the validator of a name: luhn looks at the digits of a text (ISO/IEC 7812-1), iso7064_mod97 at its letters and digits (ISO
// 7064 as in IBANs, check digits third and fourth). It returns nil for a name that is none.
func Check(name string) func(b []byte) bool {
	for i := range checks {
		if c := &checks[i]; c.name == name {
			return func(b []byte) bool { return c.run(only(b, c.of)) }
		}
	}
	return nil
}

// only returns the bytes of b that are of set, in upper case.
func only(b []byte, set charset) []byte {
	kept := make([]byte, 0, len(b))
	for _, c := range b {
		if is(c, set) {
			if is(c, lower) {
				c &^= 0x20
			}
			kept = append(kept, c)
		}
	}
	return kept
}

// IsContext reports whether words can be a context word: one word, or two with a blank between, of small letters, each of up to contextWord
// bytes.
func IsContext(words string) bool {
	first, second, two := strings.Cut(words, " ")
	return isContextWord(first) && (!two || isContextWord(second))
}

func isContextWord(w string) bool {
	if w == "" || len(w) > contextWord {
		return false
	}
	for i := range len(w) {
		if classes[w[i]]&(lower|highByte) == 0 {
			return false
		}
	}
	return true
}
