package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// Observer is told what redaction does, for reports; a collector has none. No text that it is given is a value or what a user named. It is
// called by the goroutine that calls the processor, which must then be one at a time.
type Observer interface {
	// Item comes before what is done to a span, log record, resource or scope that redaction looks at.
	Item(Item)
	// Done says what was done at one place of the last item: counts alone. Places at which nothing was done are passed over.
	Done(place string, counted *redact.Outcome)
}

// Item is what redaction looks at.
type Item struct {
	Type    ItemType
	Service string // as it may be shown; "" without a name
	// Policy has the names and actions of what is found.
	Policy *redaction.Engine
	// Kind and Dialect are of spans and log records that a dialect recognised; else NoKind and "".
	Kind    dialect.Kind
	Dialect string
	// Content is where a span or log record has content that no dialect recognised: places as in Done.
	Content []string
}

// ItemType says what an [Item] is.
type ItemType uint8

// The types of items.
const (
	SpanItem ItemType = iota
	RecordItem
	ResourceItem
	ScopeItem
)

const (
	hiddenService       = "(other service)"
	maxServiceNameBytes = 96
)

// watch stands between the redactors and an observer: it takes from what it passes on what can't be shown. A nil watch does nothing.
type watch struct {
	observer Observer
	strict   *redaction.Engine // of all packs
	own      *redaction.Engine // of the policy that holds for the resource
	service  string            // that of the resource, as it may be shown
	last     redact.Outcome
}

// watchedBy lets an observer know what all policies do; it returns nil where there is none.
func (p *policies) watchedBy(observer Observer) (*watch, error) {
	if p == nil || observer == nil {
		return nil, nil
	}
	strict, err := redaction.New(redaction.Settings{Packs: []string{"all"}})
	if err != nil {
		return nil, err
	}
	w := &watch{observer: observer, strict: strict}
	p.otherwise.redactor = p.otherwise.redactor.ObservedBy(w)
	for i := range p.list {
		p.list[i].redactor = p.list[i].redactor.ObservedBy(w)
	}
	return w, nil
}

// At implements [redact.Observer].
func (w *watch) At(site redact.Site, o *redact.Outcome) {
	done := o.Since(&w.last)
	if w.last = *o; done == (redact.Outcome{ScannedBytes: done.ScannedBytes}) {
		return
	}
	w.observer.Done(w.place(site), &done)
}

// place returns a site as it may be shown: without what the policy finds in it, which may be a rule's or a term's of the user's own.
func (w *watch) place(site redact.Site) string {
	place := site.Shown()
	if w.finds(w.own, place) {
		return redact.OtherKey
	}
	return place
}

func (w *watch) places(sites []redact.Site) []string {
	var places []string
	for _, site := range sites {
		if place := w.place(site); !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return places
}

// finish passes on what was done at no site.
func (w *watch) finish(o *redact.Outcome) {
	if w != nil {
		w.At(redact.Site{Part: redact.Elsewhere}, o)
	}
}

// resource begins a resource and the policy for it: what comes next is in it.
func (w *watch) resource(attrs pcommon.Map, policy *redaction.Engine) {
	if w == nil {
		return
	}
	w.own, w.service = policy, ""
	if name, ok := attrs.Get(attrServiceName); ok {
		w.service = w.serviceName(name)
	}
}

func (w *watch) serviceName(name pcommon.Value) string {
	text := name.Str()
	if name.Type() != pcommon.ValueTypeStr || len(text) > maxServiceNameBytes || w.finds(w.own, text) || w.finds(w.strict, text) {
		return hiddenService
	}
	return text
}

func (*watch) finds(engine *redaction.Engine, text string) bool {
	var t redaction.Tally
	_, changed := engine.Text(text, redaction.Place{}, &t)
	return changed || t.HasFindings()
}

func (w *watch) item(item Item) {
	w.last = redact.Outcome{}
	item.Service, item.Policy = w.service, w.own
	w.observer.Item(item)
}

// around begins a resource's or a scope's own attributes.
func (w *watch) around(itemType ItemType) {
	if w != nil {
		w.item(Item{Type: itemType})
	}
}

// span begins a span that was read as c.
func (w *watch) span(span ptrace.Span, c *dialect.Call) {
	if w == nil {
		return
	}
	item := Item{Type: SpanItem, Kind: c.Kind, Dialect: c.Dialect}
	if c.Kind == dialect.NoKind {
		item.Content = w.places(redact.SpanContentSites(span))
	}
	w.item(item)
}

// record begins a log record that was read as c.
func (w *watch) record(record plog.LogRecord, c *dialect.Call) {
	if w == nil {
		return
	}
	item := Item{Type: RecordItem, Kind: c.Kind, Dialect: c.Dialect}
	if c.Kind == dialect.NoKind {
		item.Content = w.places(redact.RecordContentSites(record))
	}
	w.item(item)
}
