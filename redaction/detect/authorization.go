package detect

// Credentials of the Authorization header (RFC 9110, section 11.6.2). The scheme stays readable: "Bearer <AUTHORIZATION>".

// bearer finds credentials behind the word "Bearer" where no header name stands before it.
var bearer = Detector{Entities: []Entity{Authorization}, Words: []string{"bearer ", "bearer\t"}, Find: findBearer}

const (
	minCredentials     = 6
	minLoneCredentials = 16
	maxScheme          = 20
)

// findAuthorization looks at the value of an Authorization header or setting.
func findAuthorization(t *Text, a assignment) bool {
	b := t.Bytes
	start := a.value
	scheme := t.runEndWithin(start, maxScheme, letter|digit|dash)
	kind := schemeKind(b[start:scheme])
	if kind == schemeNone || !is(byteAt(b, scheme), blank) {
		end := t.runEnd(start, token68)
		value := b[start:end]
		return len(value) >= minSecret && hasDigitAndLetter(value) && !isDummy(value) && !isCode(value) && !isNameOrCall(b, value, end) &&
			t.add(Authorization, start, end, end)
	}
	start = t.runEndWithin(scheme, maxAssignedGap, blank)
	if first := t.placeholderEnd(start); first > start {
		end, _ := t.forged(start, token68)
		if kind == schemeParameters {
			end = t.valueEnd(first, a.closing)
		}
		return end > first && t.add(Authorization, start, end, end)
	}
	if kind == schemeParameters {
		end := t.valueEnd(start, a.closing)
		return end-start >= minCredentials && !isDummy(b[start:end]) && t.add(Authorization, start, end, end)
	}
	end := trimSentence(b, start, t.runEnd(start, token68))
	if end-start < minCredentials || isDummy(b[start:end]) || isCode(b[start:end]) || isStopValue(b[start:end]) {
		return false
	}
	return t.add(Authorization, start, end, end)
}

// scheme kinds: what follows the name of an authentication scheme.
const (
	schemeNone       = iota
	schemeToken      // one token68
	schemeParameters // parameters up to the end of the header
)

// schemeKind looks up a scheme of the IANA registry "HTTP Authentication Schemes", or one in common use.
func schemeKind(name []byte) int {
	var lowered [maxScheme]byte
	n := copy(lowered[:], name)
	for i := range n {
		lowered[i] = lowerByte(lowered[i])
	}
	switch string(lowered[:n]) {
	case "bearer", "basic", "token", "apikey", "api-key", "api-token", "negotiate", "ntlm", "dpop", "key", "splunk", "genie", "genie-key":
		return schemeToken
	case "digest", "hawk", "oauth", "signature", "hoba", "mutual", "aws4-hmac-sha256", "sharedkey", "sharedaccesssignature":
		return schemeParameters
	}
	return schemeNone
}

func findBearer(t *Text, at int) bool {
	b := t.Bytes
	start := at + len("bearer")
	if !is(byteAt(b, start), blank) {
		return false
	}
	start = t.runEndWithin(start, maxAssignedGap, blank)
	if end, ok := t.forged(start, token68); ok {
		return end > 0 && t.add(Authorization, start, end, end)
	}
	end := trimSentence(b, start, t.runEnd(start, token68))
	value := b[start:end]
	if len(value) < minLoneCredentials || !hasDigitAndLetter(value) || isDummy(value) {
		return false
	}
	return t.add(Authorization, start, end, end)
}
