package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// keyUses counts the keys of one JSON object that are placeholders, so that two addresses do not become the same key.
type keyUses [detect.EntityCount]int

// tellApart numbers the edit of a key that is replaced whole, if the object had the same placeholder for a key before. edits are those of
// the string token [start, end), whose content stands for key. Keys of which a part is replaced are not told apart.
func (u *keyUses) tellApart(edits []edit, key []byte, start, end int) {
	switch {
	case len(edits) == 0 && detect.PlaceholderEnd(key, 0) == len(key) && len(key) > 0:
		if e, ok := EntityByName(string(key[1 : len(key)-1])); ok {
			u[e]++
		}
	case len(edits) == 1 && edits[0].start == start && edits[0].end == end:
		u[edits[0].entity]++
		edits[0].nth = u[edits[0].entity]
	}
}
