package detect

// Credentials in URLs (RFC 3986): the user information before the at sign of the authority, and the values of query parameters that
// sign or authorise a request. The host stays readable.
var (
	urlUserinfo = Detector{Entities: []Entity{URLCredentials}, Bytes: ":", Next: isSlash, Near: mayHaveUserinfo, Find: findUserinfo}
	urlQuery    = Detector{Entities: []Entity{URLCredentials}, Bytes: "?&", Next: isQueryKey, Near: isCredentialKey, Find: findQueryCredential}
)

const (
	maxUserinfo   = 16 << 10
	maxQueryKey   = 40
	minLoneSecret = 16
)

func isSlash(c byte) bool { return c == '/' }

func isQueryKey(c byte) bool { return is(c, urlSafe|dot) }

// mayHaveUserinfo reports whether an at sign, or a colon or a placeholder before which there is no slash, stands behind "://".
func mayHaveUserinfo(b []byte, at int) bool {
	if byteAt(b, at+2) != '/' {
		return false
	}
	for i := at + 3; i < len(b) && i < at+3+maxUserinfo; i++ {
		switch c := b[i]; {
		case c == '@', c == ':', c == '<':
			return true
		case !isUserinfo(c):
			return false
		}
	}
	return false
}

// isCredentialKey reports whether the key of a query parameter that may be a credential stands behind at, or something other than a key.
func isCredentialKey(b []byte, at int) bool {
	end := at + 1
	for end < len(b) && end-at <= maxQueryKey && is(b[end], urlSafe|dot) {
		end++
	}
	return byteAt(b, end) == ';' || byteAt(b, end) == '=' && queryRule(b[at+1:end]) != queryNever
}

func findUserinfo(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at+1) != '/' || byteAt(b, at+2) != '/' || !isAlnumAt(b, at-1) {
		return false
	}
	start := at + 3
	sign, colon := userinfoSigns(t, start)
	if sign <= start || sign+1 >= len(b) || classes[b[sign+1]]&(alnum|highByte) == 0 && b[sign+1] != '[' {
		return false
	}
	if secret := userinfoSecret(b[start:sign], colon-start); secret == nil || t.isDummyPassword(secret) {
		return false
	}
	return t.add(URLCredentials, start, sign, sign+1)
}

// userinfoSigns returns where the user information that starts at start has its at sign and its first colon, -1 for none. A password may
// hold signs that end it by the standard ("/", "?", "#"), if what follows the colon cannot be a port and the at sign is near.
func userinfoSigns(t *Text, start int) (sign, colon int) {
	const near = 64
	b := t.Bytes
	sign, colon = -1, -1
	i, limit := start, min(len(b), start+maxUserinfo)
	for ; i < limit; i++ {
		if end := t.placeholderEnd(i); end > i {
			i = end - 1
			continue
		}
		switch c := b[i]; {
		case c == '@':
			sign = i
		case c == ':' && colon < 0:
			colon = i
		case (c == '/' || c == '?' || c == '#') && colon >= 0 && sign < 0 && !isAllDigits(b[colon+1:i]):
			t.Work += i - start + near
			return signBefore(b, i, min(len(b), i+near)), colon
		case !isUserinfo(c):
			limit = i
		}
	}
	t.Work += i - start
	return sign, colon
}

// signBefore returns the offset of the next at sign in b[i:limit], -1 where there is none before a byte that ends any URL.
func signBefore(b []byte, i, limit int) int {
	for ; i < limit; i++ {
		switch c := b[i]; {
		case c == '@':
			return i
		case c != '/' && c != '?' && c != '#' && !isUserinfo(c):
			return -1
		}
	}
	return -1
}

// userinfoSecret returns the secret part of "user:password", or a long user alone that can only be a token, or nil.
func userinfoSecret(info []byte, colon int) []byte {
	if colon >= 0 && colon < len(info) {
		return info[colon+1:]
	}
	if len(info) >= minLoneSecret && hasAny(info, digit) {
		return info
	}
	return nil
}

