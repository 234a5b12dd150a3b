package detect

import (
	"encoding/binary"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkPacked is checkFamily with packs beside the default one.
func checkPacked(t *testing.T, packs Pack, cases []family) {
	t.Helper()
	s := NewScanner(Policy{Packs: PackDefault | packs})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, Place{}))
		})
	}
}

func ips(addresses ...string) []string {
	for i := range addresses {
		addresses[i] = "IP_ADDRESS " + addresses[i]
	}
	return addresses
}

func TestIPv4(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackNetwork, []family{
		{"a public one", "from 203.0.113.7 to", ips("203.0.113.7")},
		{"a private one", "10.0.0.1", ips("10.0.0.1")},
		{"with a full stop", "It is 192.0.2.1.", ips("192.0.2.1")},
		{"with a port", "192.0.2.1:8080", ips("192.0.2.1")},
		{"with the length of a prefix", "192.0.2.0/24, 192.0.2.0/33", ips("192.0.2.0/24", "192.0.2.0")},
		{"in a URL", "http://192.0.2.1/v2/x", ips("192.0.2.1")},
		{"in a path of a URL", "https://example.com/hosts/192.0.2.1/status", ips("192.0.2.1")},
		{"behind an at sign", "root@192.0.2.1", ips("192.0.2.1")},
		{"in a list", "192.0.2.1,192.0.2.2;192.0.2.3|192.0.2.4", ips("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")},
		{"a range", "192.0.2.1-192.0.2.9", ips("192.0.2.1", "192.0.2.9")},
		{"assigned", "ip=192.0.2.1", ips("192.0.2.1")},
		{"in a header", "Received: from [192.0.2.1] (<192.0.2.2>)", ips("192.0.2.1", "192.0.2.2")},
		{"beside its name and a dash", "ip 192.0.2.1-eth0", ips("192.0.2.1")},
		{"an octet over 255", "192.0.2.256 300.0.2.1", nil},
		{"a leading zero", "192.0.02.1", nil},
		{"three numbers", "192.0.2", nil},
		{"five numbers", "1.2.3.4.5 1.3.6.1.4.1.311.21", nil},
		{"glued to text", "ip192.0.2.1text 192.0.2.1text", nil},
		{"part of a name", "host_192.0.2.1 192.0.2.1_x", nil},
		{"a build of Windows", "Windows 10.0.19041.1", nil},
		{"a version", "version 1.2.3.4, v 1.2.3.4, v1.2.3.4, Version: 1.2.3.4, build=1.2.3.4, release '1.2.3.4'", nil},
		{"a version with a label", "1.2.3.4-beta", nil},
		{"a section", "see section 4.3.2.1", nil},
		{"a browser", "Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36", nil},
		{"a package", "numpy==1.2.3.4 ^1.2.3.4 ~1.2.3.4 numpy>=1.2.3.4", nil},
	})
	s := NewScanner(Policy{Packs: PackNetwork})
	assert.Empty(t, scanAll(t, s, "1.2.3.4", Place{Key: []byte("serviceVersion"), Attribute: []byte("x")}), "a key of a version")
	assert.Empty(t, scanAll(t, s, "1.2.3.4", Place{Attribute: []byte("telemetry.sdk.version")}), "an attribute of a version")
	assert.NotEmpty(t, scanAll(t, s, "1.2.3.4", Place{Attribute: []byte("client.address")}))
}

func TestIPv6(t *testing.T) {
	t.Parallel()
	full := "2001:0db8:0000:0000:0000:8a2e:0370:7334"
	checkPacked(t, PackNetwork, []family{
		{"in full", "ip " + full, ips(full)},
		{"cut short", "2001:db8::8a2e:370:7334.", ips("2001:db8::8a2e:370:7334")},
		{"of the own machine", "listening on ::1", ips("::1")},
		{"in brackets with a port", "http://[2001:db8::1]:8080/", ips("2001:db8::1")},
		{"of the own machine in brackets", "[::1]:80", ips("::1")},
		{"IPv4 in it", "::ffff:192.0.2.1 and 64:ff9b::192.0.2.33", ips("::ffff:192.0.2.1", "64:ff9b::192.0.2.33")},
		{"all groups and IPv4", "2001:db8:0:0:0:0:192.0.2.1", ips("2001:db8:0:0:0:0:192.0.2.1")},
		{"with a zone", "fe80::1%eth0 fe80::2%eth0/64", ips("fe80::1%eth0", "fe80::2%eth0/64")},
		{"with the length of a prefix", "2001:db8::/32 2001:db8::/129", ips("2001:db8::/32", "2001:db8::")},
		{"behind a key", "inet6 addr:fe80::5054:ff:fe12:3456", ips("fe80::5054:ff:fe12:3456")},
		{"followed by a colon", "2001:db8::7: unreachable", ips("2001:db8::7")},
		{"without a digit, beside its name", "IPv6 dead::beef", ips("dead::beef")},
		{"the unspecified one, beside its name", "bind to address ::", ips("::")},
		{"without a digit", "call Add::add or dead::beef", nil},
		{"a qualified name", "std::vector<a> Foo::Bar::baz ActiveRecord::Base std::fs::add", nil},
		{"a slice", "a[::2] b[1::2] xs[::1] y[0, ::-1]", nil},
		{"times", "12:30:45 1:2:3:4 80:443", nil},
		{"two gaps", "2001::25de::cade", nil},
		{"a group that is too long", "12345:db8::1 2001:db8::12345", nil},
		{"too many groups", "1:2:3:4:5:6:7:8:9", nil},
		{"wrong IPv4 in it", "::ffff:256.0.0.1 ::ffff:192.168.1", nil},
		{"only IPv4 behind a name", "text::ffff:192.0.2.1", ips("192.0.2.1")},
		{"a fingerprint", "SHA1:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01", nil},
	})
}

