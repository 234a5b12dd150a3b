package detect

// swift finds business identifier codes (ISO 9362): four letters, the code of a country (ISO 3166-1), two letters or digits, and three
// more or none. They have no check digit and look like words in capitals, so one must follow right behind the words "SWIFT" or "BIC", and
// must not read like a word ("SWIFT code: REQUIRED").
var swift = Detector{
	Entities: []Entity{SWIFT}, Packs: PackBank,
	Starts: []string{"SWIFT", "BIC"},
	Words:  []string{"swift code", "swift number", "swift:", "swift/", "swift=", "bic:", "bic/", "bic="}, Find: findSWIFT,
	Keys: []string{"swift code", "swift bic", "bic", "bic code", "bic swift", "swiftcode", "swiftbic", "biccode"},
}

// swiftFillers may stand between the cue and the code.
var swiftFillers = []string{"code", "bic", "swift", "number", "no", "is", "address"}

func findSWIFT(t *Text, at int) bool {
	const gap, words = 6, 4
	b := t.Bytes
	i := t.runEndWithin(at, 8, letter)
	if !equalFold(b[at:i], "swift") && !equalFold(b[at:i], "bic") {
		return false
	}
	for range words {
		start := i
		for start < len(b) && start-i < gap && !is(b[start], alnum) {
			start++
		}
		end := t.runEndWithin(start, 12, alnum)
		if isSWIFT(b[start:end]) && !isAlnumAt(b, end) && !isWordLike(b[start:end]) {
			return t.add(SWIFT, start, end, end)
		}
		if !isOneOf(b[start:end], swiftFillers) {
			return false
		}
		i = end
	}
	return false
}

// isSWIFT checks the form of a code and its country.
func isSWIFT(code []byte) bool {
	if len(code) != 8 && len(code) != 11 {
		return false
	}
	for i, c := range code {
		if !is(c, upper) && (i < 6 || !is(c, digit)) {
			return false
		}
	}
	return isCountry(code[4], code[5])
}

// isWordLike reports whether code has letters alone, of which hardly any two neighbours are rare in words.
func isWordLike(code []byte) bool {
	rare := 0
	for i, c := range code {
		if !is(c, letter) {
			return false
		}
		if i > 0 && commonPairs[lowerByte(code[i-1])-'a']>>(lowerByte(c)-'a')&1 == 0 {
			rare++
		}
	}
	return rare == 0
}

// countries holds the two-letter codes of ISO 3166-1 (as of 2024), and XK for Kosovo, which banks use.
const countries = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZ" +
	"ECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZ" +
	"LALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQA" +
	"RERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"

var isCountryCode = buildCountries()

func buildCountries() (set [26 * 26]bool) {
	for i := 0; i < len(countries); i += 2 {
		set[int(countries[i]-'A')*26+int(countries[i+1]-'A')] = true
	}
	return set
}

// isCountry reports whether the capitals a and b are the code of a country.
func isCountry(a, b byte) bool { return isCountryCode[int(a-'A')*26+int(b-'A')] }
