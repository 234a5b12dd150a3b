package processor

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
)

// place is where a claim was read: attributes of the span, of one event, or of several events of which each is a message.
type place struct {
	keys  []string // of the span or the event
	event int      // -1 for the span
	// tree is what the value of the only key holds, for values of which a part may go; isText says that it stands as JSON text.
	tree   message.Node
	isText bool
	events []messageEvent
	flat   *flat // plain messages, in place of keys
}

// messageEvent is an event that is a message, and the attributes that it is made of.
type messageEvent struct {
	index int
	keys  []string
}

const onSpan = -1

// collect reads all content of a span into s.claims, in the order in which it may fill the slots.
func (m *mover) collect(span ptrace.Span, c *dialect.Call, s *moverScratch) {
	at := -1
	var last dialect.ContentPrefix
	for key, value := range span.Attributes().All() {
		at++
		rules, path := m.vocabulary.ContentsAfter(&last, key)
		for i := range rules {
			r := &rules[i]
			if !r.Applies(c) {
				continue
			}
			if r.Flattened() {
				if r.Member != "" || message.StartsWithIndex(path) {
					s.addFlat(r, path, value, span.Attributes(), at)
				}
				break
			}
			if cl, ok := m.claimOf(r, key, value, onSpan); ok {
				s.claims = append(s.claims, cl)
				break
			}
		}
	}
	for i := range s.flats {
		if cl, ok := s.flats[i].claim(); ok {
			s.claims = append(s.claims, cl)
		}
	}
	if span.Events().Len() > 0 {
		s.claims = append(s.claims, m.collectEvents(span.Events(), c)...)
	}
	if len(s.claims) > 1 {
		slices.SortStableFunc(s.claims, func(a, b claim) int { return a.rank - b.rank })
	}
}

// claimOf reads one attribute.
func (m *mover) claimOf(r *dialect.ContentRule, key string, value pcommon.Value, event int) (cl claim, ok bool) {
	isOwn := event == onSpan && key == r.Slot.Key()
	cl = claim{rank: r.Rank, place: place{keys: []string{key}, event: event}}
	tooLong := value.Type() == pcommon.ValueTypeStr && len(value.Str()) > m.maxBytes
	var o content
	if !tooLong {
		o, ok = contentOf(value)
	}
	if !ok {
		cl.pieces = []piece{{slot: r.Slot, use: blocks}}
		return cl, isOwn
	}
	cl.place.tree, cl.place.isText = o.tree, o.isText
	if isOwn {
		cl.pieces = readOwn(r, o)
	} else {
		cl.pieces = read(r, o)
	}
	cl.whole = r.Answered // its pieces can't be told apart in the value
	return cl, len(cl.pieces) > 0
}

// messageKeys are the attributes of a message's event that are the message, wholeMessageKeys those that hold all of it.
var (
	messageKeys      = []string{"role", "content", "name", "id", "tool_calls", "message", "finish_reason", "index", "gen_ai.event.content", "body"}
	wholeMessageKeys = map[string]bool{"gen_ai.event.content": true, "body": true}
)

// collectEvents reads the events in the order of time: those that are a message each make the messages of a slot together.
func (m *mover) collectEvents(events ptrace.SpanEventSlice, c *dialect.Call) []claim {
	var claims []claim
	together := map[dialect.Slot]*claim{}
	for at, i := range byTime(events) {
		event := events.At(i)
		known := m.vocabulary.EventContents(event.Name())
		if known == nil {
			continue
		}
		for _, k := range known.Contents {
			r := dialect.ContentRule{ContentKey: k, Rank: dialect.RankEvents + at}
			if value, ok := event.Attributes().Get(k.Key); ok && r.Slot.OnKind(c.Kind) {
				if cl, ok := m.claimOf(&r, k.Key, value, i); ok {
					claims = append(claims, cl)
				}
			}
		}
		if known.Role == "" || !known.Message.OnKind(c.Kind) {
			continue
		}
		if said, keys, ok := readEvent(known, event.Attributes()); ok {
			cl := together[known.Message]
			if cl == nil {
				cl = &claim{rank: dialect.RankEvents + events.Len() + int(known.Message), whole: true}
				cl.pieces = []piece{{slot: known.Message, node: message.List(nil)}}
				together[known.Message] = cl
			}
			list := &cl.pieces[0].node
			list.Items = append(list.Items, said.Items...)
			cl.place.events = append(cl.place.events, messageEvent{i, keys})
		}
	}
	for _, cl := range together {
		claims = append(claims, *cl)
	}
	return claims
}

func byTime(events ptrace.SpanEventSlice) []int {
	order := make([]int, events.Len())
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if x, y := events.At(a).Timestamp(), events.At(b).Timestamp(); x != y {
			if x < y {
				return -1
			}
			return 1
		}
		return 0
	})
	return order
}

// readEvent reads an event that is a message.
func readEvent(known *dialect.Event, attrs pcommon.Map) (said message.Node, keys []string, ok bool) {
	var members message.Flat
	for key, value := range attrs.All() {
		o, readable := contentOf(value)
		if !readable || !slices.Contains(messageKeys, key) {
			continue
		}
		if wholeMessageKeys[key] && o.tree.Type == message.Object {
			said, ok = readEventBody(known, o.tree)
			return said, []string{key}, ok
		}
		if o.isText {
			o.tree = message.Text(o.text)
		}
		if members.Add(key, o.tree) {
			keys = append(keys, key)
		}
	}
	tree, some := members.Tree()
	if !some {
		return said, nil, false
	}
	said, ok = readEventBody(known, tree)
	return said, keys, ok
}

// readEventBody reads a message whose role the event's name says, where it does not say it itself.
func readEventBody(known *dialect.Event, body message.Node) (message.Node, bool) {
	direction := message.Input
	if known.Message == dialect.OutputMessages {
		direction = message.Output
	} else if body.Get("role").Type == message.Null {
		body = body.With("role", message.Text(known.Role))
	}
	pieces := message.ReadMessages(body, direction, message.Messages)
	if len(pieces) != 1 {
		return message.Node{}, false
	}
	if _, more := body.Without(pieces[0].Paths); more {
		return message.Node{}, false
	}
	return pieces[0].List, true
}
