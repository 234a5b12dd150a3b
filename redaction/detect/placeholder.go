package detect

import "bytes"

// Placeholders knows the texts that stand for what was redacted, so that they are passed over: they are no finding, no context and no
// boundary of their own. The grammar is exact. It has four forms:
//
//	<EMAIL>                             an entity, or REDACTED
//	<EMAIL_k1_bcdfghjklmnpqrstvw>       with a pseudonym: the id of its key, and pseudonymSize letters of its alphabet
//	[redacted]                          what the policy's own template makes of an entity
//	…[genai: 48213 bytes]               the end of a text that was cut to a length
//
// It is immutable and safe for concurrent use.
type Placeholders struct {
	names  map[string]Entity // by name, those of users' own entities among them
	made   []string          // by the policy's own template, without those of the first form
	first  [256]bool         // bytes with which a placeholder starts
	starts pairs             // the two bytes with which one starts
	most   int               // the longest placeholder, in bytes
	marks  bool              // some of made start with the first byte of a cut marker
}

// A pseudonym has pseudonymSize letters of PseudonymAlphabet, four bits each. The alphabet has no digits, no vowels and no letters of
// hexadecimal numbers beyond b, c, d and f, so that no detector takes one for something else. The id of a key has at most MaxKeyID bytes.
const (
	PseudonymAlphabet = "bcdfghjklmnpqrst"
	PseudonymSize     = 20
	MaxKeyID          = 16
)

// redactedName stands in the place of an entity where a value could not be processed.
const redactedName = "REDACTED"

// NewPlaceholders returns the grammar of a policy: own are the names of users' own entities, numbered from EntityCount on; made are the
// placeholders that the policy's own template makes, none where that is "<{entity}>".
func NewPlaceholders(own, made []string) *Placeholders {
	p := &Placeholders{names: make(map[string]Entity, EntityCount+len(own))}
	p.first['<'], p.first[markerStart[0]] = true, true
	p.starts.add(markerStart[0], markerStart[1])
	p.names[redactedName] = None
	for e := Entity(1); e < entityCount; e++ {
		p.names[e.String()] = e
	}
	for i, name := range own {
		p.names[name] = entityCount + Entity(i)
	}
	longest := 0
	for name := range p.names {
		longest = max(longest, len(name))
		p.starts.add('<', name[0])
	}
	p.most = max(len("<__>")+longest+MaxKeyID+PseudonymSize, maxMarker)
	for _, text := range made {
		p.made = append(p.made, text)
		p.first[text[0]] = true
		p.starts.addIf(text[0], func(second byte) bool { return len(text) == 1 || text[1] == second })
		p.marks = p.marks || text[0] == markerStart[0]
		p.most = max(p.most, len(text))
	}
	return p
}

// End returns the offset behind the placeholder that starts at b[at], or at if none does.
func (p *Placeholders) End(b []byte, at int) int {
	if at >= len(b) || !p.first[b[at]] {
		return at
	}
	if b[at] == '<' && p.starts.has('<', byteAt(b, at+1)) {
		limit := min(len(b), at+p.most)
		if i := bytes.IndexByte(b[at:limit], '>'); i > 0 {
			if _, ok := p.Parse(b[at : at+i+1]); ok {
				return at + i + 1
			}
		}
	}
	end := at
	if b[at] == markerStart[0] {
		end = cutMarkerEnd(b, at)
	}
	for _, text := range p.made {
		if len(b)-at >= len(text) && string(b[at:at+len(text)]) == text {
			end = max(end, at+len(text))
		}
	}
	return end
}

// mayStartAt looks at more than the first two bytes, where much else starts with them.
func (p *Placeholders) mayStartAt(b []byte, at int) bool {
	return b[at] != markerStart[0] || p.marks || bytes.HasPrefix(b[at:], []byte(markerStart[:len("…[")]))
}

// endsAt reports whether a placeholder ends at end.
func (p *Placeholders) endsAt(b []byte, end int) bool {
	for at := max(0, end-p.most); at < end; at++ {
		if p.first[b[at]] && p.End(b[:end], at) == end {
			return true
		}
	}
	return false
}

// Before returns at, or where the placeholder that at stands in the middle of starts.
func (p *Placeholders) Before(b []byte, at int) int {
	for i := max(0, at-p.most+1); i < at; i++ {
		if p.first[b[i]] {
			if end := p.End(b, i); end > at {
				return i
			} else if end > i {
				i = end - 1
			}
		}
	}
	return at
}

// EndAround returns the offset behind the placeholder that the byte at at belongs to, or at where it belongs to none or ends one.
func (p *Placeholders) EndAround(b []byte, at int) int {
	if start := p.Before(b, at+1); start <= at {
		return p.End(b, start)
	}
	return at
}

// Parse reports whether b is exactly one placeholder of the first or the second form, and of which entity; None is that of REDACTED.
func (p *Placeholders) Parse(b []byte) (Entity, bool) {
	if len(b) < 3 || b[0] != '<' || b[len(b)-1] != '>' {
		return None, false
	}
	inside := b[1 : len(b)-1]
	if e, ok := p.names[string(inside)]; ok {
		return e, true
	}
	name, ok := cutPseudonym(inside)
	if !ok {
		return None, false
	}
	e, ok := p.names[string(name)]
	return e, ok
}

// cutPseudonym returns what stands before "_k1_bcdf…".
func cutPseudonym(b []byte) ([]byte, bool) {
	rest := len(b) - PseudonymSize - 1
	if rest < 1 || b[rest] != '_' {
		return nil, false
	}
	for _, c := range b[rest+1:] {
		if !isPseudonymLetter(c) {
			return nil, false
		}
	}
	i := rest - 1
	for i > 0 && rest-i <= MaxKeyID && classes[b[i]]&(lower|digit) != 0 {
		i--
	}
	if i < 1 || b[i] != '_' || !is(b[i+1], lower) {
		return nil, false // an id begins with a letter: it may be no number of a card
	}
	return b[:i], true
}

func isPseudonymLetter(c byte) bool {
	for i := range len(PseudonymAlphabet) {
		if PseudonymAlphabet[i] == c {
			return true
		}
	}
	return false
}

// placeholderEnd is [Placeholders.End] for the text under scan.
func (t *Text) placeholderEnd(at int) int { return t.scanner.placeholders.End(t.Bytes, at) }
