package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"go.opentelemetry.io/collector/confmap"
)

// maxConfigBytes bounds the configuration that is read.
const maxConfigBytes = 8 << 20

// errReference is for what can't be used as it stands in a file.
var errReference = errors.New("expected values as they are, found ${...}, which only a collector expands")

// foundProcessor is the section of a processor in a configuration.
type foundProcessor struct {
	path    string // processors::genai
	section map[string]any
}

// part returns the map under a key of the section; nil where there is none.
func (p *foundProcessor) part(key string) (map[string]any, error) {
	value := p.section[key]
	if value == nil {
		return nil, nil
	}
	part, ok := value.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%s::%s: expected a map, found another value", p.path, key)
	}
	return part, nil
}

// readProcessor finds the processor genai of a configuration, or the one of
// that id. A file without processors is taken for their section.
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
	prefix := "processors::"
	processors, _ := conf.Get("processors").(map[string]any)
	if !conf.IsSet("processors") && len(processorIDs(conf.ToStringMap())) > 0 {
		prefix, processors = "", conf.ToStringMap()
	}
	if id == "" {
		if id, err = onlyProcessor(processors); err != nil {
			return p, err
		}
	}
	section, there := processors[id]
	if !there {
		return p, fmt.Errorf("processors: expected %s, found none of that id", id)
	}
	p.path = prefix + id
	p.section, _ = section.(map[string]any)
	return p, nil
}

// onlyProcessor returns the id of the one processor of the type genai.
func onlyProcessor(processors map[string]any) (string, error) {
	ids := processorIDs(processors)
	switch len(ids) {
	case 0:
		return "", errors.New("processors: expected one of the type genai, found none")
	case 1:
		return ids[0], nil
	}
	return "", fmt.Errorf("processors: expected one of the type genai, found %s: choose with -processor", strings.Join(ids, ", "))
}

// processorIDs returns the ids of the type genai.
func processorIDs(processors map[string]any) (ids []string) {
	for _, id := range slices.Sorted(maps.Keys(processors)) {
		if kind, _, _ := strings.Cut(id, "/"); kind == "genai" {
			ids = append(ids, id)
		}
	}
	return ids
}

func onOneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

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
