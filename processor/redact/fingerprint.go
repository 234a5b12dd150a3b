package redact

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"reflect"
	"slices"
	"strconv"
)

// fingerprintLetters stand for the 16 values of half a byte. Without digits and vowels, what they write is neither a number nor a word to
// any detector.
const fingerprintLetters = "bcdfghjkmnpqrstw"

// fingerprintBytes are as many bytes of the hash as are shown, by two letters each.
const fingerprintBytes = 8

// Fingerprint is a name for a list of settings and of words that belong to them, made of them alone: 16 letters, the same in every
// collector and version that has these settings, and others for other settings or another order. Settings are hashed by name, as users
// wrote them, and what is left at its zero value is left out, so that neither a new detector in a pack nor a setting that is new makes
// another name. Fields of type []byte are keys, and no part of it; but that of pseudonyms, where there is one, keys the hash, so that nobody
// without it can try out which terms a policy denies or allows.
func Fingerprint(words []string, list ...Settings) string {
	h := sha256.New()
	for i := range list {
		if key := list[i].Text.Pseudonym.Key; len(key) > 0 {
			h = hmac.New(sha256.New, key)
			hashText(h, "policy") // no pseudonym is made of the same text
			break
		}
	}
	hashValue(h, reflect.ValueOf(words))
	hashValue(h, reflect.ValueOf(list))
	var letters [2 * fingerprintBytes]byte
	for i, b := range h.Sum(nil)[:fingerprintBytes] {
		letters[2*i], letters[2*i+1] = fingerprintLetters[b>>4], fingerprintLetters[b&15]
	}
	return string(letters[:])
}

// hashValue writes a value so that no two different ones are written alike: each text with its length, each list and struct with its end.
func hashValue(h hash.Hash, v reflect.Value) {
	if v.Kind() != reflect.Pointer {
		if named, ok := v.Interface().(fmt.Stringer); ok {
			hashText(h, named.String())
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		hashValue(h, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); !isLeftOut(field) {
				hashText(h, v.Type().Field(i).Name)
				hashValue(h, field)
			}
		}
		hashEnd(h)
	case reflect.Slice:
		for i := range v.Len() {
			hashValue(h, v.Index(i))
		}
		hashEnd(h)
	case reflect.Array: // by the kind of content
		for i := range v.Len() {
			if element := v.Index(i); !isLeftOut(element) {
				hashText(h, strconv.Itoa(i))
				hashValue(h, element)
			}
		}
		hashEnd(h)
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		for _, key := range keys {
			hashText(h, key.String())
			hashValue(h, v.MapIndex(key))
		}
		hashEnd(h)
	default:
		hashText(h, fmt.Sprint(v.Interface()))
	}
}

// isLeftOut reports whether a field says nothing, or is a key.
func isLeftOut(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() == 0 || v.Type().Elem().Kind() == reflect.Uint8
	case reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if !isLeftOut(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

func hashText(h hash.Hash, text string) {
	h.Write(binary.AppendUvarint(nil, uint64(len(text))+1))
	h.Write([]byte(text))
}

// hashEnd writes what begins no text.
func hashEnd(h hash.Hash) { h.Write([]byte{0}) }
