package detect

// subject is what a context word speaks of: the number of a detector among those of a scanner that have context words.
type subject uint16

// notAbout is the subject of words that end the name of a field which holds no personal number, whatever comes before them: "phone_id",
// "card_updated_at", "call_count".
const notAbout subject = 0

// context is a set of subjects.
type context [4]uint64

// maxSubjects is how many a context can hold.
const maxSubjects = 4 * 64

func (c *context) add(s subject)      { c[s/64] |= 1 << (s % 64) }
func (c *context) has(s subject) bool { return c[s/64]>>(s%64)&1 == 1 }

func (c *context) join(other context) {
	for i := range c {
		c[i] |= other[i]
	}
}

const (
	contextBefore = 48 // bytes
	contextAfter  = 16 // bytes
	contextWord   = 40 // the longest word looked up, in bytes
)

// notAboutWords are in lower case.
var notAboutWords = []string{
	"id", "ids", "uuid", "at", "time", "timestamp", "ts", "date", "ms", "ns", "seconds", "count", "tokens", "cost", "size", "bytes", "length",
	"index", "price", "amount", "version", "total", "duration", "limit", "balance",
}

// addContext adds context words under a subject of their own.
func (s *Scanner) addContext(words []string) subject {
	s.subjects++
	if s.subjects == maxSubjects {
		panic("more detectors with context words than a context can hold")
	}
	for _, w := range words {
		of, known := s.context[w]
		of.add(s.subjects)
		s.context[w] = of
		if len(w) > 2 && isUnspaced(w[0]) && !known {
			lead := [3]byte([]byte(w))
			s.unspaced[lead] = append(s.unspaced[lead], w)
		}
	}
	return s.subjects
}

// contextMemo remembers the subjects of the words around the last candidate: those before start, and those on both sides.
type contextMemo struct {
	start, end    int
	before, found context
	known         bool
}

// hasContext reports whether the words around the candidate [start, end), or the keys above it, are context words of the detector that is
// being asked.
func (t *Text) hasContext(start, end int) bool { return t.about(t.subject, start, end) }

// About reports whether words of list k of Policy.Subjects stand around [start, end) of the text that was scanned last, or in the keys
// above it.
func (t *Text) About(k, start, end int) bool { return t.about(t.scanner.asked[k], start, end) }

func (t *Text) about(s subject, start, end int) bool {
	m := &t.around
	if !m.known || m.start != start || m.end != end {
		if !m.known || m.start != start {
			m.before = t.contextBefore(start)
		}
		m.start, m.end, m.known = start, end, true
		m.found = t.contextBehind(end)
		m.found.join(m.before)
	}
	return m.found.has(s)
}

// contextBefore returns what the words before the candidate that starts at start, and the keys above it, speak of.
func (t *Text) contextBefore(start int) context {
	if !t.keyKnown {
		t.keyed = t.scanner.keyContext(t.Place.Key)
		t.keyed.join(t.scanner.keyContext(t.Place.Attribute))
		if IsBareKey(t.Place.Key) {
			t.keyed.join(t.scanner.keyContext(t.Place.Outer))
		}
		t.keyKnown = true
	}
	low := contextStart(t.Bytes, start)
	t.Work += start - low
	found, _ := t.scanner.wordsContext(t.Bytes[low:start])
	found.join(t.keyed)
	return found
}

// contextBehind returns what the words behind the candidate that ends at end speak of.
func (t *Text) contextBehind(end int) context {
	high := end
	for high < len(t.Bytes) && high-end < contextAfter && !is(t.Bytes[high], lineEnd) {
		high++
	}
	for high > end && high < len(t.Bytes) && high-end < contextAfter+contextWord && isWordAt(t.Bytes, high-1) && isWordAt(t.Bytes, high) {
		high++ // the rest of a word that the window would cut
	}
	t.Work += high - end
	found, _ := t.scanner.wordsContext(t.Bytes[end:high])
	return found
}

// contextStart returns where the words before a candidate begin to count: at most contextBefore bytes earlier, on the same line or,
// where the line before ends with a colon, on that one.
func contextStart(b []byte, start int) int {
	low := max(0, start-contextBefore)
	for i := start - 1; i >= low; i-- {
		if !is(b[i], lineEnd) {
			continue
		}
		p := i
		for p > low && classes[b[p-1]]&(lineEnd|blank) != 0 {
			p--
		}
		if p == low || b[p-1] != ':' {
			return i + 1
		}
		i = p
	}
	for low > 0 && low < start && isAlnumAt(b, low-1) && isAlnumAt(b, low) {
		low++ // a word that the window cuts
	}
	return low
}

