package genaiprocessor

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"

	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/otel/metric"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// pricesFile is the content of the file that `prices_file` names: this, or the list of entries alone.
type pricesFile struct {
	// Currency is that of entries that name none; USD if empty.
	Currency string `mapstructure:"currency"`
	// Providers are names of providers beside those of `cost: providers`, by alias.
	Providers map[string]string `mapstructure:"providers"`
	Prices    []PriceConfig     `mapstructure:"prices"`
}

// validatePrices checks the prices of the configuration against the embedded table, which is decoded only where there are some.
func (c *CostConfig) validatePrices() error {
	if len(c.Prices) == 0 && len(c.Providers) == 0 {
		return nil
	}
	embedded, err := costcalc.Default()
	if err != nil {
		return err
	}
	_, err = c.table(embedded)
	return err
}

// table puts the prices of the configuration before those of the embedded table.
func (c *CostConfig) table(embedded *costcalc.Table) (*costcalc.Table, error) {
	entries, err := entriesOf(c.Prices)
	if err != nil {
		return nil, err
	}
	return withEntries(embedded, entries, c.Providers)
}

// withPricesFile puts the prices of a file's content behind those that the table has of the configuration.
func withPricesFile(table *costcalc.Table, content []byte) (*costcalc.Table, error) {
	file, err := parsePricesFile(content)
	if err != nil {
		return nil, err
	}
	entries, err := entriesOf(file.Prices)
	if err != nil {
		return nil, err
	}
	for i := range entries {
		if entries[i].Currency == "" && entries[i].SameAs == "" {
			entries[i].Currency = file.Currency
		}
	}
	return withEntries(table, entries, file.Providers)
}

// withEntries puts entries behind those that the table has. Errors are on one line.
func withEntries(table *costcalc.Table, entries []costcalc.Entry, providers map[string]string) (*costcalc.Table, error) {
	aliases, err := aliasesOf(providers)
	if err != nil {
		return nil, onOneLine(err)
	}
	table, err = table.With(costcalc.Overrides{Entries: entries, Providers: aliases})
	return table, onOneLine(err)
}

// parsePricesFile reads the file's YAML. Unknown keys are errors.
func parsePricesFile(content []byte) (file pricesFile, err error) {
	if !isOneDocument(content) {
		return file, errManyDocuments
	}
	retrieved, err := confmap.NewRetrievedFromYAML(content)
	if err != nil {
		return file, errors.New("YAML is expected, found a text that is none")
	}
	if line := brokenAt(retrieved); line != "" {
		return file, fmt.Errorf("YAML is expected, found a mistake in it at or after %s", line)
	}
	raw, err := retrieved.AsRaw()
	if err != nil {
		return file, err
	}
	if list, ok := raw.([]any); ok {
		raw = map[string]any{"prices": list}
	}
	if _, ok := raw.(map[string]any); !ok {
		return file, errors.New("prices, or a list of them, are expected, found none")
	}
	if err := decode(raw, &file); err != nil {
		return file, errors.New(strings.ReplaceAll(err.Error(), "'genaiprocessor.pricesFile'", "the file"))
	}
	if file.Prices == nil && file.Providers == nil {
		return file, errors.New("prices, or a list of them, are expected, found none")
	}
	return file, nil
}

// yamlLine is where the decoder of YAML says that a mistake is.
var yamlLine = regexp.MustCompile(`\bline [0-9]+`)

// brokenAt names the line at or after which a text is no YAML, such as "line 3"; "" where it is YAML or that isn't known. The decoder often
// names the line where a list or map begins, or the one before. Its own words are left out, since they may quote the text.
func brokenAt(retrieved *confmap.Retrieved) string {
	_, err := retrieved.AsConf() // confmap takes what is no YAML for a text, and says so only to who wants a map
	if err == nil {
		return ""
	}
	return yamlLine.FindString(err.Error())
}

// decode reads a value of YAML into a struct the way the collector does. Unknown keys are errors.
func decode(raw, into any) error {
	m, ok := raw.(map[string]any)
	if !ok {
		return errors.New("a map is expected, found another value")
	}
	if err := confmap.NewFromStringMap(m).Unmarshal(into); err != nil {
		return fmt.Errorf("%s", strings.Join(strings.Fields(err.Error()), " "))
	}
	return nil
}

// onOneLine puts the errors of several lines on one.
func onOneLine(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))
}

// PriceTable returns what calls are priced by: the prices of the configuration, then those of its file as it is now, then the embedded table.
// It is for tools that show prices; the processor itself keeps up with the file. Errors name the key.
func (c *CostConfig) PriceTable() (*costcalc.Table, error) {
	embedded, err := costcalc.Default()
	if err != nil {
		return nil, err
	}
	table, err := c.table(embedded)
	if err != nil || c.PricesFile == "" {
		return table, err
	}
	content, err := readRegularFile(c.PricesFile)
	if err == nil {
		table, err = withPricesFile(table, content)
	}
	if err != nil {
		return nil, fmt.Errorf("prices_file: %s: %w", c.PricesFile, err)
	}
	return table, nil
}

// prices returns the prices of the configuration, which follow the file where it names one.
func (in *instance) prices(c *CostConfig, embedded *costcalc.Table) (*livePrices, error) {
	configured, err := c.table(embedded)
	if err != nil {
		return nil, fmt.Errorf("cost: %w", err)
	}
	live := &livePrices{configured: configured}
	live.table.Store(configured)
	if c.PricesFile == "" {
		return live, nil
	}
	file, err := in.watch("cost::prices_file", c.PricesFile, filePrices, live.load)
	if err != nil {
		return nil, err
	}
	return live, in.telemetry.RegisterProcessorGenaiPricesAgeCallback(func(_ context.Context, o metric.Float64Observer) error {
		o.Observe(file.age().Seconds())
		return nil
	})
}

// livePrices are prices that may become others while calls are priced: each call gets those of one whole table.
type livePrices struct {
	configured *costcalc.Table // the embedded table behind the prices of the configuration
	table      atomic.Pointer[costcalc.Table]
}

// Price implements processor.Prices.
func (l *livePrices) Price(c costcalc.Call) (costcalc.Cost, costcalc.Reason) {
	return l.table.Load().Price(c)
}

// load takes the content of the file of prices.
func (l *livePrices) load(content []byte) error {
	table, err := withPricesFile(l.configured, content)
	if err == nil {
		l.table.Store(table)
	}
	return err
}