func TestMAC(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackNetwork, []family{
		{"colons", "eth0 00:1A:2B:3C:4D:5E up", []string{"MAC_ADDRESS 00:1A:2B:3C:4D:5E"}},
		{"dashes", "(ab-cd-ef-01-23-45).", []string{"MAC_ADDRESS ab-cd-ef-01-23-45"}},
		{"dots", "001a.2b3c.4d5e", []string{"MAC_ADDRESS 001a.2b3c.4d5e"}},
		{"dots and letters", "abcd.ef12.3456", []string{"MAC_ADDRESS abcd.ef12.3456"}},
		{"dashes and letters", "ab-cd-ef-fe-dc-01", []string{"MAC_ADDRESS ab-cd-ef-fe-dc-01"}},
		{"letters alone", "AA-BB-CC-DD-EE-FF aabb.ccdd.eeff", []string{"MAC_ADDRESS AA-BB-CC-DD-EE-FF", "MAC_ADDRESS aabb.ccdd.eeff"}},
		{"two in a row", "00:1a:2b:3c:4d:5e,00:1a:2b:3c:4d:5f", []string{"MAC_ADDRESS 00:1a:2b:3c:4d:5e", "MAC_ADDRESS 00:1a:2b:3c:4d:5f"}},
		{"five groups", "00:1A:2B:3C:4D", nil},
		{"nobody's", "FF:FF:FF:FF:FF:FF 00-00-00-00-00-00 0000.0000.0000 ffff.ffff.ffff", nil},
		{"separators that differ", "00:1A-2B:3C-4D:5E", nil},
		{"no hexadecimal digit", "0G:1A:2B:3C:4D:5E", nil},
		{"part of a longer row", "00:1A:2B:3C:4D:5E:6F 00-1A-2B-3C-4D-5E-6F", nil},
		{"part of a name", "x_00:1A:2B:3C:4D:5E", nil},
		{"times", "10:20:30 2026-11-27 12:30", nil},
	})
}

// FuzzIP checks the parsers against net/netip, and that every address is found.
func FuzzIP(f *testing.F) {
	for _, seed := range []string{"192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1", "fe80::1%eth0", "1:2:3:4:5:6:7:8", "::", "1::", ":::", "01.2.3.4"} {
		f.Add(seed, uint64(1), uint64(2))
	}
	s := NewScanner(Policy{Packs: PackNetwork})
	f.Fuzz(func(t *testing.T, text string, high, low uint64) {
		if len(text) > 1<<10 {
			t.Skip("too long to be worth the time")
		}
		checkIP(t, s, text, high, low)
	})
}

func TestIPAgreesWithNetip(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackNetwork})
	random := rand.New(rand.NewPCG(3, 4))
	const alphabet = "0123456789abcF::::....%/ "
	for range 20000 {
		var text []byte
		for range random.IntN(24) {
			text = append(text, alphabet[random.IntN(len(alphabet))])
		}
		high, low := random.Uint64(), random.Uint64()
		for range random.IntN(4) { // groups of zeros
			low &^= 0xffff << (16 * random.IntN(4))
			high &^= 0xffff << (16 * random.IntN(4))
		}
		checkIP(t, s, string(text), high, low)
	}
}

func checkIP(t *testing.T, s *Scanner, text string, high, low uint64) {
	t.Helper()
	parsed, err := netip.ParseAddr(text)
	valid := err == nil && parsed.Zone() == ""
	require.Equal(t, valid && strings.Contains(text, ":"), strings.Contains(text, ":") && isIPv6([]byte(text)), "isIPv6(%q)", text)
	require.Equal(t, valid && parsed.Is4(), len(text) > 0 && ipv4End([]byte(text), 0) == len(text), "ipv4End(%q)", text)
	for _, found := range scanAll(t, s, text, Place{}) {
		span, ok := strings.CutPrefix(found, "IP_ADDRESS ")
		if !ok {
			continue
		}
		address, length, _ := strings.Cut(span, "/")
		a, err := netip.ParseAddr(address)
		require.NoError(t, err, "%q in %q", span, text)
		if length != "" {
			_, err = netip.ParsePrefix(a.WithZone("").String() + "/" + length)
			require.NoError(t, err, "%q in %q", span, text)
		}
	}

	var bytes [16]byte
	binary.BigEndian.PutUint64(bytes[:], high)
	binary.BigEndian.PutUint64(bytes[8:], low)
	v6, v4 := netip.AddrFrom16(bytes).String(), netip.AddrFrom4([4]byte(bytes[:4])).String()
	require.Equal(t, ips(v6, v4), scanAll(t, s, "ip ("+v6+"), "+v4+".", Place{}))
}
