package redaction

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// MaskSettings are what the action Mask leaves of a finding. Signs between its characters keep their places ("**** **** **** 1111"), and so
// does the domain of an e-mail address. Nothing is left of secrets and of what is signs throughout, which become eight masking characters
// whatever their length, nor where less than minMasked characters would be hidden. Keys of maps get placeholders, and so does what would
// be found again as something else.
type MaskSettings struct {
	Char string // one of maskChars; "": that of Settings.Mask, or "*"
	// KeepFirst and KeepLast are numbers of characters up to maxKeep. nil: those of Settings.Mask, or the entity's own: CREDIT_CARD 0 and 4,
	// PHONE 0 and 2, IBAN 2 and 4, others 0 and 0. Of an EMAIL KeepFirst is that of the part before the at sign, whose end is never left: with
	// the domain, it would be another address.
	KeepFirst, KeepLast *int
}

const (
	// DefaultMaskChar is the masking character in force where MaskSettings.Char is "".
	DefaultMaskChar = "*"
	maskChars       = "*#?" // no detector takes them for a part of what it looks for
	maxKeep         = 32
	minMasked       = 4
	secretMask      = 8
	// PCI DSS 4.0.1, requirement 3.4.1 and PCI SSC FAQ 1091: of a card of 16 digits or more at most the first 8 and the last 4, of a shorter
	// one the first 6.
	maxCardFirst, maxShortCardFirst, maxCardLast = 8, 6, 4
	longCard                                     = 16
	minCard                                      = 12 // digits of the shortest card: of less, nothing is left
)

// mask is what becomes of the findings of one entity.
type mask struct {
	entity      Entity
	char        byte
	first, last int
}

// setMasks compiles what is masked, if anything is.
func (e *Engine) setMasks(s *Settings) error {
	if err := s.Mask.check("mask"); err != nil {
		return err
	}
	for _, name := range sortedNames(s.Entities) {
		if err := s.Entities[name].Mask.check("detectors::" + name + "::mask"); err != nil {
			return err
		}
	}
	for en, action := range e.actions {
		if action != Mask {
			continue
		}
		m, err := maskOf(Entity(en), s.Mask, s.Entities[e.names[en]].Mask, e.names[en])
		if err != nil {
			return err
		}
		if e.masks == nil {
			e.masks = make([]mask, len(e.names))
		}
		e.masks[en] = m
	}
	return nil
}

func (s MaskSettings) check(key string) error {
	if s.Char != "" && (len(s.Char) != 1 || !strings.Contains(maskChars, s.Char)) {
		return fmt.Errorf("%s::char: expected one of %s, found %q", key, strings.Join(strings.Split(maskChars, ""), ", "), s.Char)
	}
	for _, keep := range []struct {
		key   string
		value *int
	}{{"keep_first", s.KeepFirst}, {"keep_last", s.KeepLast}} {
		if keep.value != nil && (*keep.value < 0 || *keep.value > maxKeep) {
			return fmt.Errorf("%s::%s: expected a number from 0 to %d, found %d", key, keep.key, maxKeep, *keep.value)
		}
	}
	return nil
}

// maskOf compiles the settings of one entity: its own, or else those of all, or else the default.
func maskOf(en Entity, all, own MaskSettings, name string) (mask, error) {
	m := mask{entity: en, char: DefaultMaskChar[0]}
	for _, char := range []string{own.Char, all.Char} {
		if char != "" {
			m.char = char[0]
			break
		}
	}
	if isSecret(en) {
		if keeps(own.KeepFirst) || keeps(own.KeepLast) {
			return m, fmt.Errorf("detectors::%s::mask: expected no keep_first and no keep_last, since nothing is left of a secret", name)
		}
		return m, nil
	}
	switch en {
	case detect.CreditCard:
		m.last = 4
	case detect.Phone:
		m.last = 2
	case detect.IBAN:
		m.first, m.last = 2, 4
	}
	set := func(field *int, own, all *int) {
		if own != nil {
			*field = *own
		} else if all != nil {
			*field = *all
		}
	}
	set(&m.first, own.KeepFirst, all.KeepFirst)
	set(&m.last, own.KeepLast, all.KeepLast)
	if en == detect.Email {
		m.last = 0
		if keeps(own.KeepLast) {
			return m, fmt.Errorf("detectors::%s::mask::keep_last: expected 0, since an address keeps its domain, found %d",
				name, *own.KeepLast)
		}
	}
	if en == detect.CreditCard {
		return m, m.checkCard(own, name)
	}
	return m, nil
}

