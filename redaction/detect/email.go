package detect

import "bytes"

// The e-mail detector follows RFC 5321, section 4.1.2 and RFC 5322, section 3.4.1 as far as real addresses do: a local part of
// letters, digits and the signs of everyday use, and a domain of two or more labels whose last one is alphabetic or starts with
// "xn--" (RFC 5890). Letters outside ASCII are accepted in both (RFC 6531). Percent-encoded "%40" stands for the at sign.
//
// What is glued to the last label ("…com-2024", "…comPhone") is left out, and so is what stands more than maxLocal bytes before the
// at sign.
//
// Not an address: "git@github.com:org/repo" (a remote of git), "react@18.2.0" (a version), "deploy@bastion" (no dot),
// "icon@2x.png" (an image for dense screens), "this@Activity.onCreate" (a label of Kotlin), "user@1000.service" (a unit of systemd),
// "value@odata.type" (an annotation of OData).
var email = Detector{Entities: []Entity{Email}, Bytes: "@%", Next: startsDomain, Find: findEmail}

const (
	maxLocal  = 64  // RFC 5321, section 4.5.3.1.1
	maxDomain = 253 // RFC 1035, section 2.3.4, without the final dot
	maxLabel  = 63
)

// startsDomain reports whether a domain, or the "40" of an encoded at sign, may start with c.
func startsDomain(c byte) bool { return is(c, alnum|highByte) }

func findEmail(t *Text, at int) bool {
	b, right := t.Bytes, at+1
	if b[at] == '%' {
		if byteAt(b, at+1) != '4' || byteAt(b, at+2) != '0' {
			return false
		}
		right = at + 3
	}
	if right >= len(b) || classes[b[right]]&(alnum|highByte) == 0 {
		return false
	}
	left := localStart(t, at)
	if left == at {
		return false
	}
	for b[left] == '_' && byteAt(b, left-1) == '\\' && isAlnumAt(b, left-2) && left > at-maxLocal { // "jane\_roe@", escaped for Markdown
		left = localStart(t, left-1)
	}
	end := domainEnd(t, right)
	if end == right || isNoAddress(b[left:at], b[right:end], b[end:]) {
		return false
	}
	return t.add(Email, left, end, end)
}

// localStart returns where the local part that ends at at starts, or at if there is none. A longer one is cut: what glues more text to
// an address does not hide it.
func localStart(t *Text, at int) int {
	b, i := t.Bytes, at
	low := max(0, at-maxLocal)
	for i > low && isLocal(b, i-1) {
		if i--; b[i] == '%' && i+2 < at && is(b[i+1], hex) && is(b[i+2], hex) {
			i += len("%20") // an encoded byte: where it is a sign of the local part, the decoded text has the whole of it
			break
		}
	}
	t.Work += at - i
	if i == at {
		return cjkStart(t, at)
	}
	for i < at && classes[b[i]]&(word|highByte) == 0 {
		i++
	}
	return i
}

// isLocal reports whether b[i] belongs to a local part: everyday signs anywhere, an apostrophe and its like only between letters or
// digits, and letters of two bytes in UTF-8 (Latin, Greek, Cyrillic and their neighbours). Scripts written without spaces are
// left to [cjkStart].
func isLocal(b []byte, i int) bool {
	c := b[i]
	if classes[c]&(alnum|localSign) != 0 {
		return true
	}
	switch c {
	case '\'', '!', '#', '$', '*', '^', '~':
		return isAlnumAt(b, i-1) && isAlnumAt(b, i+1)
	}
	if c >= 0xC3 && c <= 0xDF {
		return true
	}
	return c >= 0x80 && c < 0xC0 && i > 0 && b[i-1] >= 0xC3 && b[i-1] <= 0xDF
}

// cjkStart returns the start of the run of three- and four-byte letters that ends at at: a local part in a script that is written
// without spaces, where nothing else stands before the at sign.
func cjkStart(t *Text, at int) int {
	b, i := t.Bytes, at
	low := max(0, at-maxLocal)
	for i > low && b[i-1] >= 0x80 {
		i--
	}
	t.Work += at - i
	for i < at && (b[i] < 0xE3 || b[i] > 0xF0 || isIdeographicSign(b, i)) {
		i++
	}
	return i
}

