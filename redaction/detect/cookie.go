package detect

// Values of the Cookie and Set-Cookie headers (RFC 6265, section 4): pairs "name=value", up to the end of the line or the quote that
// encloses the header. "Cookie: chocolate chip" has no such pair.

const maxCookieName = 64

// findCookie looks at the value of a cookie header or setting.
func findCookie(t *Text, a assignment) bool {
	b := t.Bytes
	name := t.runEndWithin(a.value, maxCookieName, urlSafe|dot)
	if name == a.value || byteAt(b, name) != '=' || name+1 >= len(b) {
		return false
	}
	end := t.valueEnd(a.value, a.closing)
	for end > a.value && is(b[end-1], blank) {
		end--
	}
	return end > name+1 && t.add(Cookie, a.value, end, end)
}
