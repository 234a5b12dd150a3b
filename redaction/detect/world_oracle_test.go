package detect

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// worldPacks are the packs whose detectors are made of identifiers.
const worldPacks = PackUS | PackAPAC | PackLatAm | PackAfrica | PackHealth

// worldOracle judges an identifier another way than the detectors do: a pattern over letters and digits, and arithmetic as the public
// pages have it, slow and plain. Where a word beside it is enough to take a number without its check digit, the pattern is all there is.
type worldOracle struct {
	pattern string
	valid   func(s string) bool
}

func any36(string) bool { return true }

// sumOf adds each digit of s times the weight at its place, from the left.
func sumOf(s, weights string) int {
	sum := 0
	for i, w := range strings.Fields(weights) {
		weight, _ := strconv.Atoi(w)
		sum += int(s[i]-'0') * weight
	}
	return sum
}

func digitOf(s string, i int) int { return int(s[i] - '0') }

// plainLuhn doubles by a table.
func plainLuhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d = []int{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}[d]
		}
		sum += d
	}
	return sum%10 == 0
}

// plainVerhoeff uses the multiplication table as it is printed.
func plainVerhoeff(s string) bool {
	product := []string{
		"0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043", "8765932104",
		"9876543210",
	}
	permuted := func(times int, d byte) byte {
		for range times % 8 {
			d = "1576283094"[d-'0']
		}
		return d
	}
	c := byte('0')
	for i := range len(s) {
		c = product[c-'0'][permuted(i, s[len(s)-1-i])-'0']
	}
	return c == '0'
}

// plainDate uses the calendar of the standard library.
func plainDate(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}

// shortDate is a date of six digits in this century or the last.
func shortDate(s string) bool { return plainDate("20060102", "19"+s) || plainDate("20060102", "20"+s) }

// base36 is the number that s stands for in base 36.
func base36(s string) int { n, _ := strconv.ParseInt(s, 36, 64); return int(n) }

