package detect

import "strings"

const bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

// isBech32 reports whether text, all in one case, is a string of Bech32 (BIP-173) or Bech32m (BIP-350) with the given human-readable
// part, which is in lower case, and a right checksum.
func isBech32(text []byte, humanPart string) bool {
	const checksumSize = 6
	if len(text) < len(humanPart)+1+checksumSize || len(text) > 90 || hasAnyIn(text, lower) && hasAnyIn(text, upper) {
		return false
	}
	sum := uint32(1)
	for i := range len(humanPart) {
		sum = bech32Step(sum, uint32(humanPart[i]>>5))
	}
	sum = bech32Step(sum, 0)
	for i := range len(humanPart) {
		sum = bech32Step(sum, uint32(humanPart[i]&31))
	}
	for _, c := range text[len(humanPart)+1:] {
		value := strings.IndexByte(bech32Alphabet, lowerByte(c))
		if value < 0 {
			return false
		}
		sum = bech32Step(sum, uint32(value))
	}
	return sum == 1 || sum == 0x2bc830a3
}

// bech32Step is one step of the BCH code.
func bech32Step(sum, value uint32) uint32 {
	top := sum >> 25
	sum = (sum&0x1ffffff)<<5 ^ value
	for i, generator := range [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
		if top>>i&1 == 1 {
			sum ^= generator
		}
	}
	return sum
}

// hasAnyIn reports whether b holds a byte of set.
func hasAnyIn(b []byte, set charset) bool {
	for _, c := range b {
		if is(c, set) {
			return true
		}
	}
	return false
}
