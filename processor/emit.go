package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// backend is what one other backend reads on a span, beside the conventions: the table of a value of `normalize: emit`.
type backend struct {
	name   string
	source string // the public files that say what the backend reads, with their date
	keys   []ingestKey
}

// ingestKey is one attribute that a backend reads. put writes it, or leaves it alone where the call does not say it.
type ingestKey struct {
	key string
	put func(w *emission, key string)
	// kinds is what is written for each kind, of the keys that say the kind.
	kinds map[dialect.Kind]string
}

// backends lists all of them in the order in which they are written.
func backends() []backend {
	return []backend{openInferenceBackend(), langfuseBackend(), logfireBackend(), sigNozBackend(), flatCostBackend(), semconvCostBackend()}
}

// Backends returns the names that [Settings].Emit may have.
func Backends() []string {
	var names []string
	for _, b := range backends() {
		names = append(names, b.name)
	}
	return names
}

// Emits reports whether one of the named backends reads the key, which is then written for it.
func Emits(names []string, key string) bool {
	m := newEmitter(names)
	return m.writes(key)
}

// emitter writes the attributes of the chosen backends. The zero emitter writes none.
type emitter struct {
	keys  []ingestKey
	known map[string]bool
}

func newEmitter(names []string) emitter {
	var m emitter
	for _, b := range backends() {
		if !slices.Contains(names, b.name) {
			continue
		}
		for _, k := range b.keys {
			if m.known[k.key] {
				continue // of an earlier backend, which reads the same there
			}
			if m.known == nil {
				m.known = map[string]bool{}
			}
			m.known[k.key] = true
			m.keys = append(m.keys, k)
		}
	}
	return m
}

// writes reports whether a chosen backend reads the key.
func (m *emitter) writes(key string) bool { return m.known[key] }

// echoes returns the keys of all chosen backends, as the vocabulary is to know them when they come back.
func (m *emitter) echoes() []dialect.Echo {
	var echoes []dialect.Echo
	for _, k := range m.keys {
		echoes = append(echoes, dialect.Echo{Key: k.key, Kinds: k.kinds})
	}
	return echoes
}

// emission is what is known of one span when its attributes for other backends are written.
type emission struct {
	attrs  pcommon.Map
	call   *dialect.Call
	role   string
	cost   *costcalc.Cost // nil where there is none in USD, the only currency that these attributes have
	whole  bool           // the cost has no parts: it is the emitter's figure
	billed bool           // which came from who bills
}

// write needs w only while it runs.
func (m *emitter) write(attrs pcommon.Map, c *dialect.Call, e *enrichment, w *emission) {
	if len(m.keys) == 0 {
		return
	}
	*w = emission{attrs: attrs, call: c, role: e.role}
	if e.summable() {
		w.cost, w.whole, w.billed = &e.cost, e.fromEmitter, e.billed
	}
	for _, k := range m.keys {
		k.put(w, k.key)
	}
	*w = emission{}
}

// has reports whether the span has the attribute already.
func (w *emission) has(key string) bool {
	_, ok := w.attrs.Get(key)
	return ok
}

// field writes a field in its own type.
func field(f dialect.Field) func(*emission, string) {
	return func(w *emission, key string) {
		if w.call.Has(f) {
			putField(w.attrs, key, w.call, f, f.Type())
		}
	}
}

// unlessThere writes what the span does not have yet: keys that others write in another sense, or that the emitter wrote for the very
// backend.
func unlessThere(put func(*emission, string)) func(*emission, string) {
	return func(w *emission, key string) {
		if !w.has(key) {
			put(w, key)
		}
	}
}

// onlyOn writes for calls of one kind.
func onlyOn(kind dialect.Kind, put func(*emission, string)) func(*emission, string) {
	return func(w *emission, key string) {
		if w.call.Kind == kind {
			put(w, key)
		}
	}
}

// ownTokens writes a count, but only where it is the call's own: backends add up what they find.
func ownTokens(f dialect.Field) func(*emission, string) {
	return func(w *emission, key string) {
		if n, ok := w.call.Int(f); ok && w.role == roleOwn {
			w.attrs.PutInt(key, n)
		}
	}
}

// kindKey writes the backend's name of the kind. A more exact name of the same kind, which only the emitter can know, stays.
func kindKey(key string, names map[dialect.Kind]string, exacter map[string]dialect.Kind) ingestKey {
	put := func(w *emission, key string) {
		name, ok := names[w.call.Kind]
		if !ok {
			return
		}
		if there, ok := w.attrs.Get(key); ok {
			if kind, known := exacter[there.AsString()]; known && kind == w.call.Kind {
				return
			}
		}
		w.attrs.PutStr(key, name)
	}
	return ingestKey{key: key, put: put, kinds: names}
}
