package processor

import (
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
)

// slotOf is the slot for what was read of messages.
var slotOf = [...]dialect.Slot{
	message.InputMessages: dialect.InputMessages, message.OutputMessages: dialect.OutputMessages,
	message.SystemInstructions: dialect.SystemInstructions, message.ToolDefinitions: dialect.ToolDefinitions,
}

// content is an attribute's value as a tree.
type content struct {
	tree   message.Node
	text   string // of a text, whether it is JSON or not
	isText bool   // the value is a text
	isJSON bool   // and holds an array or object
}

func contentOf(v pcommon.Value) (o content, ok bool) {
	if v.Type() != pcommon.ValueTypeStr {
		o.tree, ok = message.FromValue(v)
		return o, ok
	}
	o.text, o.isText = v.Str(), true
	o.tree = message.Text(o.text)
	if inner, ok := message.ParseDeep(o.text); ok {
		o.tree, o.isJSON = inner, true
	}
	return o, true
}

// read returns what the value under a key has for the key's slot, and for others where it is a request or a response.
func read(r *dialect.ContentRule, o content) []piece {
	if o.isText && message.IsAbsent(o.text) {
		return nil
	}
	switch r.Slot {
	case dialect.InputMessages:
		return readMessages(r, o, message.Input)
	case dialect.OutputMessages:
		return readMessages(r, o, message.Output)
	}
	p := piece{slot: r.Slot, paths: [][]string{nil}}
	ok := false
	switch r.Slot {
	case dialect.SystemInstructions:
		p.node, ok = message.ReadSystem(o.tree)
	case dialect.ToolDefinitions:
		p.node, ok = message.ReadTools(o.tree)
	case dialect.RetrievalDocuments:
		p.node, p.paths, ok = message.ReadDocuments(o.tree)
	case dialect.RetrievalQuery:
		var query string
		query, p.paths, ok = message.ReadQuery(o.tree)
		p.node = message.Text(query)
	case dialect.ToolArguments, dialect.ToolResult:
		p.node = o.tree
		isStructure := o.tree.Type == message.Object || o.tree.Type == message.Array
		ok = isStructure && len(o.tree.Items) > 0 || r.Text && o.tree.Type != message.Null && !isStructure
	}
	if !ok {
		return nil
	}
	return []piece{p}
}

func readMessages(r *dialect.ContentRule, o content, direction message.Direction) []piece {
	form := message.Messages
	if r.Blob {
		form = message.Blob
	}
	var pieces []piece
	if !o.isText || o.isJSON {
		for _, p := range message.ReadMessages(o.tree, direction, form) {
			pieces = append(pieces, piece{slot: slotOf[p.Of], node: p.List, paths: p.Paths})
		}
	}
	if r.Answered && len(pieces) == 1 {
		return splitAnswer(pieces[0])
	}
	if pieces != nil || !o.isText {
		return pieces
	}
	p := piece{slot: r.Slot, paths: [][]string{nil}}
	takesText := r.Text && (!o.isJSON || !r.Blob && r.Key != r.Slot.Key()) // an answer may be JSON
	if list, ok := message.ReadText(o.text, direction); ok && takesText {
		p.node = list
		return []piece{p}
	}
	if o.isJSON {
		return nil
	}
	p.node, p.use = o.tree, repeats
	return []piece{p}
}

// splitAnswer takes the answer off the end of a conversation.
func splitAnswer(p piece) []piece {
	items := p.node.Items
	last := len(items) - 1
	if items[last].Get("role").Text != "assistant" {
		return []piece{p}
	}
	answer := piece{slot: dialect.OutputMessages, node: message.List(items[last:]), paths: p.paths}
	if last == 0 {
		return []piece{answer}
	}
	p.node = message.List(items[:last])
	return []piece{p, answer}
}

// readOwn reads what stands in a slot: content in the conventions' shape, or in another that can be brought to it, or what no one may
// overwrite. An empty slot has no piece.
func readOwn(r *dialect.ContentRule, o content) []piece {
	if !says(o) {
		return nil
	}
	if standsInShape(r.Slot, o) {
		return []piece{{slot: r.Slot, node: o.tree, use: stands}}
	}
	pieces := read(r, o)
	if len(pieces) == 1 && pieces[0].slot == r.Slot && pieces[0].use == fills {
		if _, more := o.tree.Without(pieces[0].paths); !more {
			return pieces
		}
	}
	return []piece{{slot: r.Slot, use: blocks}}
}

func says(o content) bool {
	if o.isText && !o.isJSON {
		return o.text != ""
	}
	_, some := o.tree.Without(nil)
	return some
}

func standsInShape(slot dialect.Slot, o content) bool {
	switch slot {
	case dialect.InputMessages, dialect.OutputMessages:
		return message.AreMessages(o.tree)
	case dialect.SystemInstructions:
		return message.AreParts(o.tree)
	case dialect.ToolDefinitions:
		return message.AreTools(o.tree)
	case dialect.RetrievalDocuments:
		return message.AreDocuments(o.tree)
	default:
		return true
	}
}
