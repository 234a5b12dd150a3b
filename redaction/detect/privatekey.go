package detect

import "bytes"

// The private key detector finds PEM and OpenPGP blocks (RFC 7468, RFC 9580 section 6.2) whose label ends in "PRIVATE KEY" or "PRIVATE
// KEY BLOCK". What stands between BEGIN and END may be decorated: line numbers, signs of quotation, string literals, line breaks of
// HTML. Where the END line is missing, as in a text cut short, the block ends with its base64. A block with next to no base64 in it is
// documentation.
var privateKey = Detector{Entities: []Entity{PrivateKey}, Bytes: "-", Next: isDash, Near: startsPEM, Find: findPrivateKey}

const (
	pemDashes   = 5
	maxPEMLabel = 40
	maxPEMBody  = 16 << 10
	minPEMBody  = 64 // base64 characters
	minPEMCut   = 16 // base64 characters, where the text ends inside of the block
	maxPEMParts = 12 // runs of the body between single dashes, such as in "Proc-Type"
	minPEMLine  = 20 // base64 characters in one run, behind decoration
	maxPEMGap   = 24 // bytes of decoration between two lines
	pemBody     = base64Set | blank | lineEnd | headerSign
)

func isDash(c byte) bool { return c == '-' }

// startsPEM reports whether the fifth dash and the B of BEGIN stand where they must.
func startsPEM(b []byte, at int) bool {
	return byteAt(b, at+pemDashes-1) == '-' && byteAt(b, at+pemDashes) == 'B'
}

func findPrivateKey(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at) != '-' || byteAt(b, at+1) != '-' || byteAt(b, at-1) == '-' {
		return false
	}
	body := pemHeaderEnd(t, at, "BEGIN")
	if body == 0 {
		return false
	}
	end := pemEnd(t, body)
	if end == 0 {
		end = pemCut(t, body)
	}
	return end > 0 && t.add(PrivateKey, at, end, end)
}

// pemEnd returns the end of the block whose body starts at body by its END line, 0 if there is none, if another block starts before it,
// or if there is no key.
func pemEnd(t *Text, body int) int {
	b := t.Bytes[:min(len(t.Bytes), body+maxPEMBody)]
	for i := body; ; {
		next := bytes.Index(b[i:], []byte("-----"))
		if next < 0 {
			t.Work += len(b) - body
			return 0
		}
		i += next
		for byteAt(b, i+pemDashes) == '-' { // the last five of a row
			i++
		}
		word := b[i+pemDashes:]
		if closing := pemHeaderEnd(t, i, "END"); closing > 0 && countBase64(b[body:i]) == minPEMBody {
			t.Work += 2 * (i - body)
			return closing
		} else if closing > 0 || bytes.HasPrefix(word, []byte("BEGIN")) {
			t.Work += 2 * (i - body)
			return 0
		}
		i += pemDashes
	}
}

// pemCut returns the end of the base64 of the block whose body starts at body, 0 if there is too little of it.
func pemCut(t *Text, body int) int {
	b := t.Bytes
	end, size := body, 0
	for range maxPEMParts {
		next := t.runEnd(end, pemBody)
		size += countBase64(b[end:next])
		end = next
		if byteAt(b, end) != '-' || byteAt(b, end+1) == '-' {
			break
		}
		end++
	}
	for end > body && classes[b[end-1]]&(blank|lineEnd|headerSign) != 0 {
		end--
	}
	from, whole := end, t.runEndWithin(end, maxPEMGap, blank|lineEnd|headerSign) == len(b)
	for {
		next := pemLineEnd(t, end)
		if next == end {
			break
		}
		end = next
	}
	size += countBase64(b[from:end])
	if size < minPEMBody && (size < minPEMCut || !whole && end < len(b)) {
		return 0
	}
	return end
}

// pemLineEnd returns the end of the next run of base64 behind at and some decoration, or at if there is none that is long enough.
func pemLineEnd(t *Text, at int) int {
	for i := at; i < len(t.Bytes) && i-at <= maxPEMGap; i++ {
		if !is(t.Bytes[i], base64Set) {
			continue
		}
		end := t.runEnd(i, base64Set)
		if end-i >= minPEMLine {
			return end
		}
		i = end
	}
	return at
}

// pemHeaderEnd returns the end of the line "-----BEGIN … PRIVATE KEY-----" or its END at at; 0 if there is none.
func pemHeaderEnd(t *Text, at int, verb string) int {
	b := t.Bytes
	i := at + pemDashes
	if t.runEndWithin(at, pemDashes, dash) != i || len(b)-i < len(verb) || string(b[i:i+len(verb)]) != verb {
		return 0
	}
	j := t.runEndWithin(i, maxPEMLabel, upper|digit|blank|base64Sign)
	if t.runEndWithin(j, pemDashes, dash) != j+pemDashes {
		return 0
	}
	var label [maxPEMLabel]byte
	n := copy(label[:], b[i:j])
	for k := range n {
		if label[k] == '+' { // a blank in a form
			label[k] = ' '
		}
	}
	if !bytes.HasSuffix(label[:n], []byte(" PRIVATE KEY")) && !bytes.HasSuffix(label[:n], []byte(" PRIVATE KEY BLOCK")) {
		return 0
	}
	return j + pemDashes
}

// countBase64 returns how many bytes of b are base64, up to minPEMBody.
func countBase64(b []byte) int {
	n := 0
	for _, c := range b {
		if classes[c]&base64Set != 0 {
			if n++; n == minPEMBody {
				break
			}
		}
	}
	return n
}
