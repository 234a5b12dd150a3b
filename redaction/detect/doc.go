// Package detect finds personal data and secrets in a text.
//
// A scan is one pass, in three steps: a trigger (a byte, the start of a token, a run of digits, a long token) gives a place to
// look at, a detector grows a candidate there, and a validator (checksum, range, structure, boundary, context words) accepts or
// drops it. There is no regular expression, and the work is linear in the length of the text: every look ahead and back is
// bounded by a constant or remembered, and all of it is counted in [Text.Work], so that a caller can set a limit.
//
// To add a detector: write one file with a [Detector] and its validator, and add one line to the list in detector.go.
//
// The package works on bytes. It expects text in which look-alikes (full-width digits, zero-width characters, escapes) have been
// folded to ASCII already; what is left of bytes 0x80 and above are letters and symbols without meaning to any detector but the
// e-mail one, and count as boundaries.
//
// A family is a file: those of the opt-in packs begin with the name of their pack (eu_france.go, person_birth.go), those of the default pack do
// not (email.go, card.go). What all of them use is in text.go, context.go, number.go, identifier.go and checksum.go.
package detect
