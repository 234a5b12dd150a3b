package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// maxIdentifierFuzz caps the inputs: the laws do not depend on the size.
const maxIdentifierFuzz = 1 << 10

// FuzzNationalIDs states that the packs of Europe never panic, that their work is bounded, and that what they find is right to an oracle.
func FuzzNationalIDs(f *testing.F) {
	for _, o := range oracles {
		f.Add(o.word + " " + strings.NewReplacer("9", "1", "d", "01", "m", "02").Replace(o.sample))
	}
	for _, text := range benignTexts {
		f.Add(text)
	}
	for _, text := range []string{
		"NHS 943 476 5919", "MORGA657054SM9IJ35", "postcode GIR 0AA", "DE 136 695 976", "RCC MNL 83S18 D969H", "50 150256 W 49 3",
		"PLZ 80331",
		"2 95 10 99 126 111 93", "93.05.05-079.13", "670919-9530", "131052-308T", "plaka 34 ABC 123", "dni 12.345.678-Z",
		"passport L01X00T471D",
	} {
		f.Add(text)
	}
	s := NewScanner(Policy{Packs: PackUK | PackEU})
	byEntity := map[Entity]func(string) bool{}
	for _, o := range oracles {
		byEntity[o.entity] = o.valid
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxIdentifierFuzz {
			t.Skip("too long to be worth the time")
		}
		x := Text{Bytes: []byte(text), Limit: 1000*len(text) + 1<<12}
		assert.True(t, s.Scan(&x), "the work is bounded")
		for _, m := range x.Matches {
			id := compact(text[m.Start:m.End])
			assert.NotEmpty(t, id)
			if valid, ok := byEntity[m.Entity]; ok {
				assert.True(t, valid(id), "%s is wrong", m.Entity)
			}
		}
	})
}

// compact returns the letters and digits of text, in capitals.
func compact(text string) string {
	return strings.Map(func(c rune) rune {
		if !strings.ContainsRune(letters+"0123456789", c) {
			return -1
		}
		return c
	}, strings.ToUpper(text))
}