// isWordAt reports whether a word may have the byte at i.
func isWordAt(b []byte, i int) bool { return classes[b[i]]&(letter|highByte) != 0 }

// bareWords are words of keys that say nothing of what they hold, in lower case: of {"phone": {"number": …}}, the key further out does.
var bareWords = []string{
	"number", "numbers", "value", "values", "no", "nr", "num", "raw", "digits", "formatted", "display", "plain", "full", "national", "local",
	"international", "primary", "secondary", "main", "current",
}

// IsBareKey reports whether key says nothing of what it holds, so that the key of the map that it stands in counts as well.
func IsBareKey(key []byte) bool {
	for end := len(key); end > 0; {
		if !is(key[end-1], alnum) {
			end--
			continue
		}
		start := keyWordStart(key, end)
		if !isOneOf(key[start:end], bareWords) {
			return false
		}
		end = start
	}
	return len(key) > 0
}

// keyContext returns what a key speaks of; none if its last word says that it holds no personal number.
func (s *Scanner) keyContext(key []byte) context {
	all, last := s.wordsContext(key)
	if last.has(notAbout) {
		return context{}
	}
	return all
}

// wordsContext returns what the words of b speak of together, and what the last of them does, with the one before if the two are a pair
// ("tax_id"), else alone ("phone_id"). Words are letters, whole and split where a capital follows a small letter, and in a script without
// blanks anything inside of them. Placeholders are no words, nor is what hashes and ids are full of (see isScrap).
func (s *Scanner) wordsContext(b []byte) (all, last context) {
	all, last, split := s.contextOfWords(b, true)
	if split {
		whole, _, _ := s.contextOfWords(b, false)
		all.join(whole)
	}
	return all, last
}

// contextOfWords is wordsContext with or without the splitting of words at capitals; split is true if there was something to split.
func (s *Scanner) contextOfWords(b []byte, camel bool) (all, last context, split bool) {
	var pair [2*contextWord + 1]byte
	previous := 0 // bytes of pair in use by the word before
	for i := 0; i < len(b); {
		if end := s.placeholders.End(b, i); end > i {
			i, previous = end, 0
			continue
		}
		if classes[b[i]]&(letter|highByte) == 0 {
			i++
			continue
		}
		j := wordEnd(b, i, camel)
		split = split || isLetterAt(b, j)
		all.join(s.unspacedContext(b[i:j]))
		if j-i > contextWord || isScrap(b, i, j) {
			i, previous, last = j, 0, context{}
			continue
		}
		pair[previous] = ' '
		for k := i; k < j; k++ {
			pair[previous+1+k-i] = lowerByte(b[k])
		}
		current := pair[previous+1 : previous+1+j-i]
		last = s.context[string(current)]
		all.join(last)
		if previous > 0 {
			if both, known := s.context[string(pair[:previous+1+j-i])]; known {
				all.join(both)
				last = both // "tax id" says what "id" alone would not
			}
		}
		copy(pair[:], current)
		i, previous = j, j-i
	}
	return all, last, split
}

// isScrap reports whether the letters b[i:j] are a piece of a hash or an id, as the "cc" of "9cc6" and "cc59f", and the "SMS" of "D6SMS47":
// two or three with digits and letters about them. They are a word in "cc2: ", and three of them in "borrower2ssn".
func isScrap(b []byte, i, j int) bool {
	if j-i > 3 {
		return false
	}
	behind := j
	for isDigitAt(b, behind) {
		behind++
	}
	return isDigitAt(b, i-1) && (j-i < 3 || behind > j) || behind > j && isLetterAt(b, behind)
}

func wordEnd(b []byte, i int, camel bool) int {
	j := i + 1
	for j < len(b) && classes[b[j]]&(letter|highByte) != 0 && !(camel && is(b[j], upper) && is(b[j-1], lower)) {
		j++
	}
	return j
}

func isLetterAt(b []byte, i int) bool { return i < len(b) && classes[b[i]]&letter != 0 }

// isUnspaced reports whether a character that starts with c takes three bytes, as those of the scripts do that are written without blanks
// (Chinese, Japanese, Thai) or with endings on a word (Korean).
func isUnspaced(c byte) bool { return c&0xf0 == 0xe0 }

// unspacedContext returns what the context words inside of a run of letters speak of that are in such scripts.
func (s *Scanner) unspacedContext(run []byte) context {
	var all context
	for i := 0; i+3 <= len(run); i++ {
		if !isUnspaced(run[i]) {
			continue
		}
		for _, w := range s.unspaced[[3]byte(run[i:])] {
			if len(run)-i >= len(w) && string(run[i:i+len(w)]) == w {
				all.join(s.context[w])
			}
		}
	}
	return all
}
