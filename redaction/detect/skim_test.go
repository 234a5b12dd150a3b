package detect

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// plainScanners are those that scanPlainly asks, by the scanner that they stand for.
var plainScanners sync.Map

// withoutBeside returns a scanner whose detectors of numbers are asked without what [Digits.Beside] says.
func (s *Scanner) withoutBeside() *Scanner {
	if known, ok := plainScanners.Load(s); ok {
		return known.(*Scanner)
	}
	plain := *s
	for count, list := range plain.numbers {
		list = slices.Clone(list)
		for i := range list {
			detector, digits := *list[i].Detector, *list[i].Numbers
			digits.Beside = nil
			detector.Numbers = &digits
			list[i].Detector = &detector
		}
		plain.numbers[count] = list
	}
	plainScanners.Store(s, &plain)
	return &plain
}

// scanPlainly is the loop that [Scanner.Scan] must agree with: it shows every token and every byte that triggers to the detectors.
func (s *Scanner) scanPlainly(t *Text) {
	s = s.withoutBeside()
	t.reset()
	t.scanner = s
	if findKeyedSecret(t) {
		return
	}
	for i := 0; i < len(t.Bytes); {
		if s.kinds[t.Bytes[i]] == 0 {
			i++
			continue
		}
		i = s.ask(t, i)
	}
}

// checkSkim holds the fast loop to the plain one, on text and on the JSON string of text.
func checkSkim(t testing.TB, s *Scanner, text string, p Place) {
	t.Helper()
	limit := 1000*len(text) + 1<<16
	plain := Text{Bytes: []byte(text), Place: p, Limit: limit}
	s.scanPlainly(&plain)
	fast := Text{Bytes: []byte(text), Place: p, Limit: limit}
	require.True(t, s.Scan(&fast), "budget")
	require.True(t, sameMatches(plain.Matches, fast.Matches), "%q: a plain loop finds %v, the fast one %v", text, plain.Matches, fast.Matches)

	var k Skim
	if secret := s.NamesSecret(p.Key) || len(p.Key) == 0 && s.NamesSecret(p.Attribute); s.SkimPlain([]byte(text), &k) == len(text) && !secret {
		require.Empty(t, plain.Matches, "%q: plainly clean", text)
	}
	k.Reset()
	document := jsonString(t, text)
	at, clean := s.SkimJSON(document, 1, &k)
	switch {
	case clean && s.NamesSecret(p.Key), clean && len(p.Key) == 0 && s.NamesSecret(p.Attribute):
	case clean:
		require.Empty(t, plain.Matches, "%q: clean in JSON", text)
		require.Equal(t, len(document)-1, at, "%q: the end of the string", text)
	case document[at] != '\\' && document[at] >= 0x20 && document[at] < 0x80 && !k.Foldable:
		fast.From = at - 1 - EscapedBytes(document[1:at])
		require.True(t, s.Scan(&fast), "budget")
		require.True(t, sameMatches(plain.Matches, fast.Matches), "%q: a plain loop finds %v, one from %d on %v", text, plain.Matches, at, fast.Matches)
	}
}

func sameMatches(a, b []Match) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// jsonString returns text as a JSON string, with short escapes where there are some.
func jsonString(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(text))
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// skimPolicies are those whose scanners differ in what they look for.
func skimPolicies() map[string]Policy {
	return map[string]Policy{
		"default pack": {},
		"all packs":    {Packs: PackAll},
		"one pack":     {Packs: PackNetwork},
		"terms": {Terms: []Term{
			{"ab", Denied}, {"long term", Denied}, {"Jane Roe", Person}, {"x y", Denied}, {"a\"b", Denied}, {"#x", Denied}, {"key:x", Denied},
			{"éa", Denied}, {"project-x", Denied}, {"12-a", Denied}, {"の名", Denied}, {"€uro", Denied}, {"\"ab c", Denied}, {"'tis x", Denied}, {"…ab", Denied},
		}},
		"own placeholders": {Placeholders: NewPlaceholders([]string{"own"}, []string{"[email]", "(phone)", "{", ",x,"})},
	}
}

// TestSkimAgreesOnCompositions puts texts together from what detectors look for, and from what may hide it.
func TestSkimAgreesOnCompositions(t *testing.T) {
	t.Parallel()
	for name, policy := range skimPolicies() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := NewScanner(policy)
			parts := skimParts(s)
			random := rand.New(rand.NewPCG(3, 4))
			for range 6000 {
				text := ""
				for range 1 + random.IntN(6) {
					part := parts[random.IntN(len(parts))]
					if random.IntN(4) == 0 {
						part = part[:random.IntN(len(part)+1)]
					}
					text += part
				}
				checkSkim(t, s, text, Place{Key: []byte("phone")})
			}
		})
	}
}

