package detect

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// familyOracle says in other words than the detectors of a family do what its findings look like: a pattern for the whole, and a check that
// is slow and plain. Official identifiers of countries have oracles of their own: see oracles and worldOracles.
type familyOracle struct {
	pattern string
	valid   func(s string) bool // nil: the pattern is all there is
}

var familyOracles = map[Entity]familyOracle{
	Email: {`([^\s"<>,;:@]{1,64}(@|%40))+[^\s"<>,;:@]{1,253}`, func(s string) bool {
		s = strings.ReplaceAll(s, "%40", "@")
		labels := strings.Split(s[strings.LastIndex(s, "@")+1:], ".") // of the last of those that overlap
		top := strings.ToLower(labels[len(labels)-1])
		encoded := strings.HasPrefix(top, "xn--")
		return len(labels) > 1 && !slices.Contains(labels, "") && len(top) > 1 && (encoded || !strings.ContainsAny(top, "0123456789-_%"))
	}},
	Phone: {`[+(]*\d[\d +()./-]+\d( ?(?i:ext|x)[. ]*\d{1,6})?`, func(s string) bool {
		number, _, _ := strings.Cut(strings.ToLower(s), "x")
		return between(len(digitsOf(number)), 7, 16) // 15 and a trunk prefix
	}},
	CreditCard: {`\d[\d .+-]+\d`, func(s string) bool {
		return between(len(digitsOf(s)), 12, 19) && luhnSum(digitsOf(s))%10 == 0
	}},
	IBAN: {`(?i)[A-Z]{2}\d\d[A-Z0-9 .-]{11,50}`, func(s string) bool {
		s = compact(s)
		return between(len(s), 15, 34) && remainder(lettersAsNumbers(s[4:]+s[:4]), 97) == 1
	}},
	SSN: {`\d{3}[-. ]?\d\d[-. ]?\d{4}`, func(s string) bool {
		s = digitsOf(s)
		return s[:3] != "000" && s[:3] != "666" && s[0] != '9' && s[3:5] != "00" && s[5:] != "0000"
	}},
	ITIN: {`9\d\d[-. ]?(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[-. ]?\d{4}`, nil},
	NINO: {`(?i)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?\d\d){3}[ -]?[A-D]`, func(s string) bool {
		return !strings.Contains("BG GB KN NK NT TN ZZ", strings.ToUpper(s[:2]))
	}},
	MRZ: {`(?s)[A-Z0-9<].+`, holdsTravelDocument},
	JWT: {`[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)*={0,2}`, func(s string) bool {
		if strings.HasPrefix(s, "ZXlK") {
			s = decodedPart(base64.RawStdEncoding, strings.TrimRight(s, "="))
		}
		header, _, _ := strings.Cut(s, ".")
		return json.Valid([]byte(decodedPart(base64.RawURLEncoding, header)))
	}},
	APIKey: {`[!-~]{10,}`, func(s string) bool {
		return strings.ContainsAny(s, "~:") || strings.Count(s, ".") == 2 || slices.ContainsFunc(keyFormats, func(f keyFormat) bool {
			return strings.HasPrefix(s, f.prefix) && len(s) >= len(f.prefix)+f.min
		})
	}},
	CryptoWallet: {`[A-Za-z0-9]{25,95}`, func(s string) bool {
		switch lowered := strings.ToLower(s); {
		case strings.HasPrefix(lowered, "0x"):
			return regexp.MustCompile(`^0x[0-9a-f]{40}$`).MatchString(lowered)
		case strings.HasPrefix(lowered, "bc1"), strings.HasPrefix(lowered, "ltc1"):
			return bech32Holds(lowered)
		}
		return len(s) == moneroSize || base58CheckHolds(s, bitcoinAlphabet) || base58CheckHolds(s, rippleAlphabet)
	}},
	IPAddress: {`[0-9A-Fa-f:.]+(/\d+)?(%\w+)?`, func(s string) bool {
		address, _, _ := strings.Cut(s, "/")
		_, err := netip.ParseAddr(address)
		return err == nil
	}},
	MACAddress: {`(?i)([0-9a-f]{2}:){5}[0-9a-f]{2}|([0-9a-f]{2}-){5}[0-9a-f]{2}|([0-9a-f]{4}\.){2}[0-9a-f]{4}`, nil},
	ABARouting: {`\d{4}[ -]?\d{4}[ -]?\d`, func(s string) bool {
		return weigh(digitsOf(s), "3 7 1 3 7 1 3 7 1")%10 == 0
	}},
	BankAccount: {`\d[\d -]*\d`, func(s string) bool { return between(len(digitsOf(s)), 6, 17) }},
	SWIFT:       {`[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?`, nil},
	VIN:         {`[A-HJ-NPR-Z0-9]{17}`, func(s string) bool { return s[0] < '1' || s[0] > '5' || vinCheck(s) == s[8] }},
	LicensePlate: {`[A-ZÄÖÜ0-9]+([ -]+[A-ZÄÖÜ0-9]+)*`, func(s string) bool {
		return between(len(compact(s)), 4, 10) && strings.ContainsAny(s, "0123456789")
	}},
	GeoCoordinates: {`(?s).*\d\.\d{4}.*`, nil},
	Person:         {`[^\d\n"{}\[\]<>]*`, func(s string) bool { return s != strings.ToLower(s) || s != strings.ToUpper(s) }},
	DateOfBirth:    {`(?s).*\d.*`, func(s string) bool { return between(len(digitsOf(s)), 3, 8) }},
	StreetAddress:  {`(?s).*\d.*`, nil},
}

