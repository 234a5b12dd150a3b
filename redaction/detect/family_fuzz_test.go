package detect

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// familySamples hold a finding or a near miss each.
func familySamples() []string {
	return []string{
		"mail alice@example.com, b%40mail.example.org", "call +49 (0) 30 1234567 or (415) 555-0132 ext. 12",
		"card 4111-1111-1111-1111, 378282246310005",
		"DE89 3704 0044 0532 0130 00 GB82WEST12345698765432", "ssn 078-05-1120, itin 900-70-0000, AB 12 34 56 C",
		"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
		join("eyJ", "hbGciOiJIUzI1NiJ9") + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0." + randomBody(30),
		join("ZXlK", "aGJHY2lPaUpJVXpJMU5pSjkuZXlKemRXSWlPaUl4SW4w"),
		join("sk-", "ant-api03-", randomBody(40)), join("gh", "p_", randomBody(36)), join("AK", "IA", "Q5ZTGJUNCYN7D36I"),
		"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
		"https://bob:hunter2-canary@example.com/?sig=abcdef0123456789", "Authorization: Bearer abcdef0123456789 Cookie: sid=a8Kd03Lqz7Wm2Xc9",
		`define("DB_PASSWORD", "hunter2-canary") curl -u "app:hunter2-canary" <add key="DB_PASSWORD" value="hunter2-canary" />`,
		"password=hunter2-canary the password is ‘Hunter2-canary!’", "192.0.2.1 2001:db8::1/64 00:1A:2B:3C:4D:5E",
		"routing 021000021 account number 12345678 SWIFT code DEUTDEFF500", "VIN 1HGBH41JXMN109186 license plate ABC 1234",
		"lat 48.8584, lng 2.2945 at 48.8584° N, 2.2945° E", "Dear Mr. John Doe, my name is Jane Roe, born on 1990-01-02",
		"I live at 350 Fifth Avenue, New York, NY 10118; Hauptstraße 5, 80331 München; PO Box 12",
	}
}

// FuzzFamilies states for all detectors, those of countries left to their own targets, that
//
//   - what each finds alone is right to an oracle: together, findings that overlap are joined;
//   - what they find together is disjoint and in order;
//   - the work is bounded by the length of the text, however often that is repeated;
//   - what an oracle makes up from any number is found.
func FuzzFamilies(f *testing.F) {
	for i, sample := range familySamples() {
		f.Add(sample, uint64(i))
	}
	all := newFamilies()
	f.Fuzz(func(t *testing.T, text string, number uint64) {
		const maxBytes = 512
		if len(text) > maxBytes {
			t.Skip("too long to be worth the time")
		}
		all.check(t, text)
		all.checkMadeUp(t, number)
	})
}

// families are the detectors of all packs together, and those of each entity with an oracle alone.
type families struct {
	together *Scanner
	alone    map[Entity]*Scanner
	patterns map[Entity]*regexp.Regexp
}

func newFamilies() families {
	all := families{NewScanner(Policy{Packs: PackAll}), map[Entity]*Scanner{}, map[Entity]*regexp.Regexp{}}
	for e, o := range familyOracles {
		all.alone[e], all.patterns[e] = finderOf(e), regexp.MustCompile(`^(?:`+o.pattern+`)$`)
	}
	return all
}

// check checks the first three laws, and returns the number of findings that were held against an oracle.
func (all families) check(t *testing.T, text string) int {
	t.Helper()
	x := Text{}
	for _, repeated := range []string{text, strings.Repeat(text, 1+4096/(1+len(text)))} {
		x.Bytes, x.Work, x.Limit = []byte(repeated), 0, 100*len(repeated)+1<<12
		require.True(t, all.together.Scan(&x), "work for %d bytes", len(repeated))
		at := 0
		for _, m := range x.Matches {
			require.LessOrEqual(t, at, m.Start, "%s overlaps with what is before it", m.Entity)
			require.Less(t, m.Start, m.End, "%s is empty", m.Entity)
			at = m.End
		}
		require.LessOrEqual(t, at, len(repeated), "behind the text")
	}
	return all.judge(t, text)
}

// judge holds what each entity's detectors find against its oracle.
func (all families) judge(t *testing.T, text string) int {
	t.Helper()
	checked := 0
	x := Text{Bytes: []byte(text), Limit: 1 << 30}
	for e, s := range all.alone {
		require.True(t, s.Scan(&x))
		for _, m := range x.Matches {
			found := text[m.Start:m.End]
			require.Equal(t, e, m.Entity)
			require.True(t, all.patterns[e].MatchString(found), "a finding that does not look like %s", e)
			require.True(t, familyOracles[e].valid == nil || familyOracles[e].valid(found), "a finding that is no %s", e)
			checked++
		}
	}
	return checked
}

