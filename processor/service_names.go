package processor

import (
	"strings"
	"sync"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

const (
	// maxServiceNames bounds how many services have a label of their own while a processor lives.
	maxServiceNames = 100
	otherService    = "_other" // of every further one
	noService       = "_none"  // of resources without a name of a service
)

// serviceNames are the services that have a label of their own in metrics: the first that were seen. It is safe for concurrent use.
type serviceNames struct {
	shown *shownNames

	mu     sync.RWMutex
	labels map[string]string // by the name as it came; at most maxServiceNames, of at most maxNameBytes each
}

func newServiceNames(shown *shownNames) *serviceNames {
	return &serviceNames{shown: shown, labels: map[string]string{}}
}

// labelOf returns the label of a resource: its service.name as it may be shown. On a nil serviceNames it is "".
func (n *serviceNames) labelOf(resource pcommon.Map) string {
	if n == nil {
		return ""
	}
	value, ok := resource.Get(attrServiceName)
	if !ok || value.Type() != pcommon.ValueTypeStr || value.Str() == "" {
		return noService
	}
	name := bounded(value.Str())
	n.mu.RLock()
	label, known := n.labels[name]
	full := len(n.labels) >= maxServiceNames
	n.mu.RUnlock()
	switch {
	case known:
		return label
	case full:
		return otherService
	}
	return n.add(strings.Clone(name))
}

func (n *serviceNames) add(name string) string {
	label := n.shown.name(name)
	n.mu.Lock()
	defer n.mu.Unlock()
	if known, ok := n.labels[name]; ok {
		return known
	}
	if len(n.labels) >= maxServiceNames {
		return otherService
	}
	n.labels[name] = label
	return label
}
