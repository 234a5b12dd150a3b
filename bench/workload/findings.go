package workload

import (
	"math/rand/v2"
	"strings"
)

// finding returns a made-up finding of one of the kinds that the default pack and the alternation both know, each kind as often:
// reserved domains and phone numbers, test cards, sample social security numbers, keys put together here. No character stands twice in a
// key, nor a vowel in a long one: of those that chance makes, the engine takes one in several thousand for a placeholder or a word, and an
// expression doesn't.
func finding(r *rand.Rand) string {
	switch r.IntN(6) {
	case 0:
		return pick(r, names) + "." + pick(r, names) + "@" + pick(r, []string{"example.com", "example.org", "mail.example.net"})
	case 1:
		return pick(r, []string{"(415) 555-01", "212-555-01", "646-555-01", "+1 303-555-01"}) + random(r, "0123456789", 2)
	case 2:
		return pick(r, cards)
	case 3:
		return pick(r, []string{"078-05-1120", "219-09-9999", "123-45-6789"})
	case 4:
		return "AK" + "IA" + distinct(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)
	default:
		return "sk" + "-proj-" + distinct(r, "BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789", 48)
	}
}

// shortFinding returns one of up to 22 bytes.
func shortFinding(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0:
		return pick(r, names) + random(r, "0123456789", 2) + "@example.com"
	case 1:
		return pick(r, []string{"212-555-01", "646-555-01"}) + random(r, "0123456789", 2)
	case 2:
		return pick(r, []string{"4111111111111111", "5555555555554444", "5105105105105100"})
	default:
		return pick(r, []string{"078-05-1120", "219-09-9999", "123-45-6789"})
	}
}

var names = []string{"alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy"}

// cards are the networks' public test numbers.
var cards = []string{
	"4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444", "5555555555554444", "4012 8888 8888 1881", "5105105105105100",
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func random(r *rand.Rand, alphabet string, n int) string {
	var b strings.Builder
	b.Grow(n)
	for range n {
		b.WriteByte(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// distinct returns n characters of an alphabet, none of them twice.
func distinct(r *rand.Rand, alphabet string, n int) string {
	letters := []byte(alphabet)
	for i := range n {
		j := i + r.IntN(len(letters)-i)
		letters[i], letters[j] = letters[j], letters[i]
	}
	return string(letters[:n])
}
