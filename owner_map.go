package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/processor"
)

// maxOwnerEntries bounds the memory that a map file takes.
const maxOwnerEntries = 100_000

// owners gives the owner map to the processor, now and whenever the file changes.
func (in *instance) owners(c *AttributionConfig, p *processor.Processor) error {
	if c.MapFile == "" {
		return nil
	}
	fields := slices.Sorted(maps.Keys(c.Owners))
	_, err := in.watch("cost::attribution::map_file", c.MapFile, fileOwners, func(content []byte) error {
		entries, err := parseOwnerMap(content, fields)
		if err == nil {
			p.SetOwnerMap(entries)
		}
		return err
	})
	return err
}

// ownerID is the key of an entry's id in the file.
const ownerID = "id"

// parseOwnerMap reads a map file: a YAML list of entries, an id and the fields of its owner each, all of them text. It is a list since the
// YAML library compares each key of a map with all others. fields are those that may occur. Errors name the entry by its id, or by its place
// in the list, and quote nothing else.
func parseOwnerMap(content []byte, fields []string) (processor.OwnerMap, error) {
	entries, err := yamlList(content)
	if err != nil {
		return nil, err
	}
	if len(entries) > maxOwnerEntries {
		return nil, fmt.Errorf("at most %d entries are expected, found %d", maxOwnerEntries, len(entries))
	}
	owners := make(processor.OwnerMap, len(entries))
	for i, entry := range entries {
		values, ok := entry.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("[%d]: an id and fields are expected, found something else", i)
		}
		id, _ := values[ownerID].(string)
		if id = strings.TrimSpace(id); id == "" {
			return nil, fmt.Errorf("[%d]: %s: text is expected: put numbers into quotes", i, ownerID)
		}
		if owners[id] != nil {
			return nil, fmt.Errorf("%s: one entry is expected, found two", shortID(id))
		}
		if owners[id], err = ownerEntry(values, fields); err != nil {
			return nil, fmt.Errorf("%s: %w", shortID(id), err)
		}
	}
	return owners, nil
}

// yamlList decodes the top level.
func yamlList(content []byte) ([]any, error) {
	const expected = "a YAML list of entries such as {id: my-key, team: search} is expected"
	if !isOneDocument(content) {
		return nil, errManyDocuments
	}
	decoded, err := confmap.NewRetrievedFromYAML(content)
	if err != nil {
		return nil, errors.New(expected + ", found something else")
	}
	if line := brokenAt(decoded); line != "" {
		return nil, errors.New(expected + ", found a mistake in it at or after " + line)
	}
	raw, err := decoded.AsRaw()
	if err != nil {
		return nil, errors.New(expected)
	}
	switch raw := raw.(type) {
	case []any:
		return raw, nil
	case string: // also what confmap makes of text that can't be decoded; why it can't is left out, since that may quote it
		return nil, errors.New(expected + ", found text that is none")
	default:
		return nil, errors.New(expected + ", found something else")
	}
}

func ownerEntry(values map[string]any, fields []string) (map[string]string, error) {
	entry := make(map[string]string, len(values)-1)
	for _, field := range slices.Sorted(maps.Keys(values)) {
		if field == ownerID {
			continue
		}
		if !slices.Contains(fields, field) {
			return nil, fmt.Errorf("one of %s is expected, found %s", strings.Join(fields, ", "), shortID(field))
		}
		text, ok := values[field].(string)
		if !ok {
			return nil, fmt.Errorf("%s: text is expected: put numbers into quotes", field)
		}
		if err := validateOwnerText(text); err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
		entry[field] = text
	}
	return entry, nil
}

// shortID quotes an id for an error.
func shortID(id string) string {
	const maxBytes = 64
	if len(id) > maxBytes {
		return fmt.Sprintf("%q…", strings.ToValidUTF8(id[:maxBytes], ""))
	}
	return fmt.Sprintf("%q", id)
}
