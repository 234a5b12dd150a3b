package main

import (
	"cmp"
	"slices"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// scanned counts what the processor tells: it implements processor.Observer.
type scanned struct {
	spans, records itemCounts
	dialects       counter[dialectName]
	dialectRecords map[dialectName]int // of these, log records

	entities     counter[entityKey]
	places       counter[placeKey]
	identity     counter[identityKey]
	unrecognised counter[unrecognisedKey]
	content      counter[contentKey]
	failures     map[redaction.Failure]int
	skipped      skippedBytes
	retyped      int
	touched      [itemTypes]int

	attributesChanged, attributesRemoved int

	item    processor.Item // that is being looked at
	changed bool           // it is among the touched
}

const itemTypes = 4

// skippedBytes are bytes in scope that nothing looked at, by the reason.
type skippedBytes struct{ binary, media, identity, usage int }

func (n *skippedBytes) add(counted *redact.Outcome) {
	n.binary += counted.SkippedBinaryBytes
	n.media += counted.Tally.SkippedMedia()
	n.identity += counted.SkippedIdentityBytes
	n.usage += counted.SkippedUsageBytes
}

type (
	dialectName string
	actionName  string
)

func (d dialectName) compare(other dialectName) int { return cmp.Compare(d, other) }
func (a actionName) compare(other actionName) int   { return cmp.Compare(a, other) }

// entityKey is an entity and what would become of it.
type entityKey struct{ entity, action string }

func (k entityKey) compare(other entityKey) int {
	return cmp.Or(cmp.Compare(k.entity, other.entity), cmp.Compare(k.action, other.action))
}

func newScanned() *scanned {
	return &scanned{dialectRecords: map[dialectName]int{}, failures: map[redaction.Failure]int{}}
}

// Item implements processor.Observer.
func (s *scanned) Item(item processor.Item) {
	s.item, s.changed = item, false
	var counts *itemCounts
	switch item.Type {
	case processor.SpanItem:
		counts = &s.spans
	case processor.RecordItem:
		counts = &s.records
	default:
		return
	}
	counts.LookedAt++
	if item.Kind != dialect.NoKind {
		counts.GenAI++
		s.dialects.add(dialectName(item.Dialect), 1)
		if item.Type == processor.RecordItem {
			s.dialectRecords[dialectName(item.Dialect)]++
		}
	}
	if len(item.Content) > 0 {
		counts.Unrecognised++
	}
	for _, place := range item.Content {
		s.unrecognised.add(unrecognisedKey{place, item.Service}, 1)
	}
}

// Done implements processor.Observer.
func (s *scanned) Done(place string, counted *redact.Outcome) {
	switch s.item.Type {
	case processor.ResourceItem:
		place = "resource: " + place
	case processor.ScopeItem:
		place = "scope: " + place
	}
	changes := s.addFindings(place, &counted.Tally) + s.addContent(&counted.Tally)
	for _, failure := range redaction.Failures() {
		n := counted.Tally.Failed(failure)
		s.failures[failure] += n
		changes += n
	}
	if counted.Dropped > 0 {
		s.identity.add(identityKey{place, "drop"}, counted.Dropped)
	}
	if counted.Pseudonymised > 0 {
		s.identity.add(identityKey{place, redaction.Pseudonym.String()}, counted.Pseudonymised)
	}
	s.skipped.add(counted)
	if counted.Removed == 0 {
		s.retyped += counted.Retyped
	}
	s.attributesChanged += counted.Changed
	s.attributesRemoved += counted.Removed
	if changes += counted.Dropped + counted.Pseudonymised; changes > 0 && !s.changed {
		s.changed = true
		s.touched[s.item.Type]++
	}
}

// addFindings counts findings by entity and place, and returns how many of them
// would not be kept.
func (s *scanned) addFindings(place string, t *redaction.Tally) (changes int) {
	if !t.HasFindings() {
		return 0
	}
	for _, entity := range s.item.Policy.Entities() {
		found, kept := t.Found(entity), t.Kept(entity)
		if found+kept == 0 {
			continue
		}
		changes += found
		name := s.item.Policy.Name(entity)
		if found > 0 {
			s.entities.add(entityKey{name, s.item.Policy.ActionOf(entity).String()}, found)
		}
		if kept > 0 {
			s.entities.add(entityKey{name, redaction.Keep.String()}, kept)
		}
		s.places.add(placeKey{name, place, s.item.Service, s.item.Dialect}, found+kept)
	}
	return changes
}

// addContent counts what policies for content would do.
func (s *scanned) addContent(t *redaction.Tally) (changes int) {
	for _, kind := range redaction.ContentKinds() {
		for _, action := range redaction.ContentActions() {
			if n := t.Content(kind, action); n > 0 && action != redaction.KeepContent {
				s.content.add(contentKey{kind.String(), action.String()}, n)
				changes += n
			}
		}
	}
	return changes
}

// Bounds of a counter: what it tells apart, and what it lists.
const (
	maxCounted = 10_000
	maxRows    = 200
)

// counter counts by key, the less bounded of which come from the telemetry. The
// zero counter is ready.
type counter[K countable[K]] struct {
	counts map[K]int
	more   int // under keys that it has no more room for
}

type countable[K any] interface {
	comparable
	compare(K) int
}

type countedRow[K any] struct {
	key   K
	count int
}

func (c *counter[K]) add(key K, n int) {
	if _, known := c.counts[key]; !known && len(c.counts) >= maxCounted {
		c.more += n
		return
	}
	if c.counts == nil {
		c.counts = map[K]int{}
	}
	c.counts[key] += n
}

// sorted lists the keys, those with the highest counts first.
func (c *counter[K]) sorted() []countedRow[K] {
	rows := make([]countedRow[K], 0, len(c.counts))
	for key, count := range c.counts {
		rows = append(rows, countedRow[K]{key, count})
	}
	slices.SortFunc(rows, func(a, b countedRow[K]) int { return cmp.Or(cmp.Compare(b.count, a.count), a.key.compare(b.key)) })
	return rows
}

// rows is sorted, up to maxRows, and the sum of what is not listed.
func (c *counter[K]) rows() (rows []countedRow[K], more int) {
	rows, more = c.sorted(), c.more
	if len(rows) > maxRows {
		for _, row := range rows[maxRows:] {
			more += row.count
		}
		rows = rows[:maxRows]
	}
	return rows, more
}

func (c *counter[K]) total() int {
	sum := c.more
	for _, n := range c.counts {
		sum += n
	}
	return sum
}
