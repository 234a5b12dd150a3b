package dialect

import (
	"fmt"
	"slices"
	"strings"
)

// MaxDialects is how many dialects one vocabulary can have: those that show on a call are a bit set.
const MaxDialects = 64

// Vocabulary is a compiled list of dialects. It is immutable and safe for concurrent use. However many dialects there are, a key costs
// one look-up.
type Vocabulary struct {
	profile    Profile
	dialects   []Dialect
	keys       map[string][]rule
	index      keyIndex          // of keys
	prefixes   [256][]prefixRule // by first byte
	gate       Gate              // of all keys and prefixes
	operations map[string]opRule
	scopes     []scopeRule
	resources  map[string][]resourceRule
	events     map[string]eventRule
	contents   contentIndex
	common     uint64 // bit i: dialect i is Common
	named      uint64 // bit i: dialect i has Names
}

// rule is one thing that one dialect says of one key.
type rule struct {
	from, rank int
	key        string
	shared     bool
	quoted     bool
	// At most one of the following five is set; none marks the dialect only.
	field     *FieldKey
	kinds     *KindKey
	spellings map[string]string // kinds only
	structure Verdict
	messages  bool
	odd       bool
	canonical bool  // field only: the key is the one that the field is written to
	echo      *Echo // this processor writes the key too
	written   bool  // structure only: it writes the key, whose presence then says nothing new
}

type prefixRule struct {
	prefix string
	rules  []rule
	// once says that flattened keys, with a number behind the prefix, are all alike, and that no second one tells more than the first.
	once bool
}

type opRule struct {
	Op
	from int
}

type scopeRule struct {
	prefix          string
	exact           bool // the prefix is the whole name
	from            int
	exclusiveTokens bool
}

type resourceRule struct {
	value string // "" for any
	from  int
}

type eventRule struct {
	Event
	from int
	keys map[string]FieldKey
}

// Echo is a key that this processor writes itself. Kinds is what it writes for each kind where the key says the kind.
type Echo struct {
	Key   string
	Kinds map[Kind]string
}

// Names returns the names of the built-in dialects in order.
func Names() []string {
	var names []string
	for _, d := range All() {
		names = append(names, d.Name)
	}
	return names
}

// Compile builds the vocabulary of the given dialects, in order of precedence, for output in the profile. It fails if there are more than
// [MaxDialects], or two of one name.
//
// echoes are keys of the dialects that this processor writes itself, for other backends. On a span that it has seen before they are
// read, but show no dialect: what they say is in the conventions' names already.
func Compile(dialects []Dialect, profile Profile, echoes ...Echo) (*Vocabulary, error) {
	if len(dialects) > MaxDialects {
		return nil, fmt.Errorf("%d dialects, at most %d are possible", len(dialects), MaxDialects)
	}
	v := &Vocabulary{
		profile: profile, dialects: dialects, keys: map[string][]rule{}, operations: map[string]opRule{}, events: map[string]eventRule{},
		resources: map[string][]resourceRule{}, contents: newContentIndex(),
	}
	names := map[string]bool{}
	for i := range dialects {
		d := &dialects[i]
		if names[d.Name] {
			return nil, fmt.Errorf("two dialects are named %q", d.Name)
		}
		names[d.Name] = true
		v.add(i, d)
	}
	v.sort()
	v.index = newKeyIndex(v.keys)
	v.markEchoes(echoes) // looks keys up, and adds some
	v.index = newKeyIndex(v.keys)
	v.markOnce()
	return v, nil
}

// ranks leave room so that an earlier dialect's last line still beats a later dialect's first.
const ranksPerDialect = 1 << 12

