package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

// fakeKeyMarker stands in a sample file where an API key was planted. The key
// itself is in no file, so that no secret scanner takes the sample for a leak.
const fakeKeyMarker = "${FAKE_API_KEY}"

// fakeAPIKey returns a key of the shape that Anthropic gives out (a prefix, 93
// characters, "AA"). It opens nothing: its middle is the hash of a fixed text.
func fakeAPIKey() string {
	const bodyLength = 93
	first := sha256.Sum256([]byte("a key that opens nothing, part 1"))
	second := sha256.Sum256([]byte("a key that opens nothing, part 2"))
	body := hex.EncodeToString(append(first[:], second[:]...))
	return "sk-" + "ant-" + "api03-" + body[:bodyLength] + "AA"
}

// fillTemplate puts the fake key wherever its marker stands. Without a marker
// it returns document itself.
func fillTemplate(document []byte) []byte {
	if !bytes.Contains(document, []byte(fakeKeyMarker)) {
		return document
	}
	return bytes.ReplaceAll(document, []byte(fakeKeyMarker), []byte(fakeAPIKey()))
}