var worldOracles = map[Entity]worldOracle{
	EIN:             {`\d{9}`, any36},
	USPassport:      {`[A-Z]?\d{8}\d?`, any36},
	USDriverLicense: {`[A-Z0-9*]{7,19}`, any36},
	CASIN:           {`[1-79]\d{8}`, plainLuhn},
	AUABN: {`[1-9]\d{10}`, func(s string) bool {
		n, _ := strconv.Atoi(s)
		return sumOf(strconv.Itoa(n - 10_000_000_000 + 100_000_000_000)[1:], "10 1 3 5 7 9 11 13 15 17 19")%89 == 0
	}},
	AUACN: {`\d{9}`, func(s string) bool { return (sumOf(s, "8 7 6 5 4 3 2 1")+digitOf(s, 8))%10 == 0 }},
	AUMedicare: {`[2-6]\d{9,10}`, func(s string) bool {
		return sumOf(s, "1 3 7 9 1 3 7 9")%10 == digitOf(s, 8)
	}},
	AUTFN: {`\d{8,9}`, func(s string) bool {
		return len(s) == 8 && sumOf(s, "10 7 8 4 6 3 5 1")%11 == 0 || len(s) == 9 && sumOf(s, "1 4 3 7 5 8 6 9 10")%11 == 0
	}},
	CNRIC: {`\d{17}[0-9X]`, func(s string) bool {
		// ISO 7064 MOD 11-2: the number with weights of powers of 2 leaves 1.
		sum := 0
		for i := range 18 {
			value := strings.IndexByte("0123456789X", s[i])
			sum += value * int(new(big.Int).Exp(big.NewInt(2), big.NewInt(int64(17-i)), big.NewInt(11)).Int64())
		}
		return sum%11 == 1 && plainDate("20060102", s[6:14])
	}},
	HKHKID: {`[A-Z]{1,2}\d{6}[0-9A]`, func(s string) bool {
		sum := 36 * 9
		if len(s) == 9 {
			sum, s = base36(s[:1])*9, s[1:]
		}
		sum += base36(s[:1]) * 8
		return (sum+sumOf(s[1:], "7 6 5 4 3 2")+base36(s[7:]))%11 == 0
	}},
	IDNIK: {`\d{16}`, func(s string) bool {
		day, _ := strconv.Atoi(s[6:8])
		if day > 40 {
			day -= 40
		}
		return shortDate(s[10:12] + s[8:10] + strconv.Itoa(day + 100)[1:])
	}},
	INAadhaar:  {`[2-9]\d{11}`, plainVerhoeff},
	INGSTIN:    {`\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]`, any36},
	INPAN:      {`[A-Z0-9]{10}`, any36},
	INVoterID:  {`[A-Z]{3}\d{7}`, any36},
	INPassport: {`[A-Z][1-9]\d{5}[1-9]`, any36},
	INVehicle:  {`[A-Z]{1,3}[0-9A-Z]*\d{3,4}`, any36},
	JPMyNumber: {`\d{12}`, func(s string) bool {
		remainder, check := sumOf(s, "6 5 4 3 2 7 6 5 4 3 2")%11, 0
		if remainder > 1 {
			check = 11 - remainder
		}
		return check == digitOf(s, 11)
	}},
	KRRRN: {`\d{6}[1-8]\d{6}`, func(s string) bool {
		century := map[bool]string{true: "19", false: "20"}[strings.ContainsRune("1256", rune(s[6]))]
		return plainDate("20060102", century+s[:6])
	}},
	KRBRN: {`\d{10}`, func(s string) bool {
		return (sumOf(s, "1 3 7 1 3 7 1 3 5")+digitOf(s, 8)*5/10+digitOf(s, 9))%10 == 0
	}},
	KRPassport:      {`[MSRODGT](\d{8}|\d{3}[A-Z]\d{4})`, any36},
	KRDriverLicense: {`[12]\d{11}`, any36},
	MYNRIC:          {`\d{12}`, func(s string) bool { return shortDate(s[:6]) }},
	NZIRD: {`\d{8,9}`, func(s string) bool {
		if len(s) == 8 {
			s = "0" + s
		}
		check := -sumOf(s, "3 2 7 6 5 4 3 2")
		if (check%11+11)%11 == 10 {
			check = -sumOf(s, "7 4 3 2 5 2 7 6")
		}
		return (check%11+11)%11 == digitOf(s, 8)
	}},
	PHTIN:  {`\d{9}(\d{3})?`, func(s string) bool { return sumOf(s, "9 8 7 6 5 4 3 2")%11 == digitOf(s, 8) }},
	PKCNIC: {`[1-7]\d{11}[1-9]`, any36},
	SGNRIC: {`[STFGM]\d{7}[A-Z]`, any36},
	SGUEN: {`\d{8,9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z]`, func(s string) bool {
		switch {
		case len(s) == 9:
			return "XMKECAWLJDB"[sumOf(s, "10 4 9 3 8 2 7 1")%11] == s[8]
		case s[0] <= '9':
			return "ZKCMDNERGWH"[sumOf(s, "10 8 6 4 9 7 5 3 1")%11] == s[9]
		}
		sum := 0
		for i, weight := range []int{4, 3, 5, 3, 10, 2, 2, 5, 7} {
			sum += strings.IndexByte("ABCDEFGHJKLMNPQRSTUVWX0123456789", s[i]) * weight
		}
		return "ABCDEFGHJKLMNPQRSTUVWX0123456789"[((sum-5)%11+11)%11] == s[9]
	}},
	THTNIN: {`[1-8]\d{12}`, func(s string) bool {
		return (11-sumOf(s, "13 12 11 10 9 8 7 6 5 4 3 2")%11)%10 == digitOf(s, 12)
	}},
	TWID: {`[A-Z][1289A-D]\d{8}`, func(s string) bool {
		numbers := map[byte]int{}
		for i, c := range []byte("ABCDEFGHJKLMNPQRSTUVXYWZIO") {
			numbers[c] = 10 + i
		}
		spelled := strconv.Itoa(numbers[s[0]])
		if s[1] >= 'A' {
			spelled += strconv.Itoa(numbers[s[1]])[1:] + s[2:]
		} else {
			spelled += s[1:]
		}
		return sumOf(spelled, "1 9 8 7 6 5 4 3 2 1 1")%10 == 0
	}},
	ARCUIT: {`\d{11}`, func(s string) bool {
		left := sumOf(s, "5 4 3 2 7 6 5 4 3 2") % 11
		return (left+digitOf(s, 10))%11 == 0 || left == 1 && s[10] == '9'
	}},
	BRCPF: {`\d{11}`, func(s string) bool {
		first, second := sumOf(s, "10 9 8 7 6 5 4 3 2")*10%11%10, sumOf(s, "11 10 9 8 7 6 5 4 3 2")*10%11%10
		return first == digitOf(s, 9) && second == digitOf(s, 10)
	}},
	BRCNPJ: {`[0-9A-Z]{12}\d{2}`, func(s string) bool {
		first, second := sumOf(s, "5 4 3 2 9 8 7 6 5 4 3 2")*10%11%10, sumOf(s, "6 5 4 3 2 9 8 7 6 5 4 3 2")*10%11%10
		return first == digitOf(s, 12) && second == digitOf(s, 13)
	}},
	CLRUT: {`\d{7,8}[0-9K]`, func(s string) bool {
		padded := strings.Repeat("0", 9-len(s)) + s
		check := strings.IndexByte("0123456789K", padded[8])
		return (sumOf(padded, "3 2 7 6 5 4 3 2")+check)%11 == 0
	}},
	COCedula: {`[1-9]\d{5,7}|1\d{9}`, any36},
	ECCedula: {`([01]\d|2[0-4]|30)\d{8}`, plainLuhn},
	MXCURP: {`[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d`, func(s string) bool {
		sum := 0
		for i, c := range s {
			sum += len([]rune(strings.Split("0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ", string(c))[0])) * (18 - i)
		}
		return sum%10 == 0 && shortDate(s[4:10])
	}},
	MXRFC: {`[A-Z]{3,4}\d{6}[0-9A-Z]{3}`, func(s string) bool { return shortDate(s[len(s)-9 : len(s)-3]) }},
	PEDNI: {`\d{8}[0-9A-Z]?`, any36},
	UYCedula: {`\d{7,8}`, func(s string) bool {
		padded := strings.Repeat("0", 8-len(s)) + s
		return (sumOf(padded, "2 9 8 7 6 3 4")+digitOf(padded, 7))%10 == 0
	}},
	EGNationalID: {`[23]\d{13}`, func(s string) bool {
		return plainDate("20060102", map[byte]string{'2': "19", '3': "20"}[s[0]]+s[1:7])
	}},
	ILID:      {`\d{9}`, plainLuhn},
	NGNIN:     {`\d{11}`, plainVerhoeff},
	NGVehicle: {`[A-Z]{3}\d{3}[A-Z]{2}`, any36},
	ZAID:      {`\d{10}[012]\d{2}`, func(s string) bool { return plainLuhn(s) && shortDate(s[:6]) }},
	NPI:       {`[12]\d{9}`, func(s string) bool { return plainLuhn("80840" + s) }},
	DEA: {`[A-HJ-MPR-UX][A-Z9]\d{7}`, func(s string) bool {
		odd := digitOf(s, 2) + digitOf(s, 4) + digitOf(s, 6)
		even := digitOf(s, 3) + digitOf(s, 5) + digitOf(s, 7)
		return (odd+2*even)%10 == digitOf(s, 8)
	}},
	MBI: {`[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d\d`, any36},
	MRN: {`[A-Z]{0,3}\d{5,10}`, any36},
}