// TestSkimPassesDatesOnly puts numbers in the groups of a date behind words that a pack has.
func TestSkimPassesDatesOnly(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 6))
	found := 0
	for pack := PackDefault; pack < packEnd; pack <<= 1 {
		s := NewScanner(Policy{Packs: pack})
		words := slices.Sorted(maps.Keys(s.context))
		gap := func() byte { return " -./"[random.IntN(4)] }
		for range 4000 {
			number := fmt.Sprintf("%04d%c%02d%c%02d", random.IntN(10_000), gap(), random.IntN(100), gap(), random.IntN(100))
			text := words[random.IntN(len(words))] + " " + number + strings.Repeat(" and so on", blockSize/len("and so on"))
			checkSkim(t, s, text, Place{})
			found += len(scanAll(t, s, text, Place{}))
		}
	}
	require.Positive(t, found, "numbers that are no dates")
}

// skimParts are pieces of texts: the literals and bytes that trigger, whole findings, and signs.
func skimParts(s *Scanner) []string {
	parts := []string{
		" ", "  ", ",", ".", "\n", "\t", "\r\n", "\"", "'", "\\", "/", "-", "--", "_", ":", "=", "==", "*", "]", "(", ")", "<", ">", "&", "?", "%", "%41", "~", "@",
		"a", "Z", "word", "Word", "wordy", "camelCase", "RFC", "é", "電", "の", "€", "…", "“", "　", "ÿ", "\x00", "\x1b", "1", "12", "123", "1234", "12345678", "123456789",
		"alice@example.com", "4111 1111 1111 1111", "4111111111111111", "415-555-0132", "+1 415 555 0132", "123-45-6789", "12 34 56", "2024-05-12", "1985.04.12", "+1999/12/31", "0000 11 22", "9876(54)32", "AB 12 34 56 C", "AB 123456 C", "DE 89 3704 0044 0532 0130 00",
		"DE89370400440532013000", "password is ", "password=", "Password: ", "the passcode was \"x7\" ", "--passphrase a1b2c3d4", "hunter2!", "bearer ", "BEARER\t",
		"<EMAIL>", "<PASSWORD>", "[email]", "(phone)", "https://u:p@h.example", "?sig=", "&token=", "cookie.0: ", "api key: ", "\"cvv2\": ", "key:x", "a\"b", "x y", "#x", "の名", "€uro", "\"ab c", "'tis x", "…ab", "…[genai: 12 bytes]",
		"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "</password>", "<password>", "12345678:A", "Q~", "abc1Q~", "123456789012345|a", "x.atlasv1.y", "-us20", "s.",
		"curl ", " -u app:hunter2x ", "--user='a:b2c3d4'", "(\"ACME_TOKEN\", \"", "(‘ACME_TOKEN’, ‘", "put('db_password',", " --api-key ", "name=\"acme_token\" value=\"",
		"name: DB_PASSWORD\n  value: ", "Contraseña: ", "密码: ", "mot de passe : ", "pass=",
		randomBody(16), randomBody(20), randomBody(34), randomBody(40), hexBody(32), hexBody(40), "dapi" + hexBody(32),
		walletWithoutDigits(),
	}
	for _, list := range s.starts.lists {
		for _, st := range list {
			parts = append(parts, st.literal, st.literal+randomBody(32), st.literal+hexBody(36))
		}
	}
	return parts
}

// seedWithParts adds each of skimParts, between two texts, to the corpus of f, and returns the scanners that they are for.
func seedWithParts(f *testing.F, before, behind string) (scanners []*Scanner) {
	for _, policy := range skimPolicies() {
		s := NewScanner(policy)
		scanners = append(scanners, s)
		for _, part := range skimParts(s) {
			f.Add(before + part + behind)
		}
	}
	return scanners
}

func FuzzSkim(f *testing.F) {
	scanners := seedWithParts(f, "a ", " 12")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<10 {
			t.Skip("too long to be worth the time")
		}
		for _, s := range scanners {
			checkSkim(t, s, text, Place{Attribute: []byte("card")})
		}
	})
}

// walletWithoutDigits returns an address of Litecoin that holds letters only, as one in 250 does.
func walletWithoutDigits() string {
	const version = 0x30
	hash := make([]byte, 20)
	for n := uint32(0); ; n++ {
		binary.BigEndian.PutUint32(hash, n)
		if a := base58Of(version, hash); !strings.ContainsAny(a, "0123456789") {
			return a
		}
	}
}

func TestWalletsWithoutDigits(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{{"letters only", walletWithoutDigits(), []string{"CRYPTO_WALLET " + walletWithoutDigits()}}})
}
