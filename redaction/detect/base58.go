package detect

import "crypto/sha256"

const (
	bitcoinAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	rippleAlphabet  = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
	base58Address   = 25 // bytes: version, 20 of hash, 4 of checksum
	base58Key       = 38 // bytes: version, 32 of key, a flag, 4 of checksum
)

var (
	bitcoinDigits = base58Digits(bitcoinAlphabet)
	rippleDigits  = base58Digits(rippleAlphabet)
)

func base58Digits(alphabet string) (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i := range len(alphabet) {
		t[alphabet[i]] = int8(i)
	}
	return t
}

// decodeBase58 writes the number that text stands for to all of dst, big end first. It returns false where a byte is no digit, or the
// number is too large for dst.
func decodeBase58(dst, text []byte, digits *[256]int8) bool {
	clear(dst)
	for _, c := range text {
		carry := int(digits[c])
		if carry < 0 {
			return false
		}
		for i := len(dst) - 1; i >= 0; i-- {
			carry += int(dst[i]) * 58
			dst[i] = byte(carry)
			carry >>= 8
		}
		if carry > 0 {
			return false
		}
	}
	return true
}

// checksumRight reports whether the last four bytes are the start of the double SHA-256 of those before (Base58Check,
// https://en.bitcoin.it/wiki/Base58Check_encoding).
func checksumRight(decoded []byte) bool {
	n := len(decoded) - 4
	first := sha256.Sum256(decoded[:n])
	second := sha256.Sum256(first[:])
	return string(second[:4]) == string(decoded[n:])
}