// checkCard reports whether more is left of a card than PCI DSS allows. own are the settings of the entity alone, whose name is name.
func (m mask) checkCard(own MaskSettings, name string) error {
	for _, keep := range []struct {
		key          string
		own          *int
		found, limit int
	}{{"keep_first", own.KeepFirst, m.first, maxCardFirst}, {"keep_last", own.KeepLast, m.last, maxCardLast}} {
		if keep.found > keep.limit {
			key := "mask"
			if keep.own != nil {
				key = "detectors::" + name + "::mask"
			}
			return fmt.Errorf("%s::%s: expected at most %d for CREDIT_CARD (PCI DSS 3.4.1), found %d", key, keep.key, keep.limit, keep.found)
		}
	}
	return nil
}

func keeps(n *int) bool { return n != nil && *n > 0 }

// append appends the mask of a finding. It is ready for a JSON string, and the mask of a mask is the same.
func (m mask) append(dst, finding []byte) []byte {
	if isSecret(m.entity) || m.count(finding) == 0 {
		return append(dst, strings.Repeat(string(m.char), secretMask)...)
	}
	if m.entity == detect.Email {
		if at := bytes.LastIndexByte(finding, '@'); at >= 0 && isMailDomain(finding[at+1:]) {
			dst = m.appendPart(dst, finding[:at], m.first, m.last)
			return append(dst, finding[at:]...)
		}
		return m.appendPart(dst, finding, 0, 0)
	}
	first, last := m.first, m.last
	if !m.fits(finding) {
		first, last = 0, 0
	}
	if m.entity == detect.CreditCard && m.count(finding) < longCard {
		first = min(first, maxShortCardFirst)
	}
	return m.appendPart(dst, finding, first, last)
}

// fits reports whether a finding has the form of its entity: what is replaced for its key may hold anything.
func (m mask) fits(finding []byte) bool {
	switch m.entity {
	case detect.CreditCard:
		return m.isNumber(finding) && m.count(finding) >= minCard
	case detect.Phone:
		return m.isNumber(finding)
	case detect.IBAN:
		for _, c := range finding {
			if !isAlnum(c) && c != ' ' && c != '-' && c != m.char {
				return false
			}
		}
		return m.count(finding) >= 15 // Norway's, the shortest
	}
	return true
}

// isNumber reports whether finding is digits, masked or not, and signs between them.
func (m mask) isNumber(finding []byte) bool {
	for _, c := range finding {
		if !isDigit(c) && m.isCharacter(c) && c != m.char {
			return false
		}
	}
	return true
}

func isMailDomain(domain []byte) bool {
	for _, c := range domain {
		if !isAlnum(c) && c != '.' && c != '-' {
			return false
		}
	}
	return bytes.IndexByte(domain, '.') > 0
}

// isCharacter reports whether c is, or begins, something to mask rather than a sign between: letters, digits, masked characters, and what
// may not stand in a JSON string.
func (m mask) isCharacter(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', '\v', '\f':
		return false
	case m.char, '"', '\\':
		return true
	}
	return isAlnum(c) || c < ' ' || c >= 0x7F
}

// count returns the number of characters in text.
func (m mask) count(text []byte) int {
	n := 0
	for i := 0; i < len(text); n++ {
		for i < len(text) && !m.isCharacter(text[i]) {
			i++
		}
		if i == len(text) {
			return n
		}
		_, size := utf8.DecodeRune(text[i:])
		i += size
	}
	return n
}

// appendPart appends text with all characters masked but the first and the last so many. Blanks and line ends become spaces.
func (m mask) appendPart(dst, text []byte, first, last int) []byte {
	all := m.count(text)
	if all < first+last+minMasked {
		first, last = 0, 0
	}
	n := 0
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		unit := text[i : i+size]
		i += size
		switch {
		case !m.isCharacter(unit[0]):
			if unit[0] < ' ' {
				unit = []byte{' '}
			}
			dst = append(dst, unit...)
			continue
		case (n < first || n >= all-last) && (isAlnum(unit[0]) || size > 1 && c != utf8.RuneError):
			dst = append(dst, unit...)
		default:
			dst = append(dst, m.char)
		}
		n++
	}
	return dst
}
