package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIdentifierBoundaries(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"in a sentence", "El DNI de Ana es 12345678Z.", []string{"ES_NIF 12345678Z"}},
		{"in quotes, brackets and markup", `"12345678Z" (12345678Z) <b>12345678Z</b>`,
			[]string{"ES_NIF 12345678Z", "ES_NIF 12345678Z", "ES_NIF 12345678Z"}},
		{"in a path and a query", "/people/12345678Z?nif=12345678Z&x=1", []string{"ES_NIF 12345678Z", "ES_NIF 12345678Z"}},
		{"in emphasis", "_12345678Z_", []string{"ES_NIF 12345678Z"}},
		{"behind a letter", "A12345678Z", nil},
		{"before a digit", "12345678Z1", nil},
		{"part of a name", "order_12345678Z", nil},
		{"tied to a letter by a dash", "abc-12345678Z", nil},
		{"tied to a letter by a dash, and named", "DNI-12345678Z", []string{"ES_NIF 12345678Z"}},
		{"tied to a digit by a plus sign, as in base64", "12345678Z+1", nil},
		{"part of a decimal number", "1.12345678Z", nil},
		{"with the wrong letter", "12345678A", nil},
		{"in small letters, like a hash", "12345678z", nil},
		{"in small letters, and named", "dni 12345678z", []string{"ES_NIF 12345678z"}},
	})
}

func TestIdentifierDigits(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"behind the word", "BSN 111222333", []string{"NL_BSN 111222333"}},
		{"before the word", "111222333 is my bsn", []string{"NL_BSN 111222333"}},
		{"in groups", "bsn: 1112.22.333", []string{"NL_BSN 1112.22.333"}},
		{"in other groups", "bsn 111 222 333", []string{"NL_BSN 111 222 333"}},
		{"before another number", "bsn 111222333 12", []string{"NL_BSN 111222333"}},
		{"in groups of unlike separators", "bsn 111-222.333", []string{"NL_BSN 111-222.333"}},
		{"in groups with wide gaps", "bsn 111  222  333", nil},
		{"without the word", "111222333", nil},
		{"with the word in another line", "bsn is required\n111222333", nil},
		{"with a wrong check digit", "bsn 111222334", nil},
		{"all digits the same", "bsn 000000000", nil},
		{"a longer number", "bsn 1112223330", nil},
		{"a decimal number", "bsn 0.111222333", nil},
		{"part of a name", "bsn_111222333_x", nil},
	})
}

func TestIdentifierPlaces(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	for _, c := range []struct {
		name, text string
		place      Place
		want       []string
	}{
		{"a key that names it", "44051401359", Place{Key: []byte("pesel")}, []string{"PL_PESEL 44051401359"}},
		{"an attribute that names it", "44051401359", Place{Attribute: []byte("customer.pesel")}, []string{"PL_PESEL 44051401359"}},
		{"a key of two words that names it", "36574261809", Place{Key: []byte("tax_id")}, []string{"DE_TAX_ID 36574261809"}},
		{"the same in camel case", "36574261809", Place{Key: []byte("steuerId")}, []string{"DE_TAX_ID 36574261809"}},
		{"a key of something else", "44051401359", Place{Key: []byte("order")}, nil},
		{"a key of something about it", "44051401359", Place{Key: []byte("pesel_count")}, nil},
		{"the id of a thing that is named in the key", "44051401359", Place{Key: []byte("pesel_id")}, nil},
		{"digits under a key of identifiers", "pesel 44051401359", Place{Identifier: true}, nil},
		{"digits in groups under a key of identifiers", "93.05.05-079.13", Place{Identifier: true}, nil},
		{"letters under a key of identifiers", "12345678Z", Place{Identifier: true}, []string{"ES_NIF 12345678Z"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, c.place))
		})
	}
}

func TestIdentifiersNeedTheirPack(t *testing.T) {
	t.Parallel()
	const text = "NHS 943 476 5919, DNI 12345678Z, postcode SW1A 1AA"
	uk := []string{"UK_NHS 943 476 5919", "UK_POSTCODE SW1A 1AA"}
	for pack, want := range map[Pack][]string{
		0: nil, PackUK: uk, PackEU: {"ES_NIF 12345678Z"}, PackUS: nil, PackUK | PackEU: {uk[0], "ES_NIF 12345678Z", uk[1]},
	} {
		assert.Equal(t, want, scanAll(t, NewScanner(Policy{Packs: pack}), text, Place{}), "packs %b", pack)
	}
}

