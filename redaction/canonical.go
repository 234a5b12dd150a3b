package redaction

import (
	"bytes"
	"net/netip"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// appendCanonical appends what counts as the same value for a pseudonym, so that ways of writing it join:
//
//   - an e-mail address in small letters;
//   - a phone number as [appendPhone] does;
//   - an IP address as [netip.Addr] writes it, an IPv4 address mapped into IPv6 as IPv4;
//   - a wallet as it is, or in small letters where upper and lower case say nothing in it;
//   - any other number or id (cards, IBANs, identity cards, MAC addresses): its letters in capitals and its digits, without what stands
//     between;
//   - a term of a deny list in small letters, with one blank between its words;
//   - names, places, dates, secrets and whatever is the user's own: as it is.
//
// finding is the text once escapes and look-alikes are resolved.
func appendCanonical(dst []byte, en Entity, finding []byte) []byte {
	switch en {
	case detect.Email:
		return append(dst, bytes.ToLower(bytes.TrimSpace(finding))...)
	case detect.Phone:
		return appendPhone(dst, finding)
	case detect.IPAddress:
		return appendAddress(dst, finding)
	case detect.CryptoWallet:
		return appendWallet(dst, finding)
	case detect.Denied:
		return append(dst, bytes.ToLower(bytes.Join(bytes.Fields(finding), []byte(" ")))...)
	case detect.Identity, detect.Content, detect.Media, detect.MRZ, detect.Person, detect.DateOfBirth, detect.StreetAddress,
		detect.GeoCoordinates:
		return append(dst, finding...)
	}
	if isSecret(en) || int(en) >= detect.EntityCount {
		return append(dst, finding...)
	}
	return appendID(dst, finding)
}

// appendID appends the letters, in capitals, and digits of an id; all of it, where it has none.
func appendID(dst, finding []byte) []byte {
	from := len(dst)
	for _, c := range finding {
		switch {
		case 'a' <= c && c <= 'z':
			dst = append(dst, c-('a'-'A'))
		case isAlnum(c) || c >= 0x80:
			dst = append(dst, c)
		}
	}
	if len(dst) == from {
		return append(dst, finding...)
	}
	return dst
}

// appendPhone appends a number as "+" and its digits, country code first, where it says its country ("+44 …", "0044 …") or has the form of
// the North American Numbering Plan ("(415) 555-0132", "1-415-555-0132"); otherwise its digits alone. So "+44 20 7946 0958" and "020 7946
// 0958" do not join: the second says no country. A trunk "(0)" is left out; an extension is part of the number, as "x" and its digits.
func appendPhone(dst, finding []byte) []byte {
	number, extension := finding, []byte(nil)
	if i := bytes.IndexFunc(finding, func(r rune) bool { return r < 0x80 && isAlnum(byte(r)) && !isDigit(byte(r)) }); i > 0 {
		number, extension = finding[:i], finding[i:]
	}
	number = bytes.TrimSpace(number)
	international := bytes.HasPrefix(number, []byte("+")) || bytes.HasPrefix(number, []byte("(+"))
	if international {
		number = bytes.Replace(number, []byte("(0)"), nil, 1)
	}
	var space [maxNumberText]byte
	digits := appendDigits(space[:0], number)
	switch {
	case len(digits) == 0:
		return appendID(dst, finding)
	case international:
	case bytes.HasPrefix(digits, []byte("00")):
		digits, international = digits[2:], true
	case len(digits) == 10 && isNorthAmerican(digits):
		dst, international = append(dst, "+1"...), false
	case len(digits) == 11 && digits[0] == '1' && isNorthAmerican(digits[1:]):
		international = true
	}
	if international {
		dst = append(dst, '+')
	}
	dst = append(dst, digits...)
	if extension = appendDigits(nil, extension); len(extension) > 0 {
		dst = append(append(dst, 'x'), extension...)
	}
	return dst
}

// isNorthAmerican reports whether ten digits can be an area code, an exchange and a line (https://www.nanpa.com/numbering).
func isNorthAmerican(d []byte) bool {
	return d[0] >= '2' && d[3] >= '2' && !(d[1] == '1' && d[2] == '1') && !(d[4] == '1' && d[5] == '1')
}

func appendDigits(dst, b []byte) []byte {
	for _, c := range b {
		if isDigit(c) {
			dst = append(dst, c)
		}
	}
	return dst
}

func appendAddress(dst, finding []byte) []byte {
	const longest = 64 // bytes of an address with its zone
	if len(finding) > longest {
		return append(dst, finding...)
	}
	address, err := netip.ParseAddr(string(bytes.Trim(finding, "[]")))
	if err != nil {
		return append(dst, bytes.ToLower(finding)...)
	}
	return address.Unmap().AppendTo(dst)
}

// appendWallet appends an address. Those of Ethereum ("0x…", EIP-55) and of Bech32 (BIP 173) are the same in either case; a Base58 one has
// letters of both.
func appendWallet(dst, finding []byte) []byte {
	hex := len(finding) > 2 && finding[0] == '0' && finding[1]|0x20 == 'x'
	if hex || bytes.Equal(finding, bytes.ToUpper(finding)) {
		return append(dst, bytes.ToLower(finding)...)
	}
	return append(dst, finding...)
}

func isAlnum(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' }