// isIdeographicSign reports whether the three-byte sequence at i is punctuation of the block U+3000 to U+303F.
func isIdeographicSign(b []byte, i int) bool {
	return b[i] == 0xE3 && byteAt(b, i+1) == 0x80
}

// domainEnd returns the end of the domain name that starts at i, or i if there is none. Labels behind the last one that can be a
// top-level domain are left out: the full stop of a sentence, a version.
func domainEnd(t *Text, i int) int {
	b := t.Bytes
	limit := min(len(b), i+maxDomain)
	end, labels, numeric := i, 0, 0
	for p := i; p < limit; {
		q := labelEnd(b, p, limit)
		t.Work += q - p + 1
		if end > i && b[p] >= 0xE3 {
			break // behind a whole domain: the next sentence, whose ideographic full stop was folded to a dot
		}
		if isVersionLabel(b[p:q]) && labels == numeric {
			numeric++
		}
		labels++
		if size := topLevelLen(b[p:q]); labels > 1 && numeric < 2 && size > 0 {
			end = p + size
		}
		if q == p || q-p > maxLabel || b[p] == '-' || b[q-1] == '-' || q >= limit || b[q] != '.' {
			break
		}
		p = q + 1
	}
	return end
}

// isVersionLabel reports whether a label is all digits, as in a version or in the name of a numeric provider, or digits behind a "v".
func isVersionLabel(b []byte) bool {
	if len(b) > 1 && b[0] == 'v' {
		b = b[1:]
	}
	return isAllDigits(b)
}

// labelEnd returns the end of the label at p. A label is in ASCII and two-byte letters, or in a script of longer letters, not both:
// the words behind an address in Chinese text do not belong to it.
func labelEnd(b []byte, p, limit int) int {
	q := p
	if q < limit && b[q] >= 0xE3 {
		for q < limit && b[q] >= 0x80 && !isIdeographicSign(b, q) {
			q++
		}
		return q
	}
	for q < limit && (classes[b[q]]&(alnum|dash) != 0 || b[q] >= 0x80 && isLocal(b, q)) {
		q++
	}
	return q
}

func isAllDigits(b []byte) bool { return isAll(b, digit) }

// topLevelLen returns how many bytes at the start of a label can be a top-level domain: two or more letters, or an encoded one; 0 if
// none can. What is glued to them is left out: a dash, a digit, and a capital behind a small letter unless the label is as short as
// "CoM".
func topLevelLen(label []byte) int {
	const glueless = 3
	if len(label) > 4 && hasPrefixFold(label, "xn--") {
		n := len(label)
		for label[n-1] == '-' {
			n--
		}
		return n
	}
	n := 0
	for n < len(label) && classes[label[n]]&(letter|highByte) != 0 {
		if n > 0 && is(label[n], upper) && is(label[n-1], lower) && len(label) > glueless {
			break
		}
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// isNoAddress names what has the form of an address and is none; behind is the text that follows it.
func isNoAddress(local, domain, behind []byte) bool {
	switch string(local) {
	case "git":
		return byteAt(behind, 0) == '/' || byteAt(behind, 0) == ':' && classes[byteAt(behind, 1)]&(blank|lineEnd) == 0
	case "this", "super":
		return is(domain[0], upper)
	}
	if bytes.HasPrefix(domain, []byte("odata.")) || isUnitType(domain[bytes.LastIndexByte(domain, '.')+1:]) {
		return true
	}
	// "logo@2x.png": a digit and an x, then the extension of an image.
	return len(domain) > 3 && is(domain[0], digit) && domain[1] == 'x' && domain[2] == '.' && isImageExtension(domain[3:])
}

// isUnitType reports whether b is the type of a unit of systemd (systemd.unit(5)) that is no top-level domain.
func isUnitType(b []byte) bool {
	switch string(b) {
	case "service", "socket", "timer", "mount", "automount", "slice", "scope", "device", "swap":
		return true
	}
	return false
}

func isImageExtension(b []byte) bool {
	switch string(b) {
	case "png", "jpg", "jpeg", "webp", "gif", "svg", "avif":
		return true
	}
	return false
}
