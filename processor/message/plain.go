package message

import (
	"slices"
	"strings"
)

// Plain is flattened messages of the shape that nearly all have: a role, a text, calls of tools, the answer to one. They become JSON without
// the trees that other shapes go through, which takes a tenth of the time; what comes out is the same. The zero value is ready, and so is one
// after Reset.
type Plain struct {
	messages []plainMessage
	calls    []plainCall
	depth    int
}

// plainMessage is one message. members says which of the texts are there.
type plainMessage struct {
	number                int
	members               plainMember
	role, content, callID string
	calls                 int
}

// plainCall is one call in a message.
type plainCall struct {
	message, number     int
	members             plainMember
	id, name, arguments string
}

type plainMember uint8

const (
	plainRole plainMember = 1 << iota
	plainContent
	plainCallID
	plainName
	plainArguments
)

// Reset forgets what was added and keeps the room that it took.
func (p *Plain) Reset() {
	clear(p.messages)
	clear(p.calls)
	p.messages, p.calls, p.depth = p.messages[:0], p.calls[:0], 0
}

// Add takes the text at a path such as "0.message.role", as OpenInference flattens messages. It reports false where the messages are of another
// shape, or say something twice: then they are for Flat, all of them.
func (p *Plain) Add(path, text string) bool {
	number, path, ok := cutIndex(path)
	if !ok {
		return false
	}
	member, ok := strings.CutPrefix(path, "message.")
	if !ok {
		return false
	}
	m := p.message(number)
	switch {
	case m == nil:
		return false
	case member == "role":
		return take(&m.members, plainRole, &m.role, text)
	case member == "content":
		return take(&m.members, plainContent, &m.content, text)
	case member == "tool_call_id":
		return take(&m.members, plainCallID, &m.callID, text) && text != ""
	}
	if member, ok = strings.CutPrefix(member, "tool_calls."); !ok {
		return false
	}
	index, member, ok := cutIndex(member)
	if !ok {
		return false
	}
	c := p.call(m, index)
	switch {
	case c == nil:
		return false
	case member == "tool_call.id":
		return take(&c.members, plainCallID, &c.id, text) && text != ""
	case member == "tool_call.function.name":
		return take(&c.members, plainName, &c.name, text)
	case member == "tool_call.function.arguments":
		return take(&c.members, plainArguments, &c.arguments, text)
	default:
		return false
	}
}

// cutIndex cuts the number off that a path begins with.
func cutIndex(path string) (number int, rest string, ok bool) {
	step, rest, ok := strings.Cut(path, ".")
	if !ok || step == "" {
		return 0, "", false
	}
	number = index(step)
	return number, rest, number >= 0
}

func take(members *plainMember, member plainMember, into *string, text string) bool {
	if *members&member != 0 {
		return false
	}
	*members |= member
	*into = text
	return true
}

// message finds a message, the newest first since keys mostly come in order, or makes it. It returns nil if there are too many.
func (p *Plain) message(number int) *plainMessage {
	for i := len(p.messages) - 1; i >= 0; i-- {
		if p.messages[i].number == number {
			return &p.messages[i]
		}
	}
	if len(p.messages) == MaxItems {
		return nil
	}
	p.messages = append(p.messages, plainMessage{number: number})
	return &p.messages[len(p.messages)-1]
}

func (p *Plain) call(m *plainMessage, number int) *plainCall {
	for i := len(p.calls) - 1; i >= 0; i-- {
		if p.calls[i].message == m.number && p.calls[i].number == number {
			return &p.calls[i]
		}
	}
	if len(p.calls) == MaxItems {
		return nil
	}
	m.calls++
	p.calls = append(p.calls, plainCall{message: m.number, number: number})
	return &p.calls[len(p.calls)-1]
}

// Ready puts the messages in order and reports whether they are of the shape.
func (p *Plain) Ready() bool {
	if byNumber := func(a, b plainMessage) int { return a.number - b.number }; !slices.IsSortedFunc(p.messages, byNumber) {
		slices.SortFunc(p.messages, byNumber)
	}
	if len(p.calls) > 1 {
		slices.SortFunc(p.calls, func(a, b plainCall) int {
			if a.message != b.message {
				return a.message - b.message
			}
			return a.number - b.number
		})
	}
	for i := range p.messages {
		if !p.messages[i].isPlain() {
			return false
		}
	}
	return len(p.messages) > 0
}

func (m *plainMessage) isPlain() bool {
	switch m.role {
	case "user", "assistant", "system":
		hasContent := m.members&plainContent != 0
		return m.members&plainCallID == 0 && (hasContent || m.calls > 0) && !mayHoldParts(m.content)
	case "tool":
		return m.members&^plainRole == plainContent|plainCallID && m.calls == 0
	default:
		return false
	}
}

// mayHoldParts reports whether a text may be a list of parts as JSON.
func mayHoldParts(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && (text[0] == '[' || text[0] == '"')
}

// AppendJSON appends the messages in the conventions' shape, after Ready. finish returns the reason why the i-th ended, in its finish_reason;
// nil is for none to have one.
func (p *Plain) AppendJSON(b []byte, finish func(i int) string) []byte {
	const levels = 4 // the list, the message, its parts, the part
	p.depth = levels - 1
	calls := p.calls
	b = append(b, '[')
	for i := range p.messages {
		m := &p.messages[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"role":`...), m.role)
		b = append(b, `,"parts":[`...)
		parts := 0
		switch {
		case m.role == "tool":
			b = appendString(append(b, `{"type":"tool_call_response","id":`...), m.callID)
			b = append(appendString(append(b, `,"response":`...), m.content), '}')
			parts++
		case m.content != "":
			b = append(appendString(append(b, `{"type":"text","content":`...), m.content), '}')
			parts++
		}
		for range m.calls {
			if parts > 0 {
				b = append(b, ',')
			}
			b = p.appendCall(b, &calls[0])
			calls = calls[1:]
			parts++
		}
		if parts > 0 {
			p.depth = max(p.depth, levels)
		}
		b = append(b, ']')
		if finish != nil {
			b = appendString(append(b, `,"finish_reason":`...), finish(i))
		}
		b = append(b, '}')
	}
	return append(b, ']')
}

func (p *Plain) appendCall(b []byte, c *plainCall) []byte {
	b = append(b, `{"type":"tool_call"`...)
	if c.members&plainCallID != 0 {
		b = appendString(append(b, `,"id":`...), c.id)
	}
	b = appendString(append(b, `,"name":`...), c.name)
	if c.members&plainArguments != 0 {
		const around = 4
		arguments := opened(Text(c.arguments))
		p.depth = max(p.depth, around+arguments.Depth())
		b = arguments.AppendJSON(append(b, `,"arguments":`...))
	}
	return append(b, '}')
}

// Depth is the number of arrays and objects around the deepest value of what AppendJSON wrote.
func (p *Plain) Depth() int { return p.depth }
