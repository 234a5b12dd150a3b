package redaction

// keyUses counts the keys of one JSON object that are placeholders, by their text, so that two addresses do not become the same key.
type keyUses map[string]int

// tellApart numbers the edit of a key that is replaced whole, if the object had the same placeholder for a key before. edits are those of
// the string token [start, end), whose content stands for key. Keys of which a part is replaced are not told apart.
func (u *keyUses) tellApart(e *Engine, edits []edit, key []byte, start, end int) {
	switch {
	case len(edits) == 0 && len(key) > 0 && e.grammar.End(key, 0) == len(key):
		u.count(string(key))
	case len(edits) == 1 && edits[0].start == start && edits[0].end == end:
		edits[0].nth = u.count(edits[0].replacement)
	}
}

func (u *keyUses) count(placeholder string) int {
	if *u == nil {
		*u = keyUses{}
	}
	(*u)[placeholder]++
	return (*u)[placeholder]
}
