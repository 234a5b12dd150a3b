package main

import (
	"github.com/SigNoz/signoz-otel-collector/processor/signozllmpricingprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/redactionprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"

	"github.com/otel-genai/genaiprocessor/bench/peers"
)

// peerSubjects are what users put together today.
func peerSubjects() ([]subject, error) {
	rename := stage{transformprocessor.NewFactory(), peers.Renames()}
	filter := stage{redactionprocessor.NewFactory(), peers.Filters()}
	replace := stage{transformprocessor.NewFactory(), peers.Replacements()}
	pricing := stage{signozllmpricingprocessor.NewFactory(), peers.Prices()}
	var all []subject
	for _, p := range []struct {
		subject
		chain []stage
	}{
		{subject{name: nameRename}, []stage{rename}},
		{subject{name: namePricing, cost: peers.CostAttribute, priced: namedCalls}, []stage{pricing}},
		{subject{name: nameFilter, redacts: true, slow: true}, []stage{filter}},
		{subject{name: nameReplace, redacts: true, slow: true}, []stage{replace}},
		{subject{name: nameChain, redacts: true, cost: peers.CostAttribute, priced: allCalls, slow: true}, []stage{rename, filter, pricing}},
	} {
		made, err := p.of(p.chain...)
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	loop, err := re2Subject()
	if err != nil {
		return nil, err
	}
	return append(all, loop), nil
}
