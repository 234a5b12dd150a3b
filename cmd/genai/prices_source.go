package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/costcalc"
)

// source is the flags that say which prices are asked.
type source struct {
	prices, config, processor string
}

func (s *source) register(flags *flag.FlagSet) {
	flags.StringVar(&s.prices, "prices", "", "price `FILE` (YAML) whose entries come first, in place of the configuration's prices_file")
	flags.StringVar(&s.config, "config", "", "collector configuration `FILE` whose processor genai says the prices; ${...} in it is not expanded")
	flags.StringVar(&s.processor, "processor", "", "`ID` of the processor in -config, where there are several: genai/billing")
}

// own names the files of the user's own prices; empty without any.
func (s *source) own() string {
	return strings.Join(slices.DeleteFunc([]string{s.config, s.prices}, func(name string) bool { return name == "" }), " and ")
}

// table returns the prices as the collector would have them. What is worth
// knowing but no error goes to notes.
func (s *source) table(notes io.Writer) (*costcalc.Table, error) {
	if s.config == "" {
		return tableOfFile(s.prices)
	}
	found, err := readProcessor(s.config, s.processor)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.config, err)
	}
	section, err := found.part("cost")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.config, err)
	}
	cost := defaultCost()
	if s.prices != "" {
		delete(section, "prices_file") // perhaps unexpanded, or not on this machine
	}
	if err := found.decodeCost(section, &cost); err != nil {
		return nil, fmt.Errorf("%s: %w", s.config, err)
	}
	if !cost.Enabled {
		fmt.Fprintf(notes, "note: %s::cost::enabled is false, so this collector prices nothing\n", found.path)
	}
	if s.prices != "" {
		cost.PricesFile = s.prices
	}
	table, err := cost.PriceTable()
	if err != nil {
		if rest, ok := strings.CutPrefix(err.Error(), "prices_file: "); ok && s.prices != "" {
			return nil, errors.New(rest)
		}
		return nil, fmt.Errorf("%s: %s::cost::%w", s.config, found.path, err)
	}
	return table, nil
}

// tableOfFile returns the built-in table behind a price file, if there is one.
func tableOfFile(path string) (*costcalc.Table, error) {
	cost := defaultCost()
	cost.PricesFile = path
	table, err := cost.PriceTable()
	if err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "prices_file: "))
	}
	return table, nil
}

func defaultCost() genaiprocessor.CostConfig {
	return genaiprocessor.NewFactory().CreateDefaultConfig().(*genaiprocessor.Config).Cost
}

// decodeCost reads the section cost the way the collector does.
func (p *foundProcessor) decodeCost(section map[string]any, cost *genaiprocessor.CostConfig) error {
	for _, key := range [...]string{"prices", "prices_file", "providers"} {
		if holdsReference(section[key]) {
			return fmt.Errorf("%s::cost::%s: %w", p.path, key, errReference)
		}
	}
	if err := confmap.NewFromStringMap(section).Unmarshal(cost); err != nil {
		return fmt.Errorf("%s::cost: %s", p.path, strings.ReplaceAll(onOneLine(err), "'genaiprocessor.CostConfig'", "it"))
	}
	return nil
}

// instant is the flag -at.
type instant struct{ time time.Time }

func (i *instant) register(flags *flag.FlagSet) {
	i.time = time.Now().UTC().Truncate(time.Second)
	flags.Func("at", "`TIME` whose prices are meant: 2026-01-31 (midnight UTC) or 2026-01-31T16:00:00Z; now without it", func(text string) (err error) {
		for _, layout := range [...]string{time.DateOnly, time.RFC3339} {
			if i.time, err = time.Parse(layout, text); err == nil {
				i.time = i.time.UTC()
				return nil
			}
		}
		return errors.New("expected a day such as 2026-01-31 or a time such as 2026-01-31T16:00:00Z")
	})
}

func timeText(at time.Time) string { return at.UTC().Format("2006-01-02 15:04:05 UTC") }

// dayText leaves the time of day away at midnight.
func dayText(at time.Time) string {
	if at = at.UTC(); at.Equal(at.Truncate(24 * time.Hour)) {
		return at.Format(time.DateOnly)
	}
	return timeText(at)
}
