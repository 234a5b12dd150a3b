package detect

// The e-mail detector follows RFC 5321, section 4.1.2 and RFC 5322, section 3.4.1 as far as real addresses do: a local part of
// letters, digits and the signs of everyday use, and a domain of two or more labels whose last one is alphabetic or starts with
// "xn--" (RFC 5890). Letters outside ASCII are accepted in both (RFC 6531). Percent-encoded "%40" stands for the at sign.
//
// Not an address: "git@github.com:org/repo" (a remote of git), "react@18.2.0" (a version), "deploy@bastion" (no dot),
// "icon@2x.png" (an image for dense screens), "this@Activity.onCreate" (a label of Kotlin).
var email = Detector{Bytes: "@%", Find: findEmail}

const (
	maxLocal  = 64  // RFC 5321, section 4.5.3.1.1
	maxDomain = 253 // RFC 1035, section 2.3.4, without the final dot
	maxLabel  = 63
)

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
	end := domainEnd(t, right)
	if end == right || isNoAddress(b[left:at], b[right:end]) {
		return false
	}
	return t.add(Email, left, end, end)
}

// localStart returns where the local part that ends at at starts, or at if there is none.
func localStart(t *Text, at int) int {
	b, i := t.Bytes, at
	low := max(0, at-maxLocal-1)
	for i > low && isLocal(b, i-1) {
		i--
	}
	t.Work += at - i
	if i == at {
		return cjkStart(t, at)
	}
	if at-i > maxLocal {
		return at
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
		if q == p || q-p > maxLabel || b[p] == '-' || b[q-1] == '-' {
			break
		}
		if end > i && b[p] >= 0xE3 {
			break // behind a whole domain: the next sentence, whose ideographic full stop was folded to a dot
		}
		if isAllDigits(b[p:q]) && labels == numeric {
			numeric++
		}
		labels++
		if labels > 1 && numeric < 2 && isTopLevel(b[p:q]) {
			end = q
		}
		if q >= limit || b[q] != '.' {
			break
		}
		p = q + 1
	}
	return end
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

func isAllDigits(b []byte) bool {
	for _, c := range b {
		if classes[c]&digit == 0 {
			return false
		}
	}
	return true
}

// isTopLevel reports whether b can be a top-level domain: two or more letters, or an encoded one. "onCreate" is none.
func isTopLevel(b []byte) bool {
	if len(b) > 4 && hasPrefixFold(b, "xn--") {
		return true
	}
	if len(b) < 2 {
		return false
	}
	for i, c := range b {
		if classes[c]&(letter|highByte) == 0 {
			return false
		}
		if i > 0 && is(c, upper) && is(b[i-1], lower) {
			return false
		}
	}
	return true
}

// isNoAddress names what has the form of an address and is none.
func isNoAddress(local, domain []byte) bool {
	switch string(local) {
	case "git", "this", "super":
		return true
	}
	// "logo@2x.png": a digit and an x, then the extension of an image.
	return len(domain) > 3 && is(domain[0], digit) && domain[1] == 'x' && domain[2] == '.' && isImageExtension(domain[3:])
}

func isImageExtension(b []byte) bool {
	switch string(b) {
	case "png", "jpg", "jpeg", "webp", "gif", "svg", "avif":
		return true
	}
	return false
}
