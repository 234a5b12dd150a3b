package dialect

import (
	"slices"
	"strings"
)

// Slot is one of the conventions' attributes for content.
type Slot uint8

// The slots.
const (
	NoSlot Slot = iota
	InputMessages
	OutputMessages
	SystemInstructions
	ToolDefinitions
	ToolArguments
	ToolResult
	RetrievalQuery
	RetrievalDocuments
	NumSlots
)

var slotKeys = [NumSlots]string{
	InputMessages: "gen_ai.input.messages", OutputMessages: "gen_ai.output.messages", SystemInstructions: "gen_ai.system_instructions",
	ToolDefinitions: "gen_ai.tool.definitions", ToolArguments: "gen_ai.tool.call.arguments", ToolResult: "gen_ai.tool.call.result",
	RetrievalQuery: "gen_ai.retrieval.query.text", RetrievalDocuments: "gen_ai.retrieval.documents",
}

// Key is the slot's attribute in v1.41 of the conventions and since; v1.36 has none of them.
func (s Slot) Key() string { return slotKeys[s] }

// OnKind reports whether spans of the kind have the slot.
func (s Slot) OnKind(k Kind) bool {
	switch s {
	case InputMessages, OutputMessages:
		return k == Generation || k == Agent || k == Workflow
	case SystemInstructions, ToolDefinitions:
		return k == Generation || k == Agent
	case ToolArguments, ToolResult:
		return k == Tool
	case RetrievalQuery, RetrievalDocuments:
		return k == Retrieval
	default:
		return false
	}
}

// ContentKey says which slot the content under a key belongs to, on spans whose kind has the slot: one key may have several lines.
//
// A Key that ends in a dot is flattened content: the rest of the key is a path that begins with a number.
type ContentKey struct {
	Key  string
	Slot Slot
	// Blob says that the key holds anything: content is looked for in it, and what is beside the content stays.
	Blob bool
	// Text says that a text which is no JSON is the content.
	Text bool
	// Answered says that input messages end with the answer to them, which is the output.
	Answered bool
	// Member puts the value under this name in one message with the other keys of the dialect and slot that have one.
	Member string
	// Shared marks a key that vocabularies outside GenAI use too, as in [FieldKey].
	Shared bool
}

// Flattened reports whether the value is one of several that make the content.
func (k *ContentKey) Flattened() bool { return k.Member != "" || strings.HasSuffix(k.Key, ".") }

// ContentRule is a [ContentKey] in its place among all dialects'.
type ContentRule struct {
	ContentKey
	// Rank orders what claims one slot, lower first: the conventions' own key, then structured content, flattened, blobs; then the
	// dialects' order.
	Rank int
	// Group is the same for the keys that make one content together.
	Group string
	from  int
}

// Ranks of the places of content; events stand between flattened attributes and blobs.
const (
	rankOwn        = 0
	rankStructured = 1 << 20
	rankFlattened  = 2 << 20
	RankEvents     = 3 << 20
	rankBlob       = 4 << 20
)

// contentIndex finds the rules of a key.
type contentIndex struct {
	keys     map[string][]ContentRule
	prefixes map[string][]ContentRule // of flattened keys, up to the first number
	gate     Gate                     // of all of them
	numbered bool                     // a key of keys has a number where a flattened one has
}

// newContentIndex knows the slots' own keys, which no disabled dialect makes free.
func newContentIndex() contentIndex {
	x := contentIndex{keys: map[string][]ContentRule{}, prefixes: map[string][]ContentRule{}}
	for slot := InputMessages; slot < NumSlots; slot++ {
		takesText := slot != ToolDefinitions && slot != ToolArguments && slot != RetrievalDocuments
		x.add(0, []ContentKey{{Key: slot.Key(), Slot: slot, Text: takesText}})
	}
	return x
}

func (x *contentIndex) add(from int, contents []ContentKey) {
	for i := range contents {
		r, rules := newContentRule(from, i, contents[i]), x.keys
		if strings.HasSuffix(r.Key, ".") {
			rules = x.prefixes
		}
		x.gate.MarkBeginning(r.Key, 1)
		x.numbered = x.numbered || firstNumber(r.Key) < len(r.Key)
		if !slices.ContainsFunc(rules[r.Key], func(earlier ContentRule) bool { return earlier.Slot == r.Slot }) {
			rules[r.Key] = append(rules[r.Key], r)
		}
	}
}

func newContentRule(from, line int, k ContentKey) ContentRule {
	r := ContentRule{ContentKey: k, from: from, Rank: from*ranksPerDialect + line, Group: k.Key}
	switch {
	case k.Key == k.Slot.Key():
		r.Rank = rankOwn
	case k.Blob:
		r.Rank += rankBlob
	case k.Flattened() && k.Member == "":
		r.Rank += rankFlattened
	default:
		r.Rank += rankStructured
	}
	if k.Member != "" {
		r.Group = "member " + slotKeys[k.Slot] // no key holds a space
		r.Rank = rankStructured + from*ranksPerDialect
	}
	return r
}

// Contents returns the rules for a key, and the rest of a flattened key: the path to the value.
func (v *Vocabulary) Contents(key string) (rules []ContentRule, path string) {
	if v.contents.gate.Begins(key) == 0 {
		return nil, ""
	}
	if rules, ok := v.contents.keys[key]; ok {
		return rules, ""
	}
	for i := firstNumber(key); i < len(key); i += firstNumber(key[i:]) {
		if rules, ok := v.contents.prefixes[key[:i]]; ok {
			return rules, key[i:]
		}
	}
	return nil, ""
}

// firstNumber is where the first number begins behind a dot; the length of a key that has none.
func firstNumber(key string) int {
	for i := 1; i < len(key); i++ {
		if key[i-1] == '.' && key[i] >= '0' && key[i] <= '9' {
			return i
		}
	}
	return len(key)
}

// ContentPrefix is the beginning of a flattened key that was looked up, for the next one, which mostly has the same. The zero value is for the
// first.
type ContentPrefix struct {
	text  string
	rules []ContentRule
}

// ContentsAfter is Contents for a key that follows others.
func (v *Vocabulary) ContentsAfter(last *ContentPrefix, key string) (rules []ContentRule, path string) {
	if last.text != "" && isNumbered(key, last.text) && !v.contents.numbered {
		return last.rules, key[len(last.text):]
	}
	if rules, path = v.Contents(key); path != "" {
		*last = ContentPrefix{text: key[:len(key)-len(path)], rules: rules}
	}
	return rules, path
}

// Applies reports whether the rule holds on the span that c was read from.
func (r *ContentRule) Applies(c *Call) bool {
	return r.Slot.OnKind(c.Kind) && (!r.Shared || c.dialects&(1<<r.from) != 0)
}

// EventContents returns what is known of the content of an event; nil for events that hold none.
func (v *Vocabulary) EventContents(name string) *Event {
	if e, ok := v.events[name]; ok && (e.Role != "" || len(e.Contents) > 0) {
		return &e.Event
	}
	return nil
}