// holds reports whether o accepts some part of text, without what stands between its letters and digits: findings that overlap are joined.
func (o worldOracle) holds(pattern *regexp.Regexp, text string) bool {
	for i := range len(text) {
		for j := len(text); j > i; j-- {
			code := strings.Map(func(r rune) rune {
				if r < 0x80 && (is(byte(r), alnum) || r == '*') {
					return r
				}
				return -1
			}, text[i:j])
			if code = strings.ToUpper(code); pattern.MatchString(code) && o.valid(code) {
				return true
			}
		}
	}
	return false
}

func compileOracles() map[Entity]*regexp.Regexp {
	patterns := map[Entity]*regexp.Regexp{}
	for e, o := range worldOracles {
		patterns[e] = regexp.MustCompile(`^(?:` + o.pattern + `)$`)
	}
	return patterns
}

func TestOraclesCoverThePacks(t *testing.T) {
	t.Parallel()
	for _, e := range worldEntities() {
		require.Contains(t, worldOracles, e, e.String())
	}
}

// checkWorld states what holds for any text: the work is bounded by its length, and what is found is what it is said to be.
func checkWorld(t *testing.T, s *Scanner, patterns map[Entity]*regexp.Regexp, text string) int {
	t.Helper()
	x := Text{Bytes: []byte(text), Limit: 100*len(text) + 1<<16}
	require.True(t, s.Scan(&x), "work for %d bytes", len(text))
	for _, m := range x.Matches {
		if _, ok := worldOracles[m.Entity]; !ok {
			continue // of another group that has a detector in these packs
		}
		require.True(t, worldOracles[m.Entity].holds(patterns[m.Entity], text[m.Start:m.End]), "a finding that is no %s", m.Entity)
	}
	return len(x.Matches)
}
