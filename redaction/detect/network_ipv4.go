package detect

// The detectors ipv4 and ipv6 find every valid address (RFC 791, RFC 4291; what net/netip of Go parses), private ones and those of
// documentation too, with the length of a prefix behind it (RFC 4632) but without a port.
//
// Four numbers with dots are a version of software as often: those behind a word or a key such as "version", a product with a slash
// ("Chrome/120.0.0.0") or an operator of package managers are left, as are those with a fifth number or a label behind a dash.
var ipv4 = Detector{
	Entities: []Entity{IPAddress}, Packs: PackNetwork,
	Numbers: &Digits{First: []int{1, 2, 3}, Min: 4, Next: isFullStop, Near: isQuad}, Find: findIPv4,
	Context: ipContext,
}

var ipContext = []string{
	"ip", "ips", "ipv", "ipaddr", "ipaddress", "inet", "addr", "address", "addresses", "subnet", "cidr", "gateway", "dns", "router",
	"route", "loopback",
	"unspecified", "listen",
}

func isFullStop(c byte) bool { return c == '.' }

// isQuad reports whether four octets start at at.
func isQuad(b []byte, at, _ int) bool { return ipv4End(b, at) >= 0 }

func findIPv4(t *Text, at int) bool {
	b := t.Bytes
	end := ipv4End(b, at)
	if end < 0 || !startsAddress(b, at) || !endsAddress(b, end) {
		return false
	}
	if t.isVersion(at) || byteAt(b, end) == '-' && is(byteAt(b, end+1), letter) && !t.hasContext(at, end) {
		return false
	}
	end = prefixEnd(b, end, 32)
	return t.add(IPAddress, at, end, end)
}

// ipv4End returns the end of four octets with dots between at at, none with a leading zero, or -1.
func ipv4End(b []byte, at int) int {
	i := at
	for octet := range 4 {
		if octet > 0 {
			if byteAt(b, i) != '.' {
				return -1
			}
			i++
		}
		n, start := 0, i
		for i < len(b) && i-start < 4 && is(b[i], digit) {
			n = 10*n + int(b[i]-'0')
			i++
		}
		if i == start || n > 255 || i-start > 1 && b[start] == '0' {
			return -1
		}
	}
	return i
}

// startsAddress reports whether an IPv4 address may start at at, where a token does.
func startsAddress(b []byte, at int) bool {
	switch byteAt(b, at-1) {
	case '.':
		return !isAlnumAt(b, at-2)
	case '_':
		return !gluedBefore(b, at)
	}
	return true
}

// endsAddress reports whether an IPv4 address may end before end.
func endsAddress(b []byte, end int) bool {
	switch c := byteAt(b, end); c {
	case '.':
		return !isDigitAt(b, end+1)
	case '_':
		return !gluedBehind(b, end)
	default:
		return !is(c, alnum)
	}
}

// prefixEnd returns the end of the length of a prefix, of at most most bits, at end, or end.
func prefixEnd(b []byte, end, most int) int {
	if byteAt(b, end) != '/' {
		return end
	}
	n, i := 0, end+1
	for i < len(b) && i-end < 5 && is(b[i], digit) {
		n = 10*n + int(b[i]-'0')
		i++
	}
	size := i - end - 1
	if size == 0 || n > most || size > 1 && b[end+1] == '0' || isAlnumAt(b, i) || byteAt(b, i) == '.' && isDigitAt(b, i+1) {
		return end
	}
	return i
}

// versionWords stand before a version or a section rather than before an address; in lower case.
var versionWords = []string{
	"version", "versions", "ver", "v", "build", "release", "revision", "rev", "firmware", "driver", "upgrade", "upgraded", "update",
	"section", "sec",
	"chapter", "clause", "figure", "table", "appendix", "oid", "changelog",
}

// isVersion reports whether what stands before at, or the key above, says that a version follows.
func (t *Text) isVersion(at int) bool {
	b, i := t.Bytes, at
	if key := t.Place.Key; isVersionWord(key, len(key)) || len(key) == 0 && isVersionWord(t.Place.Attribute, len(t.Place.Attribute)) {
		return true
	}
	t.Work += contextWord
	switch byteAt(b, i-1) {
	case '/': // a product, but no path and no URL
		j := i - 1
		for j > 0 && i-j < contextWord && classes[b[j-1]]&(urlSafe|dot) != 0 {
			j--
		}
		return j < i-1 && hasAny(b[j:i-1], letter) && byteAt(b, j-1) != '/'
	case '^', '~':
		return true
	case '=':
		if c := byteAt(b, i-2); c == '=' || c == '~' || c == '>' || c == '<' {
			return isAlnumAt(b, i-3)
		}
	}
	for i > 0 && at-i < 4 && (classes[b[i-1]]&(blank|quote) != 0 || b[i-1] == ':' || b[i-1] == '=') {
		i--
	}
	return isVersionWord(b, i)
}

// isVersionWord reports whether b[:end] ends with one of versionWords, as a word of a key or of a text.
func isVersionWord(b []byte, end int) bool {
	if end == 0 || !is(b[end-1], letter) {
		return false
	}
	start := end
	for start > 0 && end-start < contextWord && is(b[start-1], letter) && !(start < end && is(b[start], upper) && is(b[start-1], lower)) {
		start--
	}
	return isOneOf(b[start:end], versionWords)
}
