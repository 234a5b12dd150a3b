package dialect

import (
	"math/bits"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// Call is what one span or log record says about one call: the only thing that the stages of the processor share. What its methods return
// once it is read are values, never references into pdata, so it stays true while the span is being changed. A Call is reused from span
// to span with [Call.Reset] and is not safe for concurrent use.
type Call struct {
	// Kind is decided by [Vocabulary.Span] or [Vocabulary.Record]; Rule is the key or tier that decided it, Dialect the name of the
	// vocabulary that it belongs to.
	Kind    Kind
	Rule    string
	Dialect string
	// Record says that it is a log record, which tells of a call and need not be one.
	Record bool
	// Client and Server say which side of a remote call the span is.
	Client, Server bool
	// Failed says that the span's status is an error.
	Failed bool
	// SpanName is the name of the span, "" for log records.
	SpanName string
	// Start is the start of the span, zero for log records.
	Start time.Time
	// Role is the usage role that the dialect knows from the span, "" where it is to be decided by kind.
	Role string
	// ExclusiveScope says that the instrumentation is known to report input tokens without cached ones.
	ExclusiveScope bool
	// OwnOperation says that what was done is none of the operations that the conventions have for the kind: speech is no chat.
	OwnOperation bool
	// Upstream is what an earlier genai processor wrote.
	Upstream Upstream

	dialects uint64 // bit i: the vocabulary's i-th dialect shows
	echoed   uint64 // bit i: it shows by a key that this processor writes too
	messages bool
	evident  bool // see Shows
	// sharedMessages is the dialects among whose SharedMessages there was one: bit i for the i-th.
	sharedMessages uint64
	best           [2]evidence // strong, weak
	renamed        string      // an operation name that is no evidence

	present    fieldSet       // fields that have a value
	unreadable fieldSet       // an attribute of the field holds a number that is no count
	asIs       fieldSet       // the span's own attribute already holds exactly this value in the right type
	rank       [numFields]int // of the key that gave the value; lower wins
	texts      [numFields]string
	ints       [numFields]int64
	doubles    [numFields]float64
	lists      [numLists][]string
	spare      []string // for the next list

	// These refer to pdata and are used only while the span is read.
	odd     []oddValue
	waiting []sharedValue // values of Shared keys, until it is known which dialects show
}

type evidence struct {
	tier Tier
	rank int
	kind Kind
	rule string
	from int // index of the dialect
	weak bool
	set  bool
}

const (
	strongEvidence = 0
	weakEvidence   = 1
)

// Reset makes c ready for the next span.
func (c *Call) Reset() {
	c.Kind, c.Rule, c.Dialect, c.SpanName, c.Role = NoKind, "", "", "", ""
	c.Start = time.Time{}
	c.Record, c.Client, c.Server, c.Failed, c.ExclusiveScope, c.OwnOperation, c.messages, c.evident = false, false, false, false, false, false, false, false
	c.Upstream = Upstream{}
	c.dialects, c.echoed, c.sharedMessages = 0, 0, 0
	c.present, c.asIs, c.unreadable = fieldSet{}, fieldSet{}, fieldSet{}
	c.best, c.renamed = [2]evidence{}, ""
	c.waiting, c.odd = c.waiting[:0], c.odd[:0]
}

// Forget resets c and lets go of everything that it read, so that nothing of a batch outlives it.
func (c *Call) Forget() {
	clear(c.waiting[:cap(c.waiting)])
	clear(c.odd[:cap(c.odd)])
	clear(c.spare[:cap(c.spare)])
	lists := c.lists
	for i := range lists {
		clear(lists[i][:cap(lists[i])])
	}
	*c = Call{waiting: c.waiting[:0], odd: c.odd[:0], lists: lists, spare: c.spare[:0]}
}

// Has reports whether the field has a value.
func (c *Call) Has(f Field) bool { return c.present.has(f) }

// Text returns a field of type [Text], "" if absent.
func (c *Call) Text(f Field) string {
	if !c.Has(f) {
		return ""
	}
	return c.texts[f]
}

// Int returns a field of type [Int] and whether it is there.
func (c *Call) Int(f Field) (int64, bool) {
	if !c.Has(f) {
		return 0, false
	}
	return c.ints[f], true
}

// Double returns a field of type [Double] and whether it is there.
func (c *Call) Double(f Field) (float64, bool) {
	if !c.Has(f) {
		return 0, false
	}
	return c.doubles[f], true
}

// Bool returns a field of type [Bool], false if absent.
func (c *Call) Bool(f Field) bool { return c.Has(f) && c.ints[f] != 0 }

// Texts returns a field of type [Texts], nil if absent; the slice is valid until the next Reset.
func (c *Call) Texts(f Field) []string {
	if !c.Has(f) {
		return nil
	}
	return c.lists[f-firstList]
}

type oddValue struct {
	key   string
	value pcommon.Value
}

// Odd returns the value of one of the dialects' OddKeys, decoded where it is JSON text. It is valid only inside of Finish.
func (c *Call) Odd(key string) (v pcommon.Value, ok bool) {
	for _, o := range c.odd {
		if o.key == key {
			return atPath(o.value, "")
		}
	}
	return v, false
}

// oddAsIs returns the value of one of the dialects' OddKeys as it stands, also text that is no JSON.
func (c *Call) oddAsIs(key string) (v pcommon.Value, ok bool) {
	for _, o := range c.odd {
		if o.key == key {
			return o.value, true
		}
	}
	return v, false
}

// HasOdd reports whether one of the dialects' OddKeys is there.
func (c *Call) HasOdd(key string) bool {
	for _, o := range c.odd {
		if o.key == key {
			return true
		}
	}
	return false
}

// Unreadable reports whether the field is absent though an attribute of it holds some number: "1,000", 10.5.
func (c *Call) Unreadable(f Field) bool { return c.unreadable.has(f) && !c.Has(f) }

// AnyUnreadable reports whether some field may be Unreadable.
func (c *Call) AnyUnreadable() bool { return c.unreadable != fieldSet{} }

// Shows reports whether a dialect shows by its scope, its resource or a key that only spans of GenAI have, whether or not that told the
// kind.
func (c *Call) Shows() bool { return c.evident || c.echoed != 0 }

// Changed reports whether the field has a value that the span's own attribute of that name does not hold yet.
func (c *Call) Changed(f Field) bool { return c.Has(f) && !c.asIs.has(f) }

// NextChanged returns the first field from one on that is Changed; ok is false where none is.
func (c *Call) NextChanged(from Field) (f Field, ok bool) {
	for i := int(from) / fieldsPerWord; i < len(c.present); i++ {
		word := c.present[i] &^ c.asIs[i]
		if i == int(from)/fieldsPerWord {
			word = word >> (from % fieldsPerWord) << (from % fieldsPerWord)
		}
		if word != 0 {
			return Field(i*fieldsPerWord + bits.TrailingZeros64(word)), true
		}
	}
	return 0, false
}

// SetText sets a field of type [Text]: a later stage's correction of what was read.
func (c *Call) SetText(f Field, v string) {
	if c.Has(f) && c.texts[f] == v {
		return
	}
	c.texts[f] = v
	c.mark(f)
}

// SetInt sets a field of type [Int], as SetText does.
func (c *Call) SetInt(f Field, v int64) {
	if c.Has(f) && c.ints[f] == v {
		return
	}
	c.ints[f] = v
	c.mark(f)
}

// fill sets a field from what a path leads to in a value, where nothing else gave the field.
func (c *Call) fill(f Field, v pcommon.Value, path string) {
	if c.Has(f) {
		return
	}
	if inner, ok := atPath(v, path); ok {
		c.put(&FieldKey{Field: f}, inner)
	}
}

// put sets a field from a value that no attribute of its own holds, where nothing else gave the field.
func (c *Call) put(k *FieldKey, v pcommon.Value) {
	if !c.Has(k.Field) {
		c.set(k, v, 0, false)
	}
}

// moveInt gives the value of one field to another, unless that has one.
func (c *Call) moveInt(from, to Field) {
	if n, ok := c.Int(from); ok && !c.Has(to) {
		c.SetInt(to, n)
	}
	c.Clear(from)
}

// Clear forgets a field: it is not written, and an attribute that is there stays.
func (c *Call) Clear(f Field) { c.present.remove(f) }

func (c *Call) mark(f Field) {
	c.present.add(f)
	c.asIs.remove(f)
}

// consider takes one piece of evidence for the kind.
func (c *Call) consider(v Verdict, tier Tier, rank, from int, rule string) {
	if v.Kind == NoKind {
		return
	}
	i := strongEvidence
	if v.Weak {
		i = weakEvidence
	}
	b := &c.best[i]
	if b.set && (b.tier < tier || b.tier == tier && b.rank <= rank) {
		return
	}
	*b = evidence{tier: tier, rank: rank, kind: v.Kind, rule: rule, from: from, weak: v.Weak, set: true}
}