func between(n, least, most int) bool { return n >= least && n <= most }

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

// lettersAsNumbers puts 10 to 35 in the place of A to Z.
func lettersAsNumbers(s string) string {
	var b strings.Builder
	for _, c := range s {
		n, _ := strconv.ParseInt(string(c), 36, 64)
		b.WriteString(strconv.FormatInt(n, 10))
	}
	return b.String()
}

func decodedPart(encoding *base64.Encoding, s string) string {
	decoded, err := encoding.DecodeString(s)
	if err != nil && encoding == base64.RawStdEncoding {
		decoded, _ = encoding.DecodeString(s[:len(s)/4*4])
	}
	return string(decoded)
}

var zoneLine = regexp.MustCompile(`[A-Z0-9<]{30,44}`)

// holdsTravelDocument checks the number of the document, which is in the second line, or in the first of three.
func holdsTravelDocument(s string) bool {
	lines := zoneLine.FindAllString(s, -1)
	var number string
	switch {
	case len(lines) == 2:
		number = lines[1][:10]
	case len(lines) == 3:
		number = lines[0][5:15]
	default:
		return false
	}
	sum := 0
	for i := range 9 {
		n, _ := strconv.ParseInt(strings.ReplaceAll(number[i:i+1], "<", "0"), 36, 64)
		sum += int(n) * []int{7, 3, 1}[i%3]
	}
	return number[9:] == strconv.Itoa(sum%10) || number[9] == '<'
}

// base58CheckHolds decodes with numbers of any size.
func base58CheckHolds(s, alphabet string) bool {
	n := new(big.Int)
	for _, c := range s {
		at := strings.IndexRune(alphabet, c)
		if at < 0 {
			return false
		}
		n.Add(n.Mul(n, big.NewInt(58)), big.NewInt(int64(at)))
	}
	if n.BitLen() > 8*25 {
		return false
	}
	bytes := n.FillBytes(make([]byte, 25))
	return string(doubleHash(bytes[:21])) == string(bytes[21:])
}

func doubleHash(b []byte) []byte {
	once := sha256.Sum256(b)
	twice := sha256.Sum256(once[:])
	return twice[:4]
}

// base58Of is the other direction: a version, a hash and their check sum.
func base58Of(version byte, hash []byte) string {
	b := append([]byte{version}, hash...)
	n := new(big.Int).SetBytes(append(b, doubleHash(b)...))
	var text []byte
	for n.Sign() > 0 {
		digit := new(big.Int)
		n.DivMod(n, big.NewInt(58), digit)
		text = append(text, bitcoinAlphabet[digit.Int64()])
	}
	for i := 0; i < len(b) && b[i] == 0; i++ {
		text = append(text, '1')
	}
	slices.Reverse(text)
	return string(text)
}

// bech32Holds divides polynomials over GF(32) as BIP-173 words it: bit by bit of the generator.
func bech32Holds(s string) bool {
	human, data, _ := strings.Cut(s, "1")
	var values []int
	for _, c := range human {
		values = append(values, int(c)>>5)
	}
	values = append(values, 0)
	for _, c := range human {
		values = append(values, int(c)&31)
	}
	for _, c := range data {
		values = append(values, strings.IndexRune("qpzry9x8gf2tvdw0s3jn54khce6mua7l", c))
	}
	sum := 1
	for _, v := range values {
		if v < 0 {
			return false
		}
		top := sum / (1 << 25)
		sum = sum%(1<<25)*32 ^ v
		for i := range 5 {
			if top&(1<<i) != 0 {
				sum ^= []int{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3}[i]
			}
		}
	}
	return sum == 1 || sum == 0x2bc830a3
}

// vinCheck returns the check digit by the table of 49 CFR 565.15.
func vinCheck(s string) byte {
	values := map[rune]int{}
	for value, letters := range []string{"0", "1AJ", "2BKS", "3CLT", "4DMU", "5ENV", "6FW", "7GPX", "8HQY", "9RZ"} {
		for _, c := range letters {
			values[c] = value
		}
	}
	sum := 0
	for i, c := range s {
		sum += values[c] * []int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}[i]
	}
	return "0123456789X"[sum%11]
}
