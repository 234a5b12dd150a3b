package processor

import (
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// MessagesMode says what becomes of content that does not stand in the conventions' attributes for it.
type MessagesMode uint8

const (
	// LeaveMessages leaves content where it is and as it is.
	LeaveMessages MessagesMode = iota
	// MoveMessages brings content to the conventions' shape and attributes and removes what it was read from.
	MoveMessages
	// CopyMessages does the same and removes nothing.
	CopyMessages
)

// mover brings the content of spans to the conventions' slots. It is immutable.
type mover struct {
	vocabulary *dialect.Vocabulary
	mode       MessagesMode
	// finishReasons says that every output message has a finish_reason, which v1.41's schema requires and later ones don't.
	finishReasons bool
	// maxBytes and maxDepth bound the content of a slot: redaction would replace more whole.
	maxBytes, maxDepth int
}

// newMover returns nil where content is left as it is.
func newMover(s *Settings, vocabulary *dialect.Vocabulary) *mover {
	if s.Messages == LeaveMessages || s.KeepAsIs {
		return nil
	}
	m := &mover{
		vocabulary: vocabulary, mode: s.Messages, finishReasons: s.Profile == dialect.V1_41,
		maxBytes: redaction.DefaultMaxValueBytes, maxDepth: redaction.DefaultMaxDepth,
	}
	if s.Redaction != nil && s.Redaction.Text.MaxValueBytes > 0 {
		m.maxBytes = min(m.maxBytes, s.Redaction.Text.MaxValueBytes)
	}
	if s.Redaction != nil && s.Redaction.Text.MaxDepth > 0 {
		m.maxDepth = min(m.maxDepth, s.Redaction.Text.MaxDepth)
	}
	return m
}

// claim is what one place on a span has for the slots, or what several places have that make one content together.
type claim struct {
	rank   int
	pieces []piece
	// whole says that the place goes or stays as one: nothing may be left of it beside the pieces.
	whole bool
	place place
}

// piece is what a claim has for one slot.
type piece struct {
	slot dialect.Slot
	// node is the content in the slot's shape; a String is written as it is, all else as JSON. Where plain is set, ask tree for it.
	node  message.Node
	plain *flat
	// finished has the reasons why the messages of plain ended, where they got them.
	finished *dialect.Call
	paths    [][]string // lead to what it was read from, in the tree of the place
	use      pieceUse
	json     string
	fate     fate
}

// pieceUse says what a piece may do.
type pieceUse uint8

const (
	fills   pieceUse = iota // fills its slot where that is free
	stands                  // fills its slot and is there already, in the right shape
	blocks                  // stands in its slot and can't be read: nothing else may be written there
	repeats                 // is no content of the slot's shape, but may be what a filled slot says once more
)

// fate is what becomes of the original of a piece.
type fate uint8

const (
	left    fate = iota // stays
	taken               // its slot was filled with it
	covered             // filled slots say all that it says
)

// slots is what is known of each slot of a span.
type slots [dialect.NumSlots]struct {
	by      *piece
	blocked bool
}

// span brings the content of one span, whose kind is decided, to its slots. Everything is read and decided before anything is written; what
// can't be read stays.
func (m *mover) span(span ptrace.Span, c *dialect.Call, scratch *moverScratch) {
	defer scratch.reset()
	m.collect(span, c, scratch)
	claims := scratch.claims
	if len(claims) == 0 {
		return
	}
	var s slots
	for i := range claims {
		m.fill(&claims[i], &s, c, scratch)
	}
	if m.mode == MoveMessages {
		cover(claims, &s, c)
		remove(span, claims, scratch) // first, so that there is room
	}
	for slot := range s {
		if p := s[slot].by; p != nil && p.use == fills {
			span.Attributes().PutStr(dialect.Slot(slot).Key(), p.json)
		}
	}
}

// fill takes the claim's pieces into slots that are free.
func (m *mover) fill(cl *claim, s *slots, c *dialect.Call, scratch *moverScratch) {
	fit := 0
	for i := range cl.pieces {
		p := &cl.pieces[i]
		switch {
		case p.use == blocks:
			s[p.slot].blocked = true
		case p.slot == dialect.SystemInstructions && p.use == fills && s.hasInput(p.tree()):
			continue // as the first message, from another place
		case m.fits(p, s, c, scratch):
			p.fate = taken
			fit++
		}
	}
	for i := range cl.pieces {
		p := &cl.pieces[i]
		if cl.whole && fit < len(cl.pieces) {
			p.fate = left
		}
		if p.fate == taken {
			s[p.slot].by = p
		}
	}
}

// hasInput reports whether the input messages say it already.
func (s *slots) hasInput(n message.Node) bool {
	input := s[dialect.InputMessages].by
	return input != nil && message.Said(n, []message.Node{input.tree()})
}

// fits reports whether the piece can go into its slot, and prepares it.
func (m *mover) fits(p *piece, s *slots, c *dialect.Call, scratch *moverScratch) bool {
	slot := &s[p.slot]
	if p.use == repeats || slot.by != nil || slot.blocked || !p.slot.OnKind(c.Kind) {
		return false
	}
	if p.use == stands {
		return true
	}
	var finish func(i int) string
	if p.slot == dialect.OutputMessages && m.finishReasons {
		finish = func(i int) string { return finishReason(i, c) }
	}
	if p.plain != nil {
		scratch.json = p.plain.plain.AppendJSON(scratch.json[:0], finish)
		p.json = string(scratch.json)
		if finish != nil {
			p.finished = c
		}
		return len(p.json) <= m.maxBytes && p.plain.plain.Depth() <= m.maxDepth
	}
	if finish != nil {
		p.node = withFinishReasons(p.node, finish)
	}
	if p.node.Type == message.String {
		p.json = p.node.Text
	} else {
		scratch.json = p.node.AppendJSON(scratch.json[:0])
		p.json = string(scratch.json)
	}
	return len(p.json) <= m.maxBytes && p.node.Depth() <= m.maxDepth
}

// tree is what the piece says, in the slot's shape.
func (p *piece) tree() message.Node {
	if p.plain != nil {
		p.node, p.plain = p.plain.node(), nil
		if p.finished != nil {
			p.node = withFinishReasons(p.node, func(i int) string { return finishReason(i, p.finished) })
		}
	}
	return p.node
}

// withFinishReasons gives each message the reason why it ended.
func withFinishReasons(list message.Node, finish func(i int) string) message.Node {
	const key = "finish_reason"
	messages := make([]message.Node, len(list.Items))
	for i, m := range list.Items {
		messages[i] = m.With(key, message.Text(finish(i)))
	}
	return message.List(messages)
}

// finishReason is why the i-th message of a call ended, as far as the span names it.
func finishReason(i int, c *dialect.Call) string {
	switch reasons := c.Texts(dialect.FinishReasons); {
	case i < len(reasons):
		return reasons[i]
	case c.Failed:
		return "error"
	default:
		return ""
	}
}

// cover finds the pieces that have no slot of their own but say nothing beyond what the slots say.
//
// On a span that a genai processor has seen before, what stands in a slot may be redacted: two texts that were different can look alike, and
// what was kept then is kept now.
func cover(claims []claim, s *slots, c *dialect.Call) {
	var said map[string]struct{}
	for i := range claims {
		cl := &claims[i]
		open := 0
		for j := range cl.pieces {
			p := &cl.pieces[j]
			by := s[p.slot].by
			if by == nil && p.slot == dialect.SystemInstructions {
				by = s[dialect.InputMessages].by
			}
			if p.fate != left || p.use == blocks || by == nil || by.use == stands && c.Upstream.Any {
				continue
			}
			if said == nil {
				said = leaves(s)
			}
			open++
			if p.tree().SaidIn(said) {
				p.fate = covered
				open--
			}
		}
		if cl.whole && open > 0 {
			for j := range cl.pieces {
				cl.pieces[j].fate = left
			}
		}
	}
}

// leaves are all texts and numbers in the slots.
func leaves(s *slots) map[string]struct{} {
	said := map[string]struct{}{}
	for i := range s {
		if s[i].by != nil {
			s[i].by.tree().Leaves(func(text string) { said[text] = struct{}{} })
		}
	}
	return said
}
