package detect

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// worldSamples are identifiers that authorities and manuals publish as samples, or that were made up and given their check digit, beside
// a word where they need one.
var worldSamples = map[Entity][]string{
	EIN: {"EIN 12-3456789"}, USPassport: {"passport A12345678"}, USDriverLicense: {"driver's license A1234567", "driver license AB1C2**9DEF7"},
	CASIN: {"123-456-782"},
	AUABN: {"51 824 753 556"}, AUACN: {"ACN 004085616"}, AUMedicare: {"2123 45670 1/2"}, AUTFN: {"TFN 123 456 782"},
	CNRIC: {"11010519491231002X", "身份证号码110105194912310021身份证 513231200012121657"}, HKHKID: {"A123456(3)", "AB123456(9)"},
	IDNIK: {"NIK 3171011708450001"}, INAadhaar: {"2341 2341 2346"}, INGSTIN: {"27AAPFU0939F1ZV"}, INPAN: {"AAAPL1234C"},
	INVoterID: {"voter ABC1234567"}, INPassport: {"passport J8369854"}, INVehicle: {"KA01AB1234", "MH 12 DE 1433"},
	JPMyNumber: {"マイナンバー123456789018"}, KRRRN: {"900101-1234567"}, KRBRN: {"104-82-13138"}, KRPassport: {"여권 M123A4567"},
	KRDriverLicense: {"11-22-123456-12"}, MYNRIC: {"900101-14-5678"}, NZIRD: {"IRD 49-091-850"}, PHTIN: {"TIN 000-123-456-000"},
	PKCNIC: {"35202-1234567-1"}, SGNRIC: {"S1234567D"}, SGUEN: {"201434292D"}, THTNIN: {"1-2345-67890-12-1"}, TWID: {"A123456789"},
	ARCUIT: {"20-12345678-6"}, BRCPF: {"123.456.789-09"}, BRCNPJ: {"11.222.333/0001-81", "12.ABC.345/01DE-35"},
	CLRUT:    {"12.345.678-5", "10.000.013-K"},
	COCedula: {"cédula 79.123.457"}, ECCedula: {"cédula 1710034065"}, MXCURP: {"BOXW310820HNERXN09"}, MXRFC: {"GODE561231GR8"},
	PEDNI:        {"DNI 12345678"},
	UYCedula:     {"1.234.567-2"},
	EGNationalID: {"الرقم القومي 29001011234567"}, ILID: {"zehut 123456782"}, NGNIN: {"NIN 12345678902"}, NGVehicle: {"ABJ-001AA"},
	ZAID: {"ID number 8001015009087"},
	NPI:  {"1234-567-893"}, DEA: {"AB1234563"}, MBI: {"1EG4-TE5-MK73"}, MRN: {"MRN 00123456"},
}

// worldEntities returns the entities of the detectors that stand in no other pack than those.
func worldEntities() []Entity {
	var list []Entity
	for _, d := range All() {
		if d.Packs&worldPacks != 0 && d.Packs&(PackEU|PackUK) == 0 && !slices.Contains(list, d.Entities[0]) {
			list = append(list, d.Entities[0])
		}
	}
	return list
}

func TestEveryEntityOfTheWorldIsFound(t *testing.T) {
	t.Parallel()
	for _, packs := range []Pack{worldPacks, PackAll} {
		s := NewScanner(Policy{Packs: packs})
		for _, e := range worldEntities() {
			require.NotEmpty(t, worldSamples[e], e.String())
			for _, sample := range worldSamples[e] {
				found := scanAll(t, s, sample, Place{})
				require.NotEmpty(t, found, e.String())
				assert.True(t, strings.HasPrefix(found[0], e.String()+" "), "%s was found as %s", e, found[0])
			}
		}
	}
}

func TestWorldIsOffByDefault(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for e, samples := range worldSamples {
		for _, sample := range samples {
			for _, f := range scanAll(t, s, sample, Place{}) {
				assert.False(t, strings.HasPrefix(f, e.String()+" "), e.String())
			}
		}
	}
}

func TestIdentifierKeysHaveNoDigitsOnly(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: worldPacks})
	p := Place{Key: []byte("cpf"), Identifier: true}
	assert.Nil(t, scanAll(t, s, "12345678909 123.456.789-09 900101-1234567 cpf 12345678909", p))
	assert.Equal(t, []string{"SG_NRIC S1234567D", "MX_CURP BOXW310820HNERXN09"}, scanAll(t, s, "S1234567D BOXW310820HNERXN09", p))
}

func TestKeysGiveContext(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: worldPacks})
	for _, c := range []struct{ key, text, want string }{
		{"patient.mrn", "00123456", "MEDICAL_RECORD"},
		{"patient_id", "00123456", "MEDICAL_RECORD"},
		{"nationalId", "29001011234567", "EG_NATIONAL_ID"},
		{"身份证号", "110101199001010008", ""},
		{"身份证号", "513231200012121657", "CN_RIC"},
		{"user.taxId", "123456789", "US_EIN"},
		{"tax_id_count", "123456789", ""},
		{"passport_updated_at", "123456789", ""},
	} {
		found := scanAll(t, s, c.text, Place{Key: []byte(c.key)})
		if c.want == "" {
			assert.Nil(t, found, c.key)
		} else {
			assert.Equal(t, []string{c.want + " " + c.text}, found, c.key)
		}
	}
}

