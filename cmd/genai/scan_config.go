package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// scanPolicy is the flags that say what "genai scan" looks for.
type scanPolicy struct {
	config, processor, packs, scope string
}

func (p *scanPolicy) register(flags *flag.FlagSet) {
	flags.StringVar(&p.config, "config", "", "collector configuration `FILE`, or one with its section genai alone, whose redaction is meant; "+
		"${...} in it is not expanded")
	flags.StringVar(&p.processor, "processor", "", "`ID` of the processor in -config, where there are several: genai/strict")
	flags.StringVar(&p.packs, "packs", "", "`LIST` of packs of detectors, in place of the configuration's: "+
		strings.Join(redaction.PackNames(), ","))
	flags.StringVar(&p.scope, "scope", "", "`SCOPE` in place of the configuration's: genai or all")
}

func (p *scanPolicy) check() error {
	for _, name := range p.packNames() {
		if !slices.Contains(redaction.PackNames(), name) {
			return fmt.Errorf("-packs: expected some of %s, found %q", strings.Join(redaction.PackNames(), ", "), name)
		}
	}
	if p.scope != "" && p.scope != "genai" && p.scope != "all" {
		return fmt.Errorf("-scope: expected genai or all, found %q", p.scope)
	}
	if p.processor != "" && p.config == "" {
		return errors.New("-processor: expected -config beside it, found none")
	}
	return nil
}

func (p *scanPolicy) packNames() []string {
	if p.packs == "" {
		return nil
	}
	return strings.Split(p.packs, ",")
}

// name is where the policy is from.
func (p *scanPolicy) name() string {
	if p.config == "" {
		return "the default configuration"
	}
	return p.config
}

// policyReport is the policy as the report has it.
type policyReport struct {
	Configuration string   `json:"configuration,omitempty"`
	Packs         []string `json:"packs"`
	Scope         string   `json:"scope"`
	Identity      string   `json:"identity"`
	Policies      int      `json:"policies,omitempty"` // how many there are by client or resource; where none matches, the strictest of all holds
}

func (p *scanPolicy) of(cfg *genaiprocessor.Config) policyReport {
	return policyReport{Configuration: p.config, Packs: cfg.Redaction.Packs, Scope: cfg.Redaction.Scope, Identity: cfg.Redaction.Identity,
		Policies: len(cfg.Redaction.Policies)}
}

// read returns the configuration as the collector would have it, as far as it
// says what is found. What is worth knowing but no error goes to notes.
func (p *scanPolicy) read(notes io.Writer) (*genaiprocessor.Config, error) {
	cfg := genaiprocessor.NewFactory().CreateDefaultConfig().(*genaiprocessor.Config)
	prefix := ""
	if p.config != "" {
		found, err := readProcessor(p.config, p.processor)
		if err == nil {
			err = found.decodeRedaction(cfg)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.config, err)
		}
		if prefix = found.path + "::"; !cfg.Redaction.Enabled {
			fmt.Fprintf(notes, "note: %sredaction::enabled is false, so this collector redacts nothing\n", prefix)
		}
	}
	if packs := p.packNames(); packs != nil {
		cfg.Redaction.Packs = packs
	}
	if p.scope != "" {
		cfg.Redaction.Scope = p.scope
	}
	if err := confmap.Validate(cfg); err != nil {
		return nil, fmt.Errorf("%s: %s%s", p.name(), prefix, strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	return cfg, nil
}

// decodeRedaction reads what says what is found: redaction, and which dialects
// are read.
func (p *foundProcessor) decodeRedaction(cfg *genaiprocessor.Config) error {
	redaction, err := p.part("redaction")
	if err != nil {
		return err
	}
	normalize, err := p.part("normalize")
	if err != nil {
		return err
	}
	withStandInKey(redaction)
	dialects := map[string]any{}
	for _, key := range [...]string{"disabled_dialects", "custom_dialects"} {
		if value, there := normalize[key]; there {
			dialects[key] = value
		}
	}
	sections := map[string]any{}
	for _, part := range []struct {
		key     string
		section map[string]any
	}{{"redaction", redaction}, {"normalize", dialects}} {
		for _, key := range slices.Sorted(maps.Keys(part.section)) {
			if holdsReference(part.section[key]) {
				return fmt.Errorf("%s::%s::%s: %w", p.path, part.key, key, errReference)
			}
			sections[part.key] = part.section
		}
	}
	if err := confmap.NewFromStringMap(sections).Unmarshal(cfg); err != nil {
		return fmt.Errorf("%s: %s", p.path, typeName.ReplaceAllString(onOneLine(err), "it"))
	}
	return nil
}

// typeName is what a decoding error calls a section; its key stands before.
var typeName = regexp.MustCompile(`'genaiprocessor\.\w+'`)

// withStandInKey puts a key of this run's own in the place of that of
// pseudonyms, which nobody will see: the real one may be in the environment or a
// file of the collector's.
func withStandInKey(redaction map[string]any) {
	pseudonym, ok := redaction["pseudonym"].(map[string]any)
	if !ok {
		return
	}
	_, hasKey := pseudonym["key"]
	_, hasFile := pseudonym["key_file"]
	if !hasKey && !hasFile {
		return
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails: documented since Go 1.24
	standIn := maps.Clone(pseudonym)
	delete(standIn, "key_file")
	standIn["key"] = hex.EncodeToString(key)
	redaction["pseudonym"] = standIn
}
