package redaction

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"sync"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// PseudonymSettings are the key of pseudonyms. It is never printed: fmt writes "[REDACTED]" for all of it.
type PseudonymSettings struct {
	Key   []byte // MinKeyBytes or more, of minKeyDistinct different ones; none: no action needs it
	KeyID string // a small letter, then small letters and digits, MaxKeyID at most; "": four letters that follow from Key
}

// Format implements [fmt.Formatter].
func (PseudonymSettings) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, "[REDACTED]") }

const (
	// MinKeyBytes is the size of the digest: shorter keys would be its weak spot (RFC 2104, section 3).
	MinKeyBytes = sha256.Size
	// minKeyDistinct is what no random key of MinKeyBytes misses, and "aaaa…" or "12341234…" do.
	minKeyDistinct = 8
	// derivedKeyID is the size in letters of the id of a key that has none: it tells a handful of keys apart, and does not help to guess one.
	derivedKeyID = 4
	// keyIDLabel is what the id is derived from. No name of an entity is in small letters.
	keyIDLabel = "key_id"
)

// pseudonyms makes pseudonyms under one key. It is safe for concurrent use.
type pseudonyms struct {
	keyID string
	macs  sync.Pool // of *mac; its New alone holds the key
}

// mac is the state of one computation.
type mac struct {
	hash    hash.Hash
	message []byte
	sum     [sha256.Size]byte
}

// newPseudonyms compiles settings, which are nil where there is no key.
func newPseudonyms(s PseudonymSettings) (*pseudonyms, error) {
	if err := checkKeyID(s.KeyID); err != nil {
		return nil, fmt.Errorf("pseudonym: key_id: %w", err)
	}
	if len(s.Key) == 0 {
		return nil, nil
	}
	if err := CheckKey(s.Key); err != nil {
		return nil, fmt.Errorf("pseudonym: key: %w", err)
	}
	p := &pseudonyms{keyID: s.KeyID}
	key := append([]byte(nil), s.Key...)
	p.macs.New = func() any { return &mac{hash: hmac.New(sha256.New, key)} }
	if p.keyID == "" {
		p.keyID = string(p.appendLetters(nil, keyIDLabel, nil, derivedKeyID))
	}
	return p, nil
}

// CheckKey reports whether a key is too short, or too plain to be random. The error does not hold it.
func CheckKey(key []byte) error {
	if len(key) < MinKeyBytes {
		return fmt.Errorf("expected at least %d bytes, found %d", MinKeyBytes, len(key))
	}
	var seen [256]bool
	distinct := 0
	for _, b := range key {
		if !seen[b] {
			seen[b] = true
			distinct++
		}
	}
	if distinct < minKeyDistinct {
		return fmt.Errorf("expected random bytes, at least %d different ones, found %d", minKeyDistinct, distinct)
	}
	for size := 1; size <= len(key)/2; size++ {
		if bytes.Equal(key[size:], key[:len(key)-size]) {
			return fmt.Errorf("expected random bytes, found %d that are repeated", size)
		}
	}
	return nil
}

func checkKeyID(id string) error {
	const expected = "expected a small letter, then small letters and digits, %d at most, found %q"
	if len(id) > detect.MaxKeyID {
		return fmt.Errorf(expected, detect.MaxKeyID, id[:detect.MaxKeyID]+"…")
	}
	for i, c := range []byte(id) {
		if c < 'a' || c > 'z' {
			if i == 0 || !isDigit(c) {
				return fmt.Errorf(expected, detect.MaxKeyID, id)
			}
		}
	}
	return nil
}

// appendLetters appends the first size letters of the HMAC-SHA-256 of name, a zero byte and text: one for each four bits, high ones first.
func (p *pseudonyms) appendLetters(dst []byte, name string, text []byte, size int) []byte {
	m := p.macs.Get().(*mac)
	m.message = append(append(append(m.message[:0], name...), 0), text...)
	m.hash.Reset()
	m.hash.Write(m.message)
	for _, b := range m.hash.Sum(m.sum[:0])[:size/2] {
		dst = append(dst, detect.PseudonymAlphabet[b>>4], detect.PseudonymAlphabet[b&15])
	}
	if cap(m.message) > maxKept {
		m.message = nil
	}
	p.macs.Put(m)
	return dst
}

// of returns the pseudonym of a canonical text of the entity of a name.
func (p *pseudonyms) of(name string, canonical []byte) string {
	var space [96]byte
	b := append(append(space[:0], '<'), name...)
	b = append(append(append(b, '_'), p.keyID...), '_')
	b = p.appendLetters(b, name, canonical, detect.PseudonymSize)
	return string(append(b, '>'))
}

// HasKey reports whether [Engine.Pseudonym] can be called.
func (e *Engine) HasKey() bool { return e.pseudonyms != nil }

// RequireKey returns an error that names the setting, such as "identity: pseudonym", that needs a key, if there is none.
func (e *Engine) RequireKey(setting string) error {
	if e.HasKey() {
		return nil
	}
	return fmt.Errorf("pseudonym: key: expected at least %d bytes for %s, found 0", MinKeyBytes, setting)
}

// Pseudonym returns "<EMAIL_k1_bcdf…>": 80 bits of HMAC-SHA-256 under the key, over the name of en, a zero byte and canonical, as letters
// of [detect.PseudonymAlphabet]. It is the same in every process that has the key, differs between entities, and is passed over as a
// placeholder is. canonical is what counts as the same value; [appendCanonical] says what Text takes for it. It panics without a key.
func (e *Engine) Pseudonym(en Entity, canonical []byte) string {
	return e.pseudonyms.of(e.Name(en), canonical)
}

// IsPlaceholder reports whether all of text stands for what was redacted: a placeholder or a pseudonym, be it of another key.
func (e *Engine) IsPlaceholder(text string) bool {
	return text != "" && e.grammar.End([]byte(text), 0) == len(text)
}