// isDummyPassword reports whether a password is empty, a variable or redacted already.
func (t *Text) isDummyPassword(secret []byte) bool {
	if len(secret) == 0 {
		return true
	}
	if end := t.scanner.placeholders.End(secret, 0); end > 0 {
		return end == len(secret)
	}
	return isVariable(secret)
}

// isUserinfo reports whether c may stand between the slashes and the at sign.
func isUserinfo(c byte) bool {
	switch c {
	case '/', '?', '#', '"', '\'', '`', '<', '>', '\\', '|':
		return false
	}
	return c > ' '
}

// findQueryCredential looks at the parameter behind the "?" or "&" at at.
func findQueryCredential(t *Text, at int) bool {
	b := t.Bytes
	key := at + 1
	if hasPrefixFold(b[key:], "amp;") {
		key += len("amp;")
	}
	equal := t.runEndWithin(key, maxQueryKey, urlSafe|dot)
	if byteAt(b, equal) != '=' {
		return false
	}
	start := equal + 1
	end := t.runEnd(start, token68|localSign)
	value := b[start:end]
	if hasAny(value, base64Sign) { // "a=b": a parameter has no equals sign but for padding
		value = value[:queryValueLen(value)]
	}
	end = start + len(value)
	switch queryRule(b[key:equal]) {
	case queryAlways:
		if len(value) < 4 || isDummy(value) || t.scanner.KeyEntity(value) != None {
			return false
		}
	case queryIfRandom:
		if len(value) < minLoneSecret || !hasAny(value, digit) || !hasAny(value, letter) || isDummy(value) {
			return false
		}
	default:
		return false
	}
	return t.add(URLCredentials, start, end, end)
}

// queryValueLen returns the length of value up to an equals sign that is not padding.
func queryValueLen(value []byte) int {
	for i, c := range value {
		if c == '=' && i+1 < len(value) && value[i+1] != '=' {
			return i
		}
	}
	return len(value)
}

// queryTrust says how sure the name of a query parameter makes us.
type queryTrust uint8

const (
	queryNever    queryTrust = iota
	queryIfRandom            // the name has other uses: the value must look like a secret
	queryAlways
)

var queryKeys = map[string]queryTrust{
	"x-amz-signature": queryAlways, "x-amz-credential": queryAlways, "x-amz-security-token": queryAlways,
	"x-goog-signature": queryAlways, "x-goog-credential": queryAlways, "awsaccesskeyid": queryAlways,
	"sharedaccesssignature": queryAlways, "client_secret": queryAlways, "password": queryAlways, "passwd": queryAlways,
	"pwd": queryAlways, "access_token": queryAlways, "refresh_token": queryAlways, "id_token": queryAlways,
	"api_key": queryAlways, "apikey": queryAlways, "api-key": queryAlways, "secret": queryAlways,
	"sig": queryIfRandom, "signature": queryIfRandom, "token": queryIfRandom, "key": queryIfRandom, "code": queryIfRandom,
	"auth": queryIfRandom, "session": queryIfRandom, "sessionid": queryIfRandom, "hmac": queryIfRandom,
}

// queryEnds tells by the length of a name and its last letter that it is none of queryKeys.
var queryEnds = func() (ends [maxQueryKey][256]bool) {
	for key := range queryKeys {
		last := key[len(key)-1]
		ends[len(key)][last], ends[len(key)][last&^0x20] = true, true
	}
	return ends
}()

func queryRule(key []byte) queryTrust {
	if n := len(key); n == 0 || n >= maxQueryKey || !queryEnds[n][key[n-1]] {
		return queryNever
	}
	var lowered [maxQueryKey]byte
	n := copy(lowered[:], key)
	for i := range n {
		lowered[i] = lowerByte(lowered[i])
	}
	return queryKeys[string(lowered[:n])]
}
