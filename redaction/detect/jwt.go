package detect

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// The JWT detector finds JSON Web Tokens (RFC 7519) in compact form: base64url parts with dots between, the first of which is a JSON
// object with an "alg" member (RFC 7515, section 4.1.1). The signature may be missing, as in a token cut short. A token that was
// encoded in base64 once more ("ZXlK…") is found too.
//
// Not a token: an "eyJ…" that is any other JSON in base64, such as a cursor.
var jwt = Detector{Starts: []string{"eyJ", "ZXlK"}, Find: findJWT}

const (
	maxJWTHeader = 1024 // base64url characters
	maxJWTParts  = 5    // an encrypted token (RFC 7516) has five
	minJWTPart   = 4
)

func findJWT(t *Text, at int) bool {
	b := t.Bytes
	if classes[byteAt(b, at-1)]&(urlSafe|dot) != 0 {
		return false
	}
	if b[at] == 'Z' {
		end := t.runEnd(at, urlSafe|base64Sign)
		if !isEncodedJWT(b[at:end]) {
			return false
		}
		return t.add(JWT, at, end, end)
	}
	end := t.runEnd(at, urlSafe)
	if byteAt(b, end) != '.' || !isJOSEHeader(b[at:end]) {
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

// isJOSEHeader reports whether header is base64url of a JSON object with an "alg" member.
func isJOSEHeader(header []byte) bool {
	if len(header) > maxJWTHeader {
		return false
	}
	var decoded [maxJWTHeader]byte
	n, err := base64.RawURLEncoding.Decode(decoded[:], header)
	return err == nil && n > 0 && decoded[0] == '{' && bytes.Contains(decoded[:n], []byte(`"alg"`)) && json.Valid(decoded[:n])
}

// isEncodedJWT reports whether encoded is base64 of text that starts like a token.
func isEncodedJWT(encoded []byte) bool {
	const most = maxJWTHeader / 3 * 4
	if len(encoded) > most {
		encoded = encoded[:most]
	}
	encoded = encoded[:len(encoded)/4*4]
	var decoded [maxJWTHeader]byte
	n, err := base64.StdEncoding.Decode(decoded[:], encoded)
	if err != nil {
		if n, err = base64.URLEncoding.Decode(decoded[:], encoded); err != nil {
			return false
		}
	}
	dotAt := bytes.IndexByte(decoded[:n], '.')
	return dotAt > 0 && isJOSEHeader(decoded[:dotAt])
}
