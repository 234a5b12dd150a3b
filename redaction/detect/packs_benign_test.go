package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBenignTextStaysWithAllPacks has near misses of every kind that traces of software are full of.
func TestBenignTextStaysWithAllPacks(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	for _, text := range []string{
		`{"input_tokens":57683,"output_tokens":9702,"total_tokens":104765,"max_tokens":4096}`,
		"trace_id=181bce15e24b26a267b2f0b13e06adb5 span_id=3e1ae844bdbc9345",
		"commit 89f4d7ac84452463f2f15eade2fa29161cfaa0de (e8643b7)",
		"sha256:61be1b0129728e47b048d08d64c4fc35adcb6f44bbdeb7b2ff00e8829909a475",
		"request 0b747ac3-73f0-4e61-8814-d845b23af91d done in 939 ms",
		`"created": 1624946351, "startTimeUnixNano":"1674546051003568771"`,
		"Windows 10.0.19041.1, v1.2.3.4, Chrome/120.0.0.0, section 4.3.2.1",
		"1990-03-20T13:54:20.654661Z, at 07:36:29 UTC, 2026-11-27 12:30",
		"1ZSH0Z9O4430332191 and toolu_01PCgnSjMmLgo4EPl5P13Dwt and rs_U0bVgV9OCvHFy5bcYtMYkZKr",
		"[0.46894656, -0.13036272, 0.19512719, 0.19654066]",
		"$6616,133.05 total, 29.2459 EUR, -0.1234, 12.3456 ms",
		"gpt-4o-2024-08-06 text-embedding-3-small claude-3-5-haiku-20241022 llama3.1:8b-instruct-q4_K_M",
		"kubectl exec -it pod-1 -- sh; a[1:10:2]; a[::2]; std::vector<int>; Foo::Bar; x::y::z",
		"B200 cluster, GPT4 cluster, MH370 is a flight, ISO 9001, RFC 9110, section 5 of 12",
		"Let us meet in Room 12 Street View shows 3 drives and 5 ways; I'm sure, I am Claude",
		"cache_key=3fa85f64b7e19c20d43fa85f64b7e19c20d4 next_page_token=a8Kd03Lqz7Wm2Xc9Vb4Nt6 primary_key: 12345678",
		"Best practice: use names such as UserService. Dear all, Hi team, Hello World",
		"name: Build and Test\nName: value\nfile name: Report Final\nname is required",
		"was born as a fork in 2019; born with 1.2.3; the birthday paradox: 23 people",
		"SWIFT is a language; the routing table has 123456789 entries; account 4111 has 3 orders",
		"latency=12.3456, position 48.8584, 2.2945",
		"PO Box, P.O. Box, Unit 5 Test, Calle 13 is a band, Via HTTP 2",
		"order #259598057 shipped, INV-2019-915371, CVE-2018-11950, ISBN 978-7-744-25665-6",
	} {
		assert.Empty(t, scanAll(t, s, text, Place{}), text)
	}
}

// TestPacksStayLinear repeats what makes a detector look around, and holds the work to the size of the text.
func TestPacksStayLinear(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	work := func(text string) int {
		x := Text{Bytes: []byte(text), Limit: 1 << 40}
		require.True(t, s.Scan(&x))
		return x.Work
	}
	const size = 16 << 10
	for _, unit := range []string{
		":", "::", "1:", "a:b:", "1.", "1.1.1.", "192.0.2.1", "aa-", "00:11:22:33:44:", "aabb.", "1.1234,", "12.1234 ", "lat 1.1234", "routing 121000358 ",
		"SWIFT ", "SWIFT code ", "license plate ", "name is ", "Name: ", "I'm A", "I'm Ann ", "Dear Ann van der ", "\nDear ", "Mr. ", "Mr. Dr. ", "Jane Roe <a@",
		"Ann <", "DOB ", "born on 1 ", "1 May ", "1 Main ", "1 Main St ", "Apt 1 ", "Strasse 1 ", "A Strasse ", "Calle Mayor ", "12 rue de ", "PO Box 1 ",
		"a_token=", "a_token=a8Kd03Lqz7Wm2X", "a_token \t= ", "</a>", "<a_token>a8Kd03Lqz7 </a_token>", "var a_token string = ", "A B C D E F G 1 ", "é", "Éa ",
	} {
		once, twice := strings.Repeat(unit, size/len(unit)), strings.Repeat(unit, 2*size/len(unit))
		assert.LessOrEqual(t, work(twice), 2*work(once)+size, "%q", unit)
		assert.LessOrEqual(t, work(once), 400*size, "%q", unit)
	}
}
