package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/costcalc"
)

// maxConfigBytes bounds the configuration that is read.
const maxConfigBytes = 8 << 20

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
	cost := defaultCost()
	if s.prices != "" {
		delete(found.cost, "prices_file") // perhaps unexpanded, or not on this machine
	}
	if err := found.decode(&cost); err != nil {
		return nil, fmt.Errorf("%s: %w", s.config, err)
	}
	if !cost.Enabled {
		fmt.Fprintf(notes, "note: %s::enabled is false, so this collector prices nothing\n", found.path())
	}
	if s.prices != "" {
		cost.PricesFile = s.prices
	}
	table, err := cost.PriceTable()
	if err != nil {
		if rest, ok := strings.CutPrefix(err.Error(), "prices_file: "); ok && s.prices != "" {
			return nil, errors.New(rest)
		}
		return nil, fmt.Errorf("%s: %s::%w", s.config, found.path(), err)
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

// foundProcessor is the part of a configuration that says the prices.
type foundProcessor struct {
	id   string
	cost map[string]any
}

func (p *foundProcessor) path() string { return "processors::" + p.id + "::cost" }

// decode reads the section the way the collector does.
func (p *foundProcessor) decode(cost *genaiprocessor.CostConfig) error {
	for _, key := range [...]string{"prices", "prices_file", "providers"} {
		if holdsReference(p.cost[key]) {
			return fmt.Errorf("%s::%s: expected values as they are, found ${...}, which only a collector expands", p.path(), key)
		}
	}
	if err := confmap.NewFromStringMap(p.cost).Unmarshal(cost); err != nil {
		text := strings.Join(strings.Fields(err.Error()), " ")
		return fmt.Errorf("%s: %s", p.path(), strings.ReplaceAll(text, "'genaiprocessor.CostConfig'", "it"))
	}
	return nil
}

// readProcessor finds the processor genai of a configuration, or the one of
// that id.
func readProcessor(path, id string) (p foundProcessor, err error) {
	content, err := readBounded(path)
	if err != nil {
		return p, err
	}
	retrieved, err := confmap.NewRetrievedFromYAML(content)
	if err != nil {
		return p, errors.New("expected YAML, found a text that is none")
	}
	conf, err := retrieved.AsConf()
	if err != nil {
		return p, errors.New("expected a collector's configuration, found YAML that is none")
	}
	processors, _ := conf.Get("processors").(map[string]any)
	p.id = id
	if id == "" {
		if p.id, err = onlyProcessor(processors); err != nil {
			return p, err
		}
	}
	section, there := processors[p.id]
	if !there {
		return p, fmt.Errorf("processors: expected %s, found none of that id", p.id)
	}
	if section, ok := section.(map[string]any); ok && section["cost"] != nil {
		if p.cost, ok = section["cost"].(map[string]any); !ok {
			return p, fmt.Errorf("%s: expected a map, found another value", p.path())
		}
	}
	return p, nil
}

// onlyProcessor returns the id of the one processor of the type genai.
func onlyProcessor(processors map[string]any) (string, error) {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(processors)) {
		if kind, _, _ := strings.Cut(id, "/"); kind == "genai" {
			ids = append(ids, id)
		}
	}
	switch len(ids) {
	case 0:
		return "", errors.New("processors: expected one of the type genai, found none")
	case 1:
		return ids[0], nil
	}
	return "", fmt.Errorf("processors: expected one of the type genai, found %s: choose with -processor", strings.Join(ids, ", "))
}

// holdsReference reports whether a value holds what the collector would expand.
func holdsReference(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, "${") || strings.Contains(v, "$$")
	case []any:
		return slices.ContainsFunc(v, holdsReference)
	case map[string]any:
		return slices.ContainsFunc(slices.Collect(maps.Values(v)), holdsReference)
	}
	return false
}

func readBounded(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err == nil {
		defer file.Close()
		var content []byte
		if content, err = io.ReadAll(io.LimitReader(file, maxConfigBytes+1)); err == nil && len(content) <= maxConfigBytes {
			return content, nil
		}
	}
	if err != nil {
		return nil, withoutPath(err)
	}
	return nil, fmt.Errorf("expected at most %d bytes, found more", maxConfigBytes)
}

// withoutPath leaves the path away, which whoever reports the error names.
func withoutPath(err error) error {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
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
