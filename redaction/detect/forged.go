package detect

// A value that is a placeholder has been redacted already. One that only starts with a placeholder has not: anyone can write
// "password=<PASSWORD>hunter2", and the whole of it is the value.

// forged reports whether a placeholder stands at start. If so, end is where the value of set and of further placeholders ends, or 0
// where the first placeholder is the whole value.
func (t *Text) forged(start int, set charset) (end int, ok bool) {
	first := t.placeholderEnd(start)
	if first == start {
		return 0, false
	}
	end = first
	for {
		next := t.runEnd(end, set)
		behind := t.placeholderEnd(next)
		if behind == next {
			end = trimSentence(t.Bytes, first, next)
			break
		}
		end = behind
	}
	if end == first {
		return 0, true
	}
	return end, true
}

// findForged looks at the value of an assignment that starts with a placeholder, which ends at first.
func findForged(t *Text, a assignment, first int) bool {
	end := 0
	switch {
	case a.entity == None:
		return findForgedSecret(t, a, first)
	case !meansText(a.entity):
		return false
	case a.quote != 0:
		end = t.valueEnd(first, a.closing)
	case a.entity == Cookie:
		end = forgedCookieEnd(t, a, first)
	case a.entity == Authorization:
		end, _ = t.forged(a.value, token68)
	default:
		end, _ = t.forged(a.value, plainValue)
	}
	return end > first && t.add(a.entity, a.value, end, end)
}

// meansText reports whether text behind a key of e is a finding, and not only whole values.
func meansText(e Entity) bool {
	switch e {
	case Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard:
		return true
	}
	return false
}

// findForgedSecret is findForged for a key that may name a secret: what stands behind the placeholder must be long enough to be one.
func findForgedSecret(t *Text, a assignment, first int) bool {
	end, ok := t.forged(a.value, plainValue)
	return ok && end-first >= minNamedSecret && t.add(Secret, a.value, end, end)
}

// forgedCookieEnd returns the end of a header that goes on behind a placeholder with a pair or without a blank, else 0.
func forgedCookieEnd(t *Text, a assignment, first int) int {
	b := t.Bytes
	end := t.valueEnd(first, a.closing)
	for end > first && is(b[end-1], blank) {
		end--
	}
	if end == first || is(b[first], blank) && !hasPair(b[first:end]) {
		return 0
	}
	return end
}

// hasPair reports whether an equals sign stands between two other characters of b.
func hasPair(b []byte) bool {
	for i := 1; i+1 < len(b); i++ {
		if b[i] == '=' {
			return true
		}
	}
	return false
}