func (v *Vocabulary) add(i int, d *Dialect) {
	if d.Common {
		v.common |= 1 << i
	}
	rank := (i + 1) * ranksPerDialect
	next := func() int { rank++; return rank }
	for j := range d.Kinds {
		v.addKey(d.Kinds[j].Key, rule{from: i, rank: next(), kinds: &d.Kinds[j], shared: d.Kinds[j].Shared, quoted: d.Quoted, spellings: spellingsOf(&d.Kinds[j])})
	}
	if len(d.Names) > 0 {
		v.named |= 1 << i
	}
	for _, s := range d.Structure {
		v.addKey(s.Key, rule{from: i, rank: next(), structure: s.Verdict})
	}
	for _, key := range d.Messages {
		v.addKey(key, rule{from: i, rank: next(), messages: true})
	}
	for _, key := range d.SharedMessages {
		v.addKey(key, rule{from: i, rank: next(), messages: true, shared: true})
	}
	for _, key := range d.OddKeys {
		v.addKey(key, rule{from: i, rank: next(), odd: true})
	}
	for _, key := range d.SharedOddKeys {
		v.addKey(key, rule{from: i, rank: next(), odd: true, shared: true})
	}
	for _, key := range d.Marks {
		v.addKey(key, rule{from: i, rank: next()})
	}
	for j := range d.Fields {
		f := &d.Fields[j]
		r := rule{from: i, rank: next(), field: f, shared: f.Shared, quoted: d.Quoted}
		if f.Key == f.Field.Key(v.profile) && f.Path == "" {
			r.rank, r.canonical = 0, true
		}
		v.addKey(f.Key, r)
	}
	for value, op := range d.Operations {
		if _, taken := v.operations[value]; !taken {
			v.operations[value] = opRule{Op: op, from: i}
		}
	}
	for _, prefix := range d.Scopes {
		v.scopes = append(v.scopes, scopeRule{prefix: prefix, from: i})
	}
	for _, name := range d.ExactScopes {
		v.scopes = append(v.scopes, scopeRule{prefix: name, exact: true, from: i})
	}
	for _, prefix := range d.ExclusiveScopes {
		v.scopes = append(v.scopes, scopeRule{prefix: prefix, from: i, exclusiveTokens: true})
	}
	for _, r := range d.Resources {
		v.resources[r.Key] = append(v.resources[r.Key], resourceRule{value: r.Value, from: i})
	}
	for _, e := range d.Events {
		v.addEvent(i, e)
	}
	v.contents.add(i, d.Contents)
}

// markEchoes gives each of the keys rules of its own, so that they can be told from the other keys below a prefix, and marks the
// conventions' names that fields are written to.
func (v *Vocabulary) markEchoes(echoes []Echo) {
	for e := range echoes {
		rules := slices.Clone(v.lookup(echoes[e].Key))
		for i := range rules {
			rules[i].echo, rules[i].written = &echoes[e], true
		}
		if rules != nil {
			v.keys[echoes[e].Key] = rules
		}
	}
	for f := range numFields {
		rules := v.keys[f.Key(v.profile)]
		for i := range rules {
			rules[i].written = true
		}
	}
}

func (v *Vocabulary) addEvent(i int, e Event) {
	if _, taken := v.events[e.Name]; taken {
		return
	}
	keys := map[string]FieldKey{}
	for _, f := range e.Fields {
		keys[f.Key] = f
	}
	v.events[e.Name] = eventRule{Event: e, from: i, keys: keys}
}

func (v *Vocabulary) addKey(key string, r rule) {
	r.key = key
	v.gate.MarkBeginning(key, 1)
	if !strings.HasSuffix(key, ".") {
		v.keys[key] = append(v.keys[key], r)
		return
	}
	bucket := v.prefixes[key[0]]
	if i := slices.IndexFunc(bucket, func(p prefixRule) bool { return p.prefix == key }); i >= 0 {
		bucket[i].rules = append(bucket[i].rules, r)
		return
	}
	v.prefixes[key[0]] = append(bucket, prefixRule{prefix: key, rules: []rule{r}})
}

// sort puts longer prefixes first, so that the most exact one holds. What a prefix says of the kind and of messages holds for the keys
// below it that are written out, too; a key of the conventions is no message for that (gen_ai.prompt.name beside gen_ai.prompt.0.content).
func (v *Vocabulary) sort() {
	for i := range v.prefixes {
		slices.SortFunc(v.prefixes[i], func(a, b prefixRule) int { return len(b.prefix) - len(a.prefix) })
	}
	for key, rules := range v.keys {
		for _, p := range v.prefixes[key[0]] {
			if !strings.HasPrefix(key, p.prefix) {
				continue
			}
			ours := slices.ContainsFunc(rules, func(r rule) bool { return r.canonical })
			for _, r := range p.rules {
				if r.structure.Kind != NoKind || r.messages && !ours {
					rules = append(rules, r)
				}
			}
			break
		}
		v.keys[key] = rules
	}
}
