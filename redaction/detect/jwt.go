package detect

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// The JWT detector finds JSON Web Tokens (RFC 7519) in compact form: base64url parts with dots between, the first of which is a JSON
// object with an "alg" member (RFC 7515, section 4.1.1), or a JSON object with another one behind it. The signature may be missing, as
// in a token cut short. A token that was encoded in base64 once more ("ZXlK…") is found too; its alphabet lacks "+" and "/", which stand
// for bytes that no token has.
//
// Not a token: an "eyJ…" that is any other JSON in base64, such as a cursor.
var jwt = Detector{Entities: []Entity{JWT}, Starts: []string{"eyJ", "ZXlK"}, Find: findJWT}

const (
	maxJWTHeader = 2048 // base64url characters, a multiple of four
	maxJWTParts  = 5    // an encrypted token (RFC 7516) has five
	minJWTPart   = 4
)

func findJWT(t *Text, at int) bool {
	b := t.Bytes
	if b[at] == 'Z' {
		return classes[byteAt(b, at-1)]&(urlSafe|dot) == 0 && findEncodedJWT(t, at)
	}
	end := t.runEnd(at, urlSafe)
	if byteAt(b, end) != '.' || !t.mayDecode(end) || !t.isJOSEHeader(b[at:end], b[end+1:]) {
		return false
	}
	parts := 1
	for parts < maxJWTParts && byteAt(b, end) == '.' {
		next := t.runEnd(end+1, urlSafe)
		if parts == 1 && next-end-1 < minJWTPart {
			return false
		}
		if next == end+1 && parts != 1 && parts != 2 { // the parts of an encrypted token may be empty, a sentence ends with a stop
			break
		}
		if next == end+1 && byteAt(b, next) != '.' {
			break
		}
		end = next
		parts++
	}
	return t.add(JWT, at, end, end)
}

// maxJWTLooks is how many headers are decoded that end at the same place: "session-eyJ…" may hold one behind what only looks like one.
const maxJWTLooks = 8

// mayDecode reports whether another header that ends at end may be decoded, and counts it.
func (t *Text) mayDecode(end int) bool {
	if end != t.jwtEnd {
		t.jwtEnd, t.jwtLooks = end, 0
	}
	t.jwtLooks++
	return t.jwtLooks <= maxJWTLooks
}

// isJOSEHeader reports whether header is base64url of a JSON object that has an "alg" member or is followed by another object. Of a
// header longer than maxJWTHeader, such as one with certificates, only the start is looked at.
func (t *Text) isJOSEHeader(header, payload []byte) bool {
	whole := len(header) <= maxJWTHeader
	if !whole {
		header = header[:maxJWTHeader]
	}
	t.Work += len(header)
	var space [maxJWTHeader]byte
	n, err := base64.RawURLEncoding.Decode(space[:], header)
	decoded := space[:n]
	if err != nil || !bytes.HasPrefix(decoded, []byte("{")) || whole && !json.Valid(decoded) {
		return false
	}
	return bytes.Contains(decoded, []byte(`"alg"`)) || bytes.HasPrefix(payload, []byte("eyJ"))
}

// findEncodedJWT looks at the run of letters and digits at at. A run is looked at once, where it starts.
func findEncodedJWT(t *Text, at int) bool {
	const most = 4 * maxJWTHeader
	b := t.Bytes
	end := t.runEnd(at, alnum)
	encoded := b[at:min(end, at+most)]
	encoded = encoded[:len(encoded)/4*4]
	t.Work += len(encoded)
	var space [most / 4 * 3]byte
	n, err := base64.StdEncoding.Decode(space[:], encoded)
	if err != nil {
		return false
	}
	header, payload, found := bytes.Cut(space[:n], []byte("."))
	if !found || !t.isJOSEHeader(header, payload) {
		return false
	}
	for i := 0; i < 2 && byteAt(b, end) == '='; i++ {
		end++
	}
	return t.add(JWT, at, end, end)
}
