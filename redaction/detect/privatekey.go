package detect

// The private key detector finds PEM and OpenPGP blocks (RFC 7468, RFC 9580 section 6.2) whose label ends in "PRIVATE KEY" or "PRIVATE
// KEY BLOCK", with line ends, blanks or escapes between their lines. Where the END line is missing, as in a text cut short, the block
// ends with its base64. A block with next to no base64 in it is documentation.
var privateKey = Detector{Bytes: "-", Find: findPrivateKey}

const (
	pemDashes   = 5
	maxPEMLabel = 40
	minPEMBody  = 64 // base64 characters
	minPEMCut   = 16 // base64 characters, where the text ends inside of the block
	maxPEMParts = 12 // runs of the body between single dashes, such as in "Proc-Type"
	pemBody     = base64Set | blank | lineEnd | headerSign
)

func findPrivateKey(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at+1) != '-' || byteAt(b, at-1) == '-' {
		return false
	}
	body := pemHeaderEnd(t, at, "BEGIN ")
	if body == 0 {
		return false
	}
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
	if size < minPEMBody && (size < minPEMCut || end < len(b)) {
		return false
	}
	if closing := pemHeaderEnd(t, end, "END "); closing > 0 {
		end = closing
	} else {
		for end > body && classes[b[end-1]]&(blank|lineEnd|headerSign) != 0 {
			end--
		}
	}
	return t.add(PrivateKey, at, end, end)
}

// pemHeaderEnd returns the end of the line "-----BEGIN … PRIVATE KEY-----" or its END at at; 0 if there is none.
func pemHeaderEnd(t *Text, at int, verb string) int {
	b := t.Bytes
	i := at + pemDashes
	if t.runEndWithin(at, pemDashes, dash) != i || len(b)-i < len(verb) || string(b[i:i+len(verb)]) != verb {
		return 0
	}
	i += len(verb)
	j := t.runEndWithin(i, maxPEMLabel, upper|digit|blank)
	label := string(b[i:j])
	for _, suffix := range []string{"PRIVATE KEY", "PRIVATE KEY BLOCK"} {
		if len(label) >= len(suffix) && label[len(label)-len(suffix):] == suffix && t.runEndWithin(j, pemDashes, dash) == j+pemDashes {
			return j + pemDashes
		}
	}
	return 0
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