// checkMadeUp makes one finding of each family with a check sum, and a neighbour of it, which mostly has a wrong one.
func (all families) checkMadeUp(t *testing.T, number uint64) {
	t.Helper()
	hash := sha256.Sum256(fmt.Append(nil, number))
	n := fmt.Sprintf("%020d", number)
	card := withCheck("4"+n[6:], func(s string) bool { return luhnSum(s)%10 == 0 })
	aba := withCheck("0211"+n[16:], func(s string) bool { return weigh(s, "3 7 1 3 7 1 3 7 1")%10 == 0 })
	account := "1" + n[3:]
	check := fmt.Sprintf("%02d", 98-remainder(lettersAsNumbers(account+"DE00"), 97))
	vin := "1HGBH41J0MN" + n[14:]
	vin = vin[:8] + string(vinCheck(vin)) + vin[9:]
	for text, want := range map[string]string{
		"pay with " + card + ".":                     "CREDIT_CARD " + card,
		"routing number " + aba:                      "ABA_ROUTING " + aba,
		"(DE" + check + account + ")":                "IBAN DE" + check + account,
		"the VIN is " + vin:                          "VIN " + vin,
		"to u" + n + "@example.com, ok":              "EMAIL u" + n + "@example.com",
		"send to " + base58Of(0, hash[:20]) + " now": "CRYPTO_WALLET " + base58Of(0, hash[:20]),
		"+1 415 555 " + n[16:]:                       "PHONE +1 415 555 " + n[16:],
		"from 192.0.2." + fmt.Sprint(number%256):     "IP_ADDRESS 192.0.2." + fmt.Sprint(number%256),
	} {
		require.Equal(t, []string{want}, scanAll(t, all.together, text, Place{}))
		neighbour := []byte(text)
		neighbour[int(hash[20])%len(text)] = "0123456789ABCXabcx,;"[hash[21]%20]
		all.judge(t, string(neighbour))
	}
}

// TestFamiliesOnCompositions checks the laws of FuzzFamilies on samples cut, changed and put together, which a fuzzer takes long to
// reach.
func TestFamiliesOnCompositions(t *testing.T) {
	t.Parallel()
	all := newFamilies()
	random := rand.New(rand.NewPCG(6, 2026))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	samples := familySamples()
	joints := []string{" ", " ", ", ", ": ", "-", ".", "/", "(", ")", "_", "\n", "", "x", "7", "@", "+", "=", "<", ",", "é", "電", "%40", "&"}
	checked := 0
	for range 1000 {
		var text []byte
		for range 1 + random.IntN(3) {
			part := []byte(pick(samples))
			if random.IntN(2) == 0 {
				from := random.IntN(len(part))
				part = part[from : from+random.IntN(len(part)-from)]
			}
			for range random.IntN(3) * min(1, len(part)) {
				part[random.IntN(len(part))] = "0123456789AXKabz -./@"[random.IntN(21)]
			}
			text = append(append(text, part...), pick(joints)...)
		}
		checked += all.check(t, string(text))
		all.checkMadeUp(t, random.Uint64())
	}
	assert.Greater(t, checked, 400, "findings that an oracle has judged")
}

// withCheck appends the digit that makes s valid.
func withCheck(s string, valid func(string) bool) string {
	for d := range 10 {
		if c := s + fmt.Sprint(d); valid(c) {
			return c
		}
	}
	panic("no check digit")
}

// TestFamilyOraclesKnowAllFamilies fails for an entity that no oracle judges: only secrets that are what their name says have none.
func TestFamilyOraclesKnowAllFamilies(t *testing.T) {
	t.Parallel()
	without := map[Entity]bool{
		URLCredentials: true, PrivateKey: true, Authorization: true, Cookie: true, Password: true, Secret: true,
	}
	countries := PackUK | PackEU | worldPacks
	ofCountries := countries.Entities()
	for _, e := range (PackAll &^ countries).Entities() {
		if slices.Contains(ofCountries, e) {
			continue
		}
		_, ok := familyOracles[e]
		assert.NotEqual(t, ok, without[e], e.String())
	}
	all, checked := newFamilies(), 0
	for _, sample := range familySamples() {
		checked += all.check(t, sample)
	}
	assert.Greater(t, checked, 30, "findings that an oracle has judged")
}