// benignTexts hold nothing that any pack should find.
var benignTexts = []string{
	"id 8f14e45f-ceea-467f-9b3c-2d5f7a1c0e11", "ID 8F14E45F-CEEA-467F-9B3C-2D5F7A1C0E11", "20151090-B023-4512-9A12-201510901023",
	"9b74c9897bac770ffc029102a200c5de", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	"commit 89f4d7a (tag v1.2.3)",
	"da39a3ee5e6b4b0d3255bfef95601890afd80709", "sha256:12345678901234567890123456789012345678901234567890123456789012ab",
	"created 1732105845", `"ts": 1732105845123`, "1732105845123456", "1732105845123456789", "snowflake 1145371674556188692",
	"v1.2.3-rc.4+build.567", "10.0.19041.1", "go1.26.8", "CUDA 12.4.131", "2026-11-20 12:30:45.123", "20.11.2026 14:05", "11/20/2026",
	"20261120T123045Z",
	"2026-11-20T12:30:45.123456789Z", "order 4512345678", "order number 110279-1234", "ticket 201112-4321", "invoice 2026/1234",
	"SKU AB1234567",
	"[0.0123, -0.4567, 0.891011, 1.234567e-05]", "0.123456789012", "12345678.9012", "95.5 %", "1,234,567 tokens", "1_000_000_000",
	"SGVsbG8gV29ybGQhIDEyMzQ1Njc4OVogaXMgbm90IGEgRE5J", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA12345678ZA==",
	"10485760B", "1048576KB of 16777216 KB", "16 GB 512", "12 TB 1024", "10000000L", "0x12345678", "chatcmpl-9xYz12345678ZAbC",
	"req_011CQk12345678Z",
	"toolu_01A09q90qw90lq917835lq9", "arn:aws:iam::123456789012:role/x", "+1 more", "978-3-16-148410-0", "ISBN 9783161484100",
	"E2E-12345678-K1",
	"T5-11B", "A100 80GB", "H100", "M1 Max", "B2B", "S3", "EC2 p5.48xlarge", "us-east-1a", "GPT-4 32K", "llama-3.1-8b-instruct",
	"rack B12 3CD",
	"1 51 02 46102 043 26", "93.05.05-079.14", "756.9217.0769.84", "850730-033.27", "12 345678 A 123", "port 8080 pid 12345 line 80331",
	"| 123456 | 1234 | 12345678 |", "640903/927", "100000/1234", "ratio 123456/7890", "131052-308U",
	"991231-9999 is no date: 993131-9998",
	"please wait 12345 ms", "nip it in the bud 123", "kt 5", "the spi bus at 1000000 Hz", "memory address 0x7ffd4a2b",
}

func TestBenignTexts(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	for _, text := range benignTexts {
		assert.Empty(t, scanAll(t, s, text, Place{}), text)
	}
}

func TestIdentifierWorkIsLinear(t *testing.T) {
	t.Parallel()
	const size = 1 << 18 / slowdown
	s := NewScanner(Policy{Packs: PackUK | PackEU})
	for _, piece := range []string{
		"bsn ", "111222333 ", "111222333-", "1 ", "12 ", "12.", "123 ", "123-", "1234 ", "123456 ", "123456-", "670919-9530 ",
		"670919-9530-", "A1 ", "M1 ",
		"M1 1AA ", "GIR ", "0AA ", "DE ", "DE1", "AAA AAA 83S18 ", "83S18 ", "1111111G ", "99 ABC 123 ", "PLZ ", "PLZ 8033",
		"T22000129 ", "X", "9",
	} {
		scanAll(t, s, strings.Repeat(piece, size/len(piece)), Place{}) // within the limit of work that it sets
	}
}

func TestIdentifiersAllocateNothing(t *testing.T) {
	s := NewScanner(Policy{Packs: PackUK | PackEU})
	x := Text{Bytes: []byte(strings.Join(benignTexts, "\n")), Limit: 1 << 30}
	s.Scan(&x)
	assert.Zero(t, testing.AllocsPerRun(10, func() { s.Scan(&x) }))
}
