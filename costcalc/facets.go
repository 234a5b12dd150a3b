package costcalc

import (
	"fmt"
	"slices"
	"strings"
)

// Facets are what a call was beside its model, as far as providers make a price of it. An empty facet was not reported. Upper and lower
// case are the same.
type Facets struct {
	// ServiceTier is the tier that served the call: "flex", "priority". A tier that was only asked for may have been refused.
	ServiceTier string
	// Speed is the speed at which the call was served: Anthropic's "fast".
	Speed string
	// Geo is where the caller wanted the model to run: Anthropic's inference_geo, "us".
	Geo string
	// Region is the provider's region that served the call. Where it is empty, it is told from Call.ServerAddress.
	Region string
	// Batch says that the call was one of a batch.
	Batch bool
}

// facet is one of the questions that Facets answers.
type facet uint8

const (
	facetServiceTier facet = iota
	facetSpeed
	facetBatch
	facetGeo
	facetRegion
	facetCount
)

var facetNames = [facetCount]string{"service_tier", "speed", "batch", "geo", "region"}

// standardValues are the values that mean the price that everyone pays, in the words of the providers' APIs: OpenAI's service_tier
// "default", of which a request's "auto" says nothing (https://platform.openai.com/docs/api-reference/responses/object, 2026-08),
// Anthropic's "standard" and its inference_geo "global" and "not_available" (https://platform.claude.com/docs/en/api/messages, 2026-08),
// Vertex AI's traffic type ON_DEMAND.
var standardValues = [facetCount][]string{
	facetServiceTier: {"default", "standard", "auto", "on_demand", "unspecified"},
	facetSpeed:       {"standard", "normal", "default"},
	facetBatch:       {"false"},
	facetGeo:         {"global", "not_available", "default"},
}

// batchTier is a service tier that is none: some APIs say there that a call was one of a batch.
const batchTier = "batch"

// facetSet is a set of facets.
type facetSet uint8

// facetValues are the values of a call's facets; empty where the price is the standard one as far as that facet goes.
type facetValues [facetCount]string

// values brings facets to the form that conditions are compared with; region is that of the host. It allocates only for values that are
// not in lower case.
func (f *Facets) values(region string) facetValues {
	v := facetValues{
		facetServiceTier: normalise(f.ServiceTier), facetSpeed: normalise(f.Speed), facetGeo: normalise(f.Geo), facetRegion: normalise(f.Region),
	}
	if f.Batch || v[facetServiceTier] == batchTier {
		v[facetBatch] = "true"
	}
	if v[facetServiceTier] == batchTier {
		v[facetServiceTier] = ""
	}
	if v[facetRegion] == "" {
		v[facetRegion] = region
	}
	for i := range v {
		if v[i] != "" && slices.Contains(standardValues[i], v[i]) {
			v[i] = ""
		}
	}
	return v
}

// special returns the facets that may make another price than the standard one. A region does so only where a table says it: everybody's
// host is in one.
func (v *facetValues) special() facetSet { return v.reported() &^ (1 << facetRegion) }

// reported returns the facets of which something else than the standard price was reported.
func (v *facetValues) reported() (s facetSet) {
	for f := range facetCount {
		if v[f] != "" {
			s |= 1 << f
		}
	}
	return s
}

// condition asks for values of one facet.
type condition struct {
	facet  facet
	values []string // in lower case
	not    bool     // any reported value but these
	// standard: also where the facet wasn't reported, or has a value that means the standard price
	standard bool
}

// conditions hold where each of them does.
type conditions []condition

func (cs conditions) hold(v *facetValues) bool {
	for i := range cs {
		c := &cs[i]
		value := v[c.facet]
		switch {
		case value == "" && c.standard:
		case value == "", slices.Contains(c.values, value) == c.not:
			return false
		}
	}
	return true
}

// facets returns the facets that are asked for.
func (cs conditions) facets() (s facetSet) {
	for i := range cs {
		s |= 1 << cs[i].facet
	}
	return s
}

// facetByName returns the facet that tables call so.
func facetByName(name string) (facet, error) {
	i := slices.Index(facetNames[:], name)
	if i < 0 {
		return 0, fmt.Errorf("expected one of %s; found %q", strings.Join(facetNames[:], ", "), name)
	}
	return facet(i), nil //nolint:gosec // one of facetCount
}
