package costcalc

import (
	"strings"
	"sync"
)

// generationSize is how many answers one generation of the cache holds. Two generations of the longest names stay below 8 MiB.
const generationSize = 2048

// names are the names of one call, as reported.
type names struct{ provider, server, model string }

// cache remembers answers, found or not, by the names that led to them. When a generation is full it becomes the old one and the
// previous old one is dropped, so names in use stay and memory is bounded however many names there are. The zero
// cache is empty and ready; it is safe for concurrent use.
type cache struct {
	mu       sync.RWMutex
	new, old map[names]*match
}

// remember returns the answer for n, resolving it if it isn't remembered.
func (t *Table) remember(n names) *match {
	m, found, aged := t.seen.get(n)
	if found && !aged {
		return m
	}
	if !found {
		m = t.lookUpNames(n)
	}
	if len(n.provider)+len(n.server)+len(n.model) <= maxNameBytes {
		t.seen.put(n, m)
	}
	return m
}

// get returns the remembered answer for n, whether there is one, and whether it is of the old generation.
func (c *cache) get(n names) (m *match, found, aged bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if m, found = c.new[n]; found {
		return m, true, false
	}
	m, found = c.old[n]
	return m, found, found
}

// put remembers an answer. It keeps copies of the names, not what they may be parts of.
func (c *cache) put(n names, m *match) {
	n = names{provider: strings.Clone(n.provider), server: strings.Clone(n.server), model: strings.Clone(n.model)}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.new == nil || len(c.new) >= generationSize {
		c.new, c.old = make(map[names]*match), c.new
	}
	c.new[n] = m
}
