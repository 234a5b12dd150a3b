package processor

import (
	"sync"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
)

// maxAttributes is the most that a metric of ours has.
const maxAttributes = 4

// options makes the attributes of one metric once for each set of values: it takes some five allocations, for batches that may hold two spans.
// All values come from closed sets, so none is forgotten. It is safe for concurrent use.
type options struct {
	names []string // of the attributes

	mu   sync.RWMutex
	made map[[maxAttributes]string][]metric.AddOption
}

func newOptions(names ...string) *options {
	return &options{names: names, made: map[[maxAttributes]string][]metric.AddOption{}}
}

// of returns the attributes with these values, in the order of the names. Values without a name are left out.
func (o *options) of(values ...string) []metric.AddOption {
	var key [maxAttributes]string
	copy(key[:len(o.names)], values)
	o.mu.RLock()
	made, found := o.made[key]
	o.mu.RUnlock()
	if found {
		return made
	}
	attributes := make([]attribute.KeyValue, len(o.names))
	for i, name := range o.names {
		attributes[i] = attribute.String(name, key[i])
	}
	made = []metric.AddOption{metric.WithAttributes(attributes...)}
	o.mu.Lock()
	o.made[key] = made
	o.mu.Unlock()
	return made
}
