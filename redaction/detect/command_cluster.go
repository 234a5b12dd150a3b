package detect

import "bytes"

// Passwords behind several options in one word: "curl -sSu jane:hunter2", "zip -rP hunter2", "ldapsearch -xw hunter2". Such words are looked
// for among the first ones behind these names; options that stand alone are found anywhere.
var clusteredPassword = Detector{
	Entities: []Entity{Password, URLCredentials},
	Starts:   []string{"curl ", "zip ", "unzip ", "ldapsearch ", "ldapadd ", "ldapmodify ", "ldapdelete ", "ldapwhoami "},
	Behind:   mayBeClustered, Find: findClusteredPassword,
}

const (
	maxClusterWords = 5
	maxClusterWord  = 32 // bytes
)

// mayBeClustered reports whether one of the first words behind i may be such a word.
func mayBeClustered(b []byte, i int) bool {
	for range maxClusterWords {
		for i < len(b) && is(b[i], blank) {
			i++
		}
		start := i
		for i < len(b) && i-start < maxClusterWord && is(b[i], plainValue) && b[i] < 0x80 && b[i] != '\\' {
			i++
		}
		word := b[start:i]
		for _, letter := range []byte("uPw") {
			if len(word) > 0 && clusterSize(word, letter) > 0 {
				return true
			}
		}
		switch c := byteAt(b, i); {
		case c >= 0x80, c == '\\' && (byteAt(b, i+1) == 't' || !isShortEscape(byteAt(b, i+1))):
			return true // who knows what it stands for
		case start == i || !is(c, blank):
			return false
		}
	}
	return false
}

func findClusteredPassword(t *Text, at int) bool {
	b := t.Bytes
	letter := byte('w')
	switch b[at] {
	case 'c':
		letter = 'u'
	case 'z', 'u':
		letter = 'P'
	}
	i := at + bytes.IndexByte(b[at:], ' ')
	for range maxClusterWords {
		start := t.runEndWithin(i, maxAssignedGap/4, blank)
		end := t.runEndWithin(start, maxClusterWord, plainValue)
		if start == i || start == end {
			return false
		}
		if size := clusterSize(b[start:end], letter); size > 0 {
			return t.addClustered(letter, start+size)
		}
		i = end
	}
	return false
}

// clusterSize returns the length of the word of options up to letter, 0 if it is none or letter is the first one.
func clusterSize(word []byte, letter byte) int {
	if word[0] != '-' {
		return 0
	}
	for i := 1; i < len(word) && is(word[i], lower|upper); i++ {
		if word[i] == letter {
			if i == 1 {
				return 0
			}
			return i + 1
		}
	}
	return 0
}

// addClustered adds what stands behind the letter that ends at i, right there or behind blanks.
func (t *Text) addClustered(letter byte, i int) bool {
	value := t.runEndWithin(i, maxAssignedGap, blank)
	if letter == 'u' {
		return findLogin(t, value)
	}
	v, ok := t.shellValue(value)
	return ok && (v.quoted || value == i || !isProse(t.Bytes, t.Bytes[v.start:v.end], v.end)) && t.isShellPassword(v) &&
		t.add(Password, v.start, v.end, v.end)
}
