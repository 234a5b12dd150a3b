package detect

// commonPairs holds, for each letter, the letters that often follow it: the 230 of 676 pairs that make up 95 % of those in the words of the
// documentation and source code of Go and of this project. Of the pairs in random letters they make up 34 %.
var commonPairs = buildPairs([26]string{
	"bcdgiklmnprstuvxy", "aeilosuy", "aehiklortu", "adeilors", "acdefglmnpqrstvwxy", "aefiloru", "ehios", "aeiot", "abcdefglmnoprstvxz",
	"", "aei", "adeilostuy", "abeiopu", "acdefgilnostuvy", "bcdfgiklmnoprstuvw", "aeiloprstuy", "u", "acdefimnorstuvy", "acehilopstuy",
	"acehiloprstuy", "acefilmnprst", "aei", "aehinor", "pt", "pst", "e",
})

func buildPairs(follow [26]string) (pairs [26]uint32) {
	for i, letters := range follow {
		for _, c := range letters {
			pairs[i] |= 1 << (c - 'a')
		}
	}
	return pairs
}

// isRandom reports whether value is random characters rather than words, names and numbers: of the pairs of neighbours that tell something,
// a good part is rare in words. Pairs of two digits, with a sign, or of a small letter and a capital tell nothing; a digit beside
// a letter is rare.
func isRandom(value []byte) bool {
	const least, share = 4, 3 // rare pairs; one of share pairs must be rare
	rare, told := countRare(value)
	return rare >= least && rare*share >= told
}

// countRare returns how many pairs of neighbours tell something, and how many of these are rare in words.
func countRare(value []byte) (rare, told int) {
	for i := 1; i < len(value); i++ {
		a, b := value[i-1], value[i]
		switch {
		case is(a, letter) && is(b, letter):
			if is(a, lower) && is(b, upper) {
				continue
			}
			told++
			if commonPairs[lowerByte(a)-'a']>>(lowerByte(b)-'a')&1 == 0 {
				rare++
			}
		case is(a, alnum) && is(b, alnum) && !(is(a, digit) && is(b, digit)):
			told++
			rare++
		}
	}
	return rare, told
}