// TestBenignTextsStayCleanWithAllPacks holds what telemetry is full of against all packs.
func TestBenignTextsStayCleanWithAllPacks(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	for _, text := range []string{
		"id=964d3d4496eba592913bcbacbb07b7df", "commit 89f4d7ac84452463f2f15eade2fa29161cfaa0de (e8643b7)",
		"request 0b747ac3-73f0-4e61-8814-d845b23af91d",
		`"created": 1624946351`, "ts=1791974158897", "start 1797479497439415", `"startTimeUnixNano":"1674546051003568771"`,
		"channel 1145371674556188692",
		`{"input_tokens":57683,"output_tokens":9702,"total_tokens":92237}`, "1990-03-20T13:54:20.654661Z", "2024-03-15 14:30:00 +0200",
		"order #259598057 shipped", "1ZSH0Z9O4430332191", "ISBN 978-7-744-25665-6", "CVE-2018-11950", "localhost:3600", "api-7d557c303-sn3xv",
		"gpt-4o-2024-08-06", "claude-3-5-sonnet-20241022", "| 921 | 430 | 1987 |", "NIST SP 800-10 section 6.8.5", "956 913 4800 = 06169935",
		"see #18963 and PR 23689", "B200 cluster", "A100-SXM4-80GB", "INV-2019-915371", "$6616,133.05 total, 29.2459 EUR", "370-26-764",
		"[0.46894656, -0.13036272, 0.19512719]", "741339987 bytes in 939 ms", "10 485 760 bytes", "123 456 789 rows", "RFC 9110, RFC 2616",
		"pod app-456cv", "build 20240131-1", "run 240131-123456", "us-east-1a", "v10.10.11", "1.234.567,89 €", "3.141.592 km", "10.0.19041.1288",
		"driver version 535.104.05", "license MIT, 1234567 downloads", "model rut 7", "sin(1234567)", "PAN-OS 10.2.3",
		"run 123456785 failed", "he said 8001015009087", "tz 123456782", "Sat, 14 Mar GODE561231GR7", "Uruguay 12345672", "registration ABC1234",
		"Dear all, vote for 12 of 345678", "the vehicle drove 123456 km", "patient wait 600000 ms",
	} {
		found := scanAll(t, s, text, Place{})
		assert.Nil(t, found, text)
	}
}

// TestWorldOnCompositions checks the laws of FuzzWorld on samples with bytes changed, put together with what joins them.
func TestWorldOnCompositions(t *testing.T) {
	t.Parallel()
	s, patterns := NewScanner(Policy{Packs: worldPacks}), compileOracles()
	var words []string
	for _, d := range All() {
		if d.Packs&worldPacks != 0 {
			words = append(words, d.Context...)
		}
	}
	var samples []string
	for _, e := range worldEntities() {
		samples = append(samples, worldSamples[e]...)
	}
	random := rand.New(rand.NewPCG(4, 2026))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	joints := []string{" ", " ", ": ", "-", ".", "/", "(", ")", ":", "_", "\n", ",", "", "x", "7"}
	found := 0
	for range 20000 {
		var text []byte
		for range 1 + random.IntN(4) {
			part := []byte(pick(samples))
			if random.IntN(3) == 0 {
				part = []byte(pick(words))
			}
			for range random.IntN(3) {
				part[random.IntN(len(part))] = "0123456789AXKabz -./"[random.IntN(20)]
			}
			text = append(append(text, part...), pick(joints)...)
		}
		found += checkWorld(t, s, patterns, string(text))
	}
	assert.Positive(t, found)
}

// TestWorldWorkIsLinear repeats samples, and runs of numbers that many detectors look at.
func TestWorldWorkIsLinear(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	texts := []string{"12 ", "123 ", "1234-", "123456782 ", "12345678,", "1.", "A1234567 ", "12-34-", "passport ", "身份证", "A1 "}
	for _, samples := range worldSamples {
		texts = append(texts, samples...)
	}
	for _, text := range texts {
		x := Text{Bytes: []byte(strings.Repeat(text, 1<<15/len(text)))}
		x.Limit = 100 * len(x.Bytes)
		assert.True(t, s.Scan(&x), "the work for %d bytes exceeds that of 100 looks at each", len(x.Bytes))
	}
}

// FuzzWorld states that the detectors of official identifiers never panic, that their work is bounded by the length of the text, and that
// what they find is accepted by an oracle that was written for the test alone.
func FuzzWorld(f *testing.F) {
	for _, samples := range worldSamples {
		for _, sample := range samples {
			f.Add(sample)
		}
	}
	for _, d := range All() {
		if d.Packs&worldPacks != 0 {
			f.Add(strings.Join(d.Context, " 12345678 "))
		}
	}
	s, patterns := NewScanner(Policy{Packs: worldPacks}), compileOracles()
	f.Fuzz(func(t *testing.T, text string) {
		const maxBytes = 512
		if len(text) > maxBytes {
			t.Skip("too long to be worth the time")
		}
		checkWorld(t, s, patterns, text)
	})
}
