package detect

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRescanAgreesWithScan puts something in the middle of a finding that is found by itself, and then the middle back in its place, so
// that there is something new. It holds a look at what is near to one at all.
func TestRescanAgreesWithScan(t *testing.T) {
	t.Parallel()
	for name, policy := range skimPolicies() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := NewScanner(policy)
			random := rand.New(rand.NewPCG(5, 6))
			parts, partial, found := skimParts(s), 0, 0
			for range 6000 {
				before, middle, behind := split(random, pickOne(random, rescanWholes, parts))
				if random.IntN(4) == 0 {
					middle = pickOne(random, parts, rescanWholes)
				}
				text := filler(random) + before + pickOne(random, rescanFindings, nil) + behind + filler(random)
				isPart, isFound := checkRescan(t, s, text, middle)
				partial, found = partial+isPart, found+isFound
			}
			require.Greater(t, partial, 100, "texts of which only a part is looked at again")
			require.Greater(t, found, 5, "texts in which there is something new")
		})
	}
}

var (
	rescanFindings = []string{"alice@example.com", " 415-555-0132 ", "4111 1111 1111 1111", "DE89370400440532013000", " 10.1.2.3 ", " key:x ",
		"#x"}
	// rescanWholes reach far, or look back.
	rescanWholes = []string{
		"4111 1111 1111 1111", "415-555-0132", "+1 415 555 0132", "phone of one with letters and 4155550132 ", "4155550132 is a phone",
		"password is hunter2!9", "password = \"hunter2!9\"", "password             **   :  hunter2!9", "let password string = \"hunter2!9\"",
		"headers[\"Authorization\"]          = \"Bearer abcdef123456\"", "https://user:s3cretpw7@host.example/",
		"https://h.example/?sig=abcdefgh12345678 ",
		"my name is Jane Roe ", " Calle de la Mayor del Paseo Nuevo del Rey 5, ",
		" Musterweg 5 ", " 12 rue de la Paix ", " 12 Main Street ", " PO Box 123 ",
		"\nDear Jane Roe, ", " lat 48.85841, 2.29451 ", " 10.1.2.3 ", " 2001:db8::7 ", " 00:1b:44:11:3a:b7 ", "DE89370400440532013000",
		" born on 12 May 1980 ", " ABC-123-XY ", " PLZ: 10115 ", " sort code 12-34-56 ", " long term ", " project-x ", "Jane Roe",
		"-----BEGIN PRIVATE KEY-----\n" + randomBody(60) + "\n" + randomBody(60) + "\n" + randomBody(60) + "\n-----END PRIVATE KEY-----",
	}
)

func pickOne(random *rand.Rand, often, seldom []string) string {
	if len(seldom) > 0 && random.IntN(3) == 0 {
		return seldom[random.IntN(len(seldom))]
	}
	return often[random.IntN(len(often))]
}

// split cuts whole in three, of which the last two may be empty.
func split(random *rand.Rand, whole string) (before, middle, behind string) {
	first := random.IntN(len(whole) + 1)
	second := first + random.IntN(len(whole)-first+1)
	return whole[:first], whole[first:second], whole[second:]
}

func filler(random *rand.Rand) string {
	words := []string{"the ", "message ", "which ", "of ", "letters ", "and ", "blanks, ", "over ", "it ", "Then\n", "Paseo ", "5 "}
	text := ""
	for range random.IntN(60) {
		text += words[random.IntN(len(words))]
	}
	return text
}

// checkRescan returns 1 if a part of text was looked at again, and 1 if there was something new.
func checkRescan(t *testing.T, s *Scanner, text, instead string) (partial, found int) {
	t.Helper()
	limit := 10000*len(text) + 1<<16
	x := Text{Bytes: []byte(text), Limit: limit}
	require.True(t, s.Scan(&x))
	if len(x.Matches) == 0 {
		return 0, 0
	}
	var replaced []byte
	at := 0
	for _, m := range x.Matches {
		replaced = append(append(replaced, text[at:m.Start]...), instead...)
		at = m.End
	}
	replaced = append(replaced, text[at:]...)
	w, ok := s.Window(&x, replaced)
	if !ok {
		return 0, 0
	}
	if w.End-w.From < len(replaced) {
		partial = 1
	}
	all := Text{Bytes: replaced, Limit: limit}
	require.True(t, s.Scan(&all))
	if len(all.Matches) > 0 {
		found = 1
	}
	if s.Rescan(&x, replaced, w, false) {
		require.Empty(t, all.Matches, "%q became %q: nothing was found in %v", text, replaced, w)
	}
	return partial, found
}

// TestRescanReachesFar has what is new as far from its cause as can be.
func TestRescanReachesFar(t *testing.T) {
	t.Parallel()
	const finding = "4111 1111 1111 1111"
	const around = " and then the letter goes on about something else for a while, which is of no interest here. "
	s := NewScanner(Policy{Packs: PackAll})
	for _, c := range []struct{ name, before, instead, behind string }{
		{"a key far before its sign", "the ", "password", "                                  : hunter2!9 "},
		{"a key before asterisks", "the ", "password", "**************************************: hunter2!9 "},
		{"the kind of a street", "at ", "Calle", " Constitucion-Nacional Revolucionaria Monumental Nueva 5, "},
		{"a context word before", "the ", "phone", " of everybody who has ever been there is 4155550132 "},
		{"a context word behind", "take 4155550132 ", "phone", " "},
		{"a number that goes on", "the 4111   ", "1111", "   1111   1111 "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, found := checkRescan(t, s, around+around+c.before+finding+c.behind+around+around, c.instead)
			require.Equal(t, 1, found)
		})
	}
}
