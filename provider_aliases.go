package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// aliasesOf returns the names of `providers` and the spellings that calls have of them: a provider that has several is priced by the one of
// the conventions, so that an alias vertex_ai would meet no call.
func aliasesOf(providers map[string]string) (map[string]string, error) {
	all := maps.Clone(providers)
	from := map[string]string{} // the alias that a spelling is for
	var errs []error
	for _, alias := range slices.Sorted(maps.Keys(providers)) {
		name := dialect.CanonicalProvider(alias)
		if name == "" {
			errs = append(errs, fmt.Errorf("providers: %s: the name of a provider or of a gateway of yours is expected, found that of a framework, or none", alias))
			continue
		}
		if _, given := providers[name]; given {
			continue
		}
		if other := from[name]; other != "" && providers[other] != providers[alias] {
			errs = append(errs, fmt.Errorf("providers: %s: the same provider as for %s is expected, since both are %s", alias, other, name))
		}
		all[name], from[name] = providers[alias], alias
	}
	return all, errors.Join(errs...)
}
