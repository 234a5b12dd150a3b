package redact

import (
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// maxRenamedKeys bounds the work of renaming the keys of one map, since each new key is looked up among all others. Entries above it
// are removed and counted as failures: only an attack has so many.
const maxRenamedKeys = 256

// keyHasFinding scans the key of a map's entry, and counts what it finds.
func (r *Redactor) keyHasFinding(key string, p redaction.Place, o *Outcome) bool {
	if r.isPlainAt(key, p) {
		return false
	}
	_, changed := r.engine.Key(key, p, &o.Tally)
	return changed
}

// isPlainAt says that the key of an entry of a map that stands at p can't hold a finding. Below a key that names a secret, such as
// "acme_token", a word with a digit may be one.
func (r *Redactor) isPlainAt(key string, p redaction.Place) bool {
	if !r.plain.has(key) {
		return false
	}
	isNested := p.Key != "" || p.Attribute != ""
	return !isNested || len(key) < minSecretKey || strings.IndexFunc(key, isDigit) < 0
}

// minSecretKey is the length of the shortest secret that only the name above it tells.
const minSecretKey = 10

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// renameKeys gives the entries whose keys have findings new keys without them, at the end of the map. What was found is counted already.
// It works on every entry of a key that comes more than once. Two keys that become the same are told apart by "#2", "#3" and so on.
func (r *Redactor) renameKeys(m pcommon.Map, p redaction.Place, o *Outcome) {
	type entry struct {
		key   string
		value pcommon.Value
	}
	var renamed []entry
	var counted redaction.Tally
	m.RemoveIf(func(key string, v pcommon.Value) bool {
		if r.isPlainAt(key, p) {
			return false
		}
		newKey, changed := r.engine.Key(key, p, &counted)
		if !changed {
			return false
		}
		if len(renamed) == maxRenamedKeys {
			r.engine.Fail(redaction.FailBudget, &o.Tally)
			return true
		}
		e := entry{newKey, pcommon.NewValueEmpty()}
		v.MoveTo(e.value)
		renamed = append(renamed, e)
		return true
	})
	if len(renamed) == 0 {
		return
	}
	free := newFreeKeys(m)
	for _, e := range renamed {
		e.value.MoveTo(m.PutEmpty(free.next(e.key)))
	}
}

// freeKeys hands out keys that a map does not have yet.
type freeKeys struct {
	taken map[string]struct{}
	uses  map[string]int // the numbers tried
}

func newFreeKeys(m pcommon.Map) *freeKeys {
	f := &freeKeys{taken: make(map[string]struct{}, m.Len()), uses: map[string]int{}}
	for key := range m.All() {
		f.taken[key] = struct{}{}
	}
	return f
}

// next returns key, or key with the first number that makes it free.
func (f *freeKeys) next(key string) string {
	for {
		f.uses[key]++
		candidate := key
		if n := f.uses[key]; n > 1 {
			candidate += "#" + strconv.Itoa(n)
		}
		if _, taken := f.taken[candidate]; !taken {
			f.taken[candidate] = struct{}{}
			return candidate
		}
	}
}
