package workload

import "strings"

// conversation is what a model call sends.
type conversation struct {
	id    string
	turns []turn
}

// turn is one message, with its JSON and what was planted in it.
type turn struct {
	message
	json     string
	findings []string
}

// maxPast is how many conversations may go on.
const maxPast = 32

// conversation returns a conversation that ends with something for the model: a new one, or an earlier one with more in it, as often as
// the settings say.
func (g *Generator) conversation() *conversation {
	if len(g.past) > 0 && g.random.Float64() < g.settings.RepeatedHistory {
		i := g.random.IntN(len(g.past))
		c := g.past[i]
		c.add(g.writer.turns(g.writer.said(0)...))
		if c.size() > maxMessages { // it ends with this
			g.past[i] = g.past[len(g.past)-1]
			g.past = g.past[:len(g.past)-1]
		}
		return c
	}
	c := &conversation{id: g.id("conv_", 20)}
	size := minMessages + g.random.IntN(maxMessages-overshoot-minMessages)
	c.add(g.writer.turns(g.writer.opening()))
	for i := 0; c.size() < size || i%2 == 0; i++ {
		c.add(g.writer.turns(g.writer.said(i)...))
	}
	if g.settings.RepeatedHistory > 0 && len(g.past) < maxPast {
		g.past = append(g.past, c)
	}
	return c
}

func (c *conversation) add(turns []turn) { c.turns = append(c.turns, turns...) }

// answer adds what the model says, and returns it.
func (c *conversation) answer(w *writer) turn {
	size := minMessages + w.random.IntN(maxMessages-overshoot-minMessages)
	var b strings.Builder
	for b.Len() < size {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(w.paragraph())
		b.WriteString("\n\n")
		b.WriteString(w.block())
	}
	c.add(w.turns(message{"assistant", []messagePart{{Type: "text", Content: b.String()}}}))
	return c.turns[len(c.turns)-1]
}

func (c *conversation) size() int {
	size := 0
	for _, t := range c.turns {
		size += len(t.json) + 1
	}
	return size
}

// json returns gen_ai.input.messages.
func (c *conversation) json() string {
	texts := make([]string, len(c.turns))
	for i, t := range c.turns {
		texts[i] = t.json
	}
	return "[" + strings.Join(texts, ",") + "]"
}

func (c *conversation) findings() []string {
	var all []string
	for _, t := range c.turns {
		all = append(all, t.findings...)
	}
	return all
}
