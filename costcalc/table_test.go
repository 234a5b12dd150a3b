package costcalc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// defaultTable decodes the embedded table.
func defaultTable(tb testing.TB) *Table {
	tb.Helper()
	table, err := Default()
	require.NoError(tb, err)
	return table
}

// `make prices` runs this test: decoding compiles every pattern, knows every price key and checks every entry's units.
func TestEmbeddedTable(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)

	models := 0
	for _, p := range table.providers {
		models += len(p.models)
	}
	assert.GreaterOrEqual(t, len(table.providers), 43)
	assert.GreaterOrEqual(t, models, 1694)
}

func TestEmbeddedTableIsTheOneThatItsSourceNames(t *testing.T) {
	t.Parallel()
	source := defaultTable(t).Source()
	assert.Equal(t, "@pydantic/genai-prices", source.Name)
	assert.Equal(t, "MIT", source.Licence)
	assert.Regexp(t, `^\d+\.\d+\.\d+$`, source.Version)
	assert.Regexp(t, `^\d{4}-\d{2}-\d{2}$`, source.Date)
	assert.Regexp(t, `^[0-9a-f]{64}$`, source.PackageSHA256)

	data, err := gzip.NewReader(bytes.NewReader(embeddedTable))
	require.NoError(t, err)
	json, err := io.ReadAll(data)
	require.NoError(t, err)
	sum := sha256.Sum256(json)
	assert.Equal(t, hex.EncodeToString(sum[:]), source.TableSHA256)
}

func TestATableWithAFaultIsRefused(t *testing.T) {
	t.Parallel()
	const entry = `{"providers":[{"id":"p","api_pattern":"x","models":[{"id":"m","match":MATCH,"prices":[PRICES]}]}]}`
	with := func(match, prices string) string {
		return strings.NewReplacer("MATCH", match, "PRICES", prices).Replace(entry)
	}
	const plain = `{"equals":"m"}`
	for name, tc := range map[string]struct{ file, want string }{
		"unknown key":              {`{"provider":[]}`, `json: unknown field "provider"`},
		"unknown key in a tier":    {with(plain, `{"prices":{"input_mtok":{"base":"1","tier":[]}}}`), `json: unknown field "tier"`},
		"text after the table":     {`{"providers":[]} x`, `expected one JSON value, found more after it`},
		"unknown price key":        {with(plain, `{"prices":{"input_ktok":"1"}}`), `provider p: model m: prices: expected price keys such as input_mtok and output_mtok, found "input_ktok"`},
		"negative price":           {with(plain, `{"prices":{"input_mtok":"-1"}}`), `provider p: model m: prices: input_mtok: ` + errPrice.Error()},
		"price with an exponent":   {with(plain, `{"prices":{"input_mtok":"1e-6"}}`), `provider p: model m: prices: input_mtok: ` + errPrice.Error()},
		"price too large":          {with(plain, `{"prices":{"audio_hours":"99999999"}}`), `provider p: model m: prices: audio_hours: ` + errPrice.Error()},
		"no prices":                {with(plain, ``), `provider p: model m: prices: expected at least one entry`},
		"tiers that descend":       {with(plain, `{"prices":{"input_mtok":{"base":"1","tiers":[{"start":2,"price":"2"},{"start":1,"price":"3"}]}}}`), `provider p: model m: prices: input_mtok: tiers must have ascending starts, none negative`},
		"coarser unit unpriced":    {with(plain, `{"prices":{"input_mtok":"1","cache_write_1h_mtok":"1"}}`), `provider p: model m: prices: cache_write_1h_mtok needs a price for cache_write_mtok`},
		"common unit unpriced":     {with(plain, `{"prices":{"input_mtok":"1","cache_read_mtok":"1","input_audio_mtok":"1"}}`), `provider p: model m: prices: cache_read_mtok and input_audio_mtok need a price for the tokens that are both`},
		"no unit for the overlap":  {with(plain, `{"prices":{"input_mtok":"1","cache_write_mtok":"1","input_audio_mtok":"1"}}`), `provider p: model m: prices: cache_write_mtok and input_audio_mtok need a price for the tokens that are both`},
		"date that isn't one":      {with(plain, `{"from":"2026-02-30","prices":{}}`), `provider p: model m: prices: from: expected a date such as 2026-01-31, found "2026-02-30"`},
		"window with one end":      {with(plain, `{"start_time":"01:00:00Z","prices":{}}`), `provider p: model m: prices: end_time: expected a time of day in UTC such as 16:30:00Z, found ""`},
		"window without a zone":    {with(plain, `{"start_time":"01:00:00","end_time":"02:00:00Z","prices":{}}`), `provider p: model m: prices: start_time: expected a time of day in UTC such as 16:30:00Z, found "01:00:00"`},
		"unknown operator":         {with(`{"glob":"m*"}`, `{"prices":{}}`), `provider p: model m: match: expected one of equals, starts_with, ends_with, contains, regex, or, and, not; found "glob"`},
		"two operators":            {with(`{"equals":"a","contains":"b"}`, `{"prices":{}}`), `provider p: model m: match: expected one operator in a clause, found 2`},
		"no clause in a list":      {with(`{"or":[]}`, `{"prices":{}}`), `provider p: model m: match: expected at least one clause`},
		"null in a list":           {with(`{"or":[null]}`, `{"prices":{}}`), `provider p: model m: match: expected a clause, found null`},
		"clauses too deep":         {with(strings.Repeat(`{"not":`, 8)+plain+strings.Repeat(`}`, 8), `{"prices":{}}`), `provider p: model m: match: expected at most 8 levels of clauses`},
		"pattern with look-ahead":  {with(`{"regex":"(?!a)"}`, `{"prices":{}}`), "provider p: model m: match: error parsing regexp: invalid or unsupported Perl syntax: `(?!`"},
		"fallback to an alias":     {`{"providers":[{"id":"p","api_pattern":"x","models":[],"aliases":["q"],"fallback":["q"]}]}`, `provider p: fallback: expected the id of a provider, found "q"`},
		"alias of two providers":   {`{"providers":[{"id":"p","api_pattern":"x","models":[],"aliases":["a"]},{"id":"q","api_pattern":"x","models":[],"aliases":["a"]}]}`, `provider q: the name "a" already means provider p`},
		"alias in upper case":      {`{"providers":[{"id":"p","api_pattern":"x","models":[],"aliases":["A"]}]}`, `provider p: expected a name in lower case, found "A"`},
		"api_pattern not a regexp": {`{"providers":[{"id":"p","api_pattern":"(","models":[]}]}`, "provider p: api_pattern: error parsing regexp: missing closing ): `^(?:()`"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var file fileTable
			err := decodeStrict(strings.NewReader(tc.file), &file)
			if err == nil {
				_, err = file.compile()
			}
			assert.EqualError(t, err, tc.want)
		})
	}
}
