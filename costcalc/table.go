package costcalc

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
)

//go:embed prices/prices.json.gz
var embeddedTable []byte

//go:embed prices/prices.meta.json
var embeddedSource []byte

// Table holds prices. It is immutable and safe for concurrent use; what it remembers of names that it has seen is bounded
// and changes no answer.
type Table struct {
	source       Source
	providers    []*provider          // in the order of the file, which decides between matches
	byName       map[string]*provider // by id and alias
	notProviders map[string]bool
	selfHosted   map[string]bool
	aliases      map[string]*provider // the user's, which come before all other names
	overrides    []override           // the user's, in order
	overridden   string               // what identifies them
	seen         cache
}

// Source says where a table's data come from.
type Source struct {
	// Name of the public data set.
	Name string `json:"name"`
	// Version of the data set.
	Version string `json:"version"`
	// Date of that version, as 2006-01-02.
	Date string `json:"date"`
	// Licence of the data set, an SPDX identifier.
	Licence string `json:"licence"`
	// PackageSHA256 is the checksum of the published package, in hexadecimal.
	PackageSHA256 string `json:"package_sha256"`
	// TableSHA256 is the checksum of the table made from it, before compression, in hexadecimal.
	TableSHA256 string `json:"table_sha256"`
}

// Source returns where the table's data come from.
func (t *Table) Source() Source { return t.source }

// Default decodes the table that is embedded in the binary. It takes some milliseconds: call it once.
func Default() (*Table, error) {
	data, err := gzip.NewReader(bytes.NewReader(embeddedTable))
	if err != nil {
		return nil, fmt.Errorf("embedded price table: %w", err)
	}
	var file fileTable
	if err = decodeStrict(data, &file); err != nil {
		return nil, fmt.Errorf("embedded price table: %w", err)
	}
	t, err := file.compile()
	if err != nil {
		return nil, fmt.Errorf("embedded price table: %w", err)
	}
	if err = decodeStrict(bytes.NewReader(embeddedSource), &t.source); err != nil {
		return nil, fmt.Errorf("embedded price table's source: %w", err)
	}
	return t, nil
}

// Price returns what a call cost, or the reason why that isn't known: the Cost is only meaningful where the Reason is empty.
// It never panics, whatever the call holds, and allocates nothing for names that it has seen before.
func (t *Table) Price(c Call) (Cost, Reason) {
	switch {
	case c.Usage.Empty():
		return Cost{}, ReasonNoUsage
	case !c.Usage.valid():
		return Cost{}, ReasonInvalidUsage
	}
	var ch choice
	if reason := t.choose(&c, &ch); reason != "" {
		return Cost{}, reason
	}
	cost, ok := ch.cost(&c.Usage)
	if !ok {
		return Cost{}, ReasonUnitUnpriced
	}
	return cost, ""
}
