package detect

// ipv6 finds addresses with "::" or all eight groups, the last two as an IPv4 address or not, with a zone (RFC 4007) and the length
// of a prefix, in brackets or not.
//
// Not an address: a time, the qualified name of a program ("std::vec", "Add::add"), a slice of Python ("a[::2]"). So what has no digit, or
// less than four signs and is not "::1", needs context.
var ipv6 = Detector{
	Entities: []Entity{IPAddress}, Packs: PackNetwork,
	Bytes: ":", Next: isHexOrColon, Near: isInIPv6, Find: findIPv6,
	Context: ipContext,
}

const maxIPv6 = 45 // "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"

func isHexOrColon(c byte) bool { return is(c, hex) || c == ':' }

// isInIPv6 reports whether another colon stands behind the one at at, or behind a group there, as with the first of every address.
func isInIPv6(b []byte, at int) bool {
	if byteAt(b, at+1) == ':' {
		return true
	}
	i := at + 1
	for i < at+5 && is(byteAt(b, i), hex) {
		i++
	}
	return byteAt(b, i) == ':' && is(byteAt(b, at-1), hex)
}

func findIPv6(t *Text, at int) bool {
	b := t.Bytes
	if !isInIPv6(b, at) {
		return false
	}
	start := ipv6Start(b, at)
	if start < 0 {
		return false
	}
	end := start
	for end < len(b) && end-start <= maxIPv6+1 && (is(b[end], hex|dot) || b[end] == ':') {
		end++
	}
	t.Work += end - start
	for end > start && b[end-1] == '.' {
		end--
	}
	if end-start > 2 && b[end-1] == ':' && b[end-2] != ':' {
		end--
	}
	if end-start > maxIPv6 || !isIPv6(b[start:end]) || classes[byteAt(b, end)]&(alnum|underscore|highByte) != 0 {
		return false
	}
	if isDoubtfulIPv6(b[start:end]) && !t.hasContext(start, end) || byteAt(b, start-1) == '[' && isAlnumAt(b, start-2) {
		return false
	}
	end = prefixEnd(b, t.zoneEnd(end), 128)
	return t.add(IPAddress, start, end, end)
}

// ipv6Start returns where the address starts whose first colon is at at, or -1 if it is not the first, or something stands before. A key
// with a colon may ("addr:2001:db8::1").
func ipv6Start(b []byte, at int) int {
	start := at
	for start > 0 && at-start < 5 && is(b[start-1], hex) {
		start--
	}
	switch c := byteAt(b, start-1); {
	case c == ':':
		if start == at || !endsKey(b, start-1) {
			return -1
		}
	case c == '.' && start < at, classes[c]&(alnum|underscore|highByte) != 0:
		return -1
	}
	return start
}

// endsKey reports whether a word that is no group of an address ends at end.
func endsKey(b []byte, end int) bool {
	i := end
	for i > 0 && end-i < 5 && is(b[i-1], hex) {
		i--
	}
	return isAlnumAt(b, i-1)
}

// isIPv6 reports whether b is an IPv6 address without a zone.
func isIPv6(b []byte) bool {
	groups, gap, i := 0, false, 0
	if len(b) >= 2 && b[0] == ':' && b[1] == ':' {
		gap, i = true, 2
	}
	for i < len(b) {
		start := i
		for i < len(b) && is(b[i], hex) {
			i++
		}
		if i < len(b) && b[i] == '.' {
			if ipv4End(b, start) != len(b) {
				return false
			}
			groups += 2
			break
		}
		if i == start || i-start > 4 {
			return false
		}
		groups++
		if i == len(b) {
			break
		}
		if b[i] != ':' || i+1 == len(b) {
			return false
		}
		i++
		if b[i] == ':' {
			if gap {
				return false
			}
			gap = true
			i++
		}
	}
	return gap && groups < 8 || !gap && groups == 8
}

// isDoubtfulIPv6 reports whether address is as likely something else.
func isDoubtfulIPv6(address []byte) bool {
	const least = 4
	signs, digits := 0, false
	for _, c := range address {
		if is(c, hex) {
			signs++
		}
		digits = digits || is(c, digit)
	}
	return !digits || signs < least && string(address) != "::1"
}

// zoneEnd returns the end of the zone at end, or end.
func (t *Text) zoneEnd(end int) int {
	const most = 32
	if byteAt(t.Bytes, end) != '%' {
		return end
	}
	zone := t.runEndWithin(end+1, most, urlSafe|dot)
	if zone == end+1 {
		return end
	}
	return zone
}
