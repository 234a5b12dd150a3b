package detect

import (
	"unicode"
	"unicode/utf8"
)

// maxNameWords is how many words a name has at most, particles left out.
const maxNameWords = 4

// nameParticles stand inside of names in small letters.
var nameParticles = []string{
	"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al", "bin", "ibn", "ter",
	"ten", "zu",
}

// nameEnd returns the end of the name of a person at i: one to four words with capitals, initials and particles among them, none of them
// in notNames; i where there is none. Words in capitals throughout count where capitals is true.
func (t *Text) nameEnd(i int, capitals bool) int {
	b, end := t.Bytes, i
	long, stopped := false, false
	for words, next := 0, i; words < maxNameWords; words++ {
		word := nameWordEnd(b, next)
		for particles := 0; word == next && words > 0 && particles < 3; particles++ {
			particle := t.runEndWithin(next, 6, lower)
			if !isOneOf(b[next:particle], nameParticles) || byteAt(b, particle) != ' ' {
				break
			}
			next = particle + 1
			word = nameWordEnd(b, next)
		}
		t.Work += word - next + 1
		if words > 0 && isCompany(b[next:t.runEndWithin(next, 12, letter)]) {
			return i
		}
		if word == next {
			break
		}
		if stopped = stopped || !capitals && isAllUpper(b[next:word]) || isNotName(b[next:word]); stopped {
			if words == 0 || byteAt(b, word) != ' ' {
				break
			}
			next = word + 1
			continue
		}
		long = long || word-next > 1
		if end = word; byteAt(b, end) == '.' && word-next == 1 { // an initial
			if byteAt(b, end+1) == ' ' {
				end++
			}
		}
		if byteAt(b, end) != ' ' {
			break
		}
		next = end + 1
	}
	if !long {
		return i
	}
	return end
}

// nameWordEnd returns the end of the word at i, which must start with a capital and have small letters, hyphens and apostrophes behind
// it, or capitals alone; i where it is none.
func nameWordEnd(b []byte, i int) int {
	const most = 40
	first, size := utf8.DecodeRune(b[i:])
	if !unicode.IsUpper(first) {
		return i
	}
	end, previous, capitals := i+size, first, 1
	for end < len(b) && end-i < most {
		r, size := rune(b[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(b[end:])
		}
		switch {
		case unicode.IsUpper(r):
			if unicode.IsLower(previous) && !startsInnerCapital(b[i:end]) {
				return i // JavaScript
			}
			capitals++
		case unicode.IsLetter(r), unicode.IsMark(r):
			if capitals > 1 && unicode.IsUpper(previous) && previous != first && !startsInnerCapital(b[i:end-utf8.RuneLen(previous)]) {
				return i // APIs
			}
		case (r == '\'' || r == '-' || r == '’') && unicode.IsLetter(previous):
			if next, _ := utf8.DecodeRune(b[end+size:]); !unicode.IsLetter(next) || r != '-' && unicode.IsLower(next) && capitals == 1 {
				return end // "Anna's", a dash
			}
			previous = '-'
			end += size
			continue
		case unicode.IsDigit(r), r == '_', r == '@':
			return i
		default:
			return end
		}
		previous = r
		end += size
	}
	return end
}

// startsInnerCapital reports whether a capital may follow start inside of a name: "McKay", "DeShawn", "O'Neill", "Smith-Jones".
func startsInnerCapital(start []byte) bool {
	switch string(start) {
	case "Mc", "Mac", "De", "La", "Le", "Di", "Du", "Van", "Von", "Fitz":
		return true
	}
	c := byteAt(start, len(start)-1)
	return c == '-' || c == '\'' || c == 0x99 // the end of ’
}

// isAllUpper reports whether word has two letters or more, all of them capitals.
func isAllUpper(word []byte) bool {
	letters := 0
	for _, c := range word {
		if is(c, lower) {
			return false
		}
		letters++
	}
	return letters > 1
}

// isCompany reports whether word makes the words before it the name of a company.
func isCompany(word []byte) bool {
	return isOneOf(word, companyWords)
}

var companyWords = []string{
	"inc", "ltd", "llc", "corp", "corporation", "company", "gmbh", "plc", "limited", "group", "bank", "university", "institute",
}

// isNotName reports whether word is one of notNames.
func isNotName(word []byte) bool {
	var lowered [16]byte
	if len(word) > len(lowered) {
		return false
	}
	for i, c := range word {
		lowered[i] = lowerByte(c)
	}
	return notNames[string(lowered[:len(word)])]
}
