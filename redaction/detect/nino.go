package detect

// The NINO detector finds UK National Insurance numbers: two prefix letters, six digits, a suffix A to D. The letters D, F, I, Q, U
// and V stand in no prefix, O not second, and BG, GB, KN, NK, NT, TN and ZZ are not allocated (HM Revenue & Customs, National
// Insurance Manual NIM39110). Without spaces only capitals are accepted, unless a word stands beside: in small letters the form is that of a
// hash.
var nino = Detector{
	Entities: []Entity{NINO}, Codes: true, Numbers: &Digits{First: []int{2, 6}, Min: 6, Beside: followsPrefix}, Find: findNINO,
	Context: []string{"nino", "ninos", "ni number", "ni no", "national insurance", "nationalinsurance", "insurance number"},
}

// followsPrefix reports whether two letters and a gap stand before at.
func followsPrefix(b []byte, at, _ int) bool {
	return isNINOGap(byteAt(b, at-1)) && is(byteAt(b, at-2), letter) && is(byteAt(b, at-3), letter)
}

func findNINO(t *Text, at int) bool {
	b := t.Bytes
	if is(b[at], digit) {
		// "AB 12 34 56 C", "AB 123456 C": the letters are a token of their own.
		at -= 3
		if at < 0 || isAlnumAt(b, at-1) || !isNINOGap(b[at+2]) {
			return false
		}
	}
	if len(b)-at < 9 || !isNINOPrefix(b[at], b[at+1]) {
		return false
	}
	end, gaps := ninoEnd(b, at)
	if end == 0 || isAlnumAt(b, end) || gluedBehind(b, end) {
		return false
	}
	small := is(b[at], lower)
	if small != is(b[at+1], lower) || small != is(b[end-1], lower) || small && gaps < 4 && !t.hasContext(at, end) {
		return false
	}
	return t.add(NINO, at, end, end)
}

func isNINOGap(c byte) bool { return c == ' ' || c == '-' }

// ninoEnd returns the end of the digits and the suffix behind the prefix at at, and how many gaps lie before; 0 if they are not there.
func ninoEnd(b []byte, at int) (end, gaps int) {
	i := at + 2
	for k := range 7 {
		if k%2 == 0 && isNINOGap(byteAt(b, i)) {
			i++
			gaps++
		}
		if k == 6 {
			if c := byteAt(b, i) &^ 0x20; c < 'A' || c > 'D' {
				return 0, 0
			}
		} else if !isDigitAt(b, i) {
			return 0, 0
		}
		i++
	}
	return i, gaps
}

func isNINOPrefix(first, second byte) bool {
	if !is(first, letter) || !is(second, letter) {
		return false
	}
	pair := [2]byte{first &^ 0x20, second &^ 0x20}
	for _, c := range pair {
		switch c {
		case 'D', 'F', 'I', 'Q', 'U', 'V':
			return false
		}
	}
	switch string(pair[:]) {
	case "BG", "GB", "KN", "NK", "NT", "TN", "ZZ":
		return false
	}
	return pair[1] != 'O'
}
