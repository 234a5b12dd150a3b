package dialect

import "slices"

// lookup returns what the dialects say of a key; nil for the keys of everyone else.
func (v *Vocabulary) lookup(key string) []rule {
	rules, _ := v.find(key)
	return rules
}

// find is lookup that also tells what prefix the rules are of; nil where they are of the key itself.
func (v *Vocabulary) find(key string) ([]rule, *prefixRule) {
	if key == "" || v.gate.Begins(key) == 0 {
		return nil, nil
	}
	if rules := v.index.rules(key); rules != nil {
		return rules, nil
	}
	bucket := v.prefixes[key[0]]
	for i := range bucket {
		if n := len(bucket[i].prefix); len(key) >= n && key[n-1] == '.' && key[:n] == bucket[i].prefix { // few keys have a dot there
			return bucket[i].rules, &bucket[i]
		}
	}
	return nil, nil
}

// markOnce finds the prefixes of which one flattened key says what all say: that a dialect shows, what the span is, that there are messages.
func (v *Vocabulary) markOnce() {
	for b := range v.prefixes {
		for i := range v.prefixes[b] {
			p := &v.prefixes[b][i]
			p.once = !slices.ContainsFunc(p.rules, func(r rule) bool { return r.field != nil || r.kinds != nil || r.odd || r.written })
			for key := range v.keys {
				p.once = p.once && !isNumbered(key, p.prefix)
			}
			for _, longer := range v.prefixes[b] {
				p.once = p.once && !isNumbered(longer.prefix, p.prefix)
			}
		}
	}
}

// isNumbered reports whether a key has a number behind a prefix.
func isNumbered(key, prefix string) bool {
	n := len(prefix)
	return len(key) > n && key[n] >= '0' && key[n] <= '9' && key[:n] == prefix
}
