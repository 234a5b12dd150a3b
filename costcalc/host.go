package costcalc

import (
	"net/netip"
	"strings"
)

// hostOf returns the host of a URL, of a host with a port, or of a bare host.
func hostOf(server string) string {
	if _, rest, ok := strings.Cut(server, "://"); ok {
		server = rest
	}
	if end := strings.IndexAny(server, "/?#"); end >= 0 {
		server = server[:end]
	}
	if at := strings.LastIndexByte(server, '@'); at >= 0 {
		server = server[at+1:]
	}
	if inner, ok := strings.CutPrefix(server, "["); ok {
		inner, _, _ = strings.Cut(inner, "]")
		return inner
	}
	if strings.Count(server, ":") == 1 {
		server, _, _ = strings.Cut(server, ":")
	}
	return strings.TrimSuffix(server, ".")
}

// privateSuffixes end the names of hosts that no provider has: RFC 6761, 6762, 8375, the reserved domain .internal of ICANN
// (2024-07-29), Kubernetes services, and what routers hand out at home.
var privateSuffixes = [...]string{".localhost", ".local", ".home.arpa", ".internal", ".svc", ".lan"}

// isPrivateHost reports whether a host can only be the caller's own: a private, loopback or link-local address, a name without
// a dot, or a name of a private domain.
func isPrivateHost(host string) bool {
	if address, err := netip.ParseAddr(host); err == nil {
		address = address.Unmap()
		return address.IsPrivate() || address.IsLoopback() || address.IsLinkLocalUnicast() || address.IsUnspecified()
	}
	if host == "" {
		return false
	}
	if !strings.Contains(host, ".") {
		return true
	}
	for _, suffix := range privateSuffixes {
		if strings.HasSuffix(host, suffix) {
			return true
		}
	}
	return false
}
