package redact

import "github.com/otel-genai/genaiprocessor/redaction"

// plainKeys says which keys of maps can hold no finding of a policy, so that they are not looked at.
type plainKeys uint8

const (
	plainByDefault plainKeys = iota // under the default pack
	plainByWords                    // under other packs, which find "10.0.0.1" and "aa-bb-cc-dd-ee-ff": small letters only, and no dashes
	neverPlain                      // a term or a rule of the user's may be any word
)

// plainKeysOf returns what holds under a policy for texts.
func plainKeysOf(s *redaction.Settings) plainKeys {
	if len(s.Deny)+len(s.Rules) > 0 {
		return neverPlain
	}
	for _, pack := range s.Packs {
		if pack != "default" {
			return plainByWords
		}
	}
	for _, entity := range s.Entities {
		if entity.Enabled != nil && *entity.Enabled {
			return plainByWords
		}
	}
	return plainByDefault
}

// Bounds of plain keys: below them, letters and digits are no phone number, no card, no token and no wallet.
const (
	maxPlainDigits = 6
	maxPlainWord   = 16
)

// has says, without the engine, that a key can't hold a finding: short words of letters, '_', '.', '-' and '/', with few digits, and none
// beside capitals. Almost every key that a program writes is plain.
func (p plainKeys) has(key string) bool {
	digits, capitals, dashes, word := 0, 0, 0, 0
	for i := range len(key) {
		c := key[i]
		switch {
		case 'a' <= c && c <= 'z':
			word++
		case isASCIIDigit(c):
			word++
			digits++
		case isASCIIUpper(c):
			word++
			capitals++
		case c == '_' || c == '.' || c == '-' || c == '/':
			word = 0
			if c == '-' {
				dashes++
			}
		default:
			return false
		}
		if word > maxPlainWord {
			return false
		}
	}
	switch p {
	case plainByDefault:
		return digits == 0 || digits <= maxPlainDigits && capitals == 0
	case plainByWords:
		return digits+capitals+dashes == 0
	default:
		return false
	}
}
