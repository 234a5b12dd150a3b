package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// replacedKey is an attribute that only repeats what the conventions' own attribute of a field says.
type replacedKey struct {
	key   string
	field dialect.Field
}

// findReplaced returns the attributes that `originals: remove` removes. It looks before later stages correct the call, when the call still
// says what the attributes say. Keys that another backend is to read stay, and so do those
// that owners are read from.
func (p *Processor) findReplaced(attrs pcommon.Map, c *dialect.Call) []replacedKey {
	if !p.removeOriginals || p.keepAsIs {
		return nil
	}
	var found []replacedKey
	for key, value := range attrs.All() {
		if p.emitter.writes(key) || p.owners.reads(key) {
			continue
		}
		if f, ok := p.vocabulary.Replaced(c, key, value); ok {
			found = append(found, replacedKey{key, f})
		}
	}
	return found
}

// removeReplaced removes them, but for those whose field a later stage gave up.
func removeReplaced(attrs pcommon.Map, c *dialect.Call, found []replacedKey) {
	if len(found) == 0 {
		return
	}
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool {
		i := slices.IndexFunc(found, func(r replacedKey) bool { return r.key == key })
		return i >= 0 && c.Has(found[i].field)
	})
}
