package dialect

import (
	"math/bits"
	"slices"
)

// settle decides the kind from the evidence and fills what depends on it.
//
// The order is: strong evidence by tier; a model together with messages, usage or a client span; usage alone; weak evidence by tier.
// A chat span is never made an agent by gen_ai.agent.name nor a tool by gen_ai.tool.definitions: context is no evidence.
func (v *Vocabulary) settle(c *Call) {
	e := c.best[strongEvidence]
	if !e.set {
		e = v.bySubstance(c)
	}
	if !e.set {
		e = c.best[weakEvidence]
	}
	if c.Upstream.Kind != NoKind {
		e = v.byUpstream(c, e)
	}
	if !e.set {
		return
	}
	c.Kind, c.Rule, c.Dialect = e.kind, e.rule, v.dialectOf(c, e.from)
	v.readShared(c)
	for rest := c.dialects; rest != 0; rest &= rest - 1 {
		if finish := v.dialects[bits.TrailingZeros64(rest)].Finish; finish != nil {
			finish(c)
		}
	}
	v.settleOperation(c)
	settleProvider(c)
}

// bySubstance is for spans that nobody has named: a model with something to show for it is a generation. A weak verdict that says
// container (a chain that repeats its children's model and usage) stays one.
func (v *Vocabulary) bySubstance(c *Call) evidence {
	if w := c.best[weakEvidence]; w.set && w.kind == Workflow {
		return evidence{}
	}
	hasModel := c.Has(RequestModel) || c.Has(ResponseModel)
	hasUsage := c.Has(InputTokens) || c.Has(OutputTokens)
	switch {
	case hasModel && (c.messages || hasUsage || c.Client):
		return evidence{tier: ModelPresent, kind: Generation, rule: "model", from: v.firstShown(c), set: true}
	case hasUsage:
		return evidence{tier: UsagePresent, kind: Generation, rule: "usage", from: v.firstShown(c), set: true}
	default:
		return evidence{}
	}
}

// byUpstream keeps what an earlier genai processor decided, which saw the span before it was changed.
func (v *Vocabulary) byUpstream(c *Call, own evidence) evidence {
	if !own.set {
		own.from = v.firstShown(c)
	}
	if own.kind != c.Upstream.Kind {
		own.kind, own.rule = c.Upstream.Kind, "genai.kind"
	}
	if c.Upstream.Rule != "" {
		own.rule = c.Upstream.Rule
	}
	if i := slices.IndexFunc(v.dialects, func(d Dialect) bool { return d.Name == c.Upstream.Dialect }); i >= 0 {
		own.from = i
	}
	own.set = true
	return own
}

func (v *Vocabulary) firstShown(c *Call) int {
	return min(bits.TrailingZeros64(c.dialects), len(v.dialects)-1)
}

// dialectOf names the vocabulary that the deciding evidence belongs to; where that is a common one, which many instrumentations write
// beside their own, it is the own one.
func (v *Vocabulary) dialectOf(c *Call, from int) string {
	if own := c.dialects &^ v.common; v.common&(1<<from) != 0 && own != 0 {
		from = bits.TrailingZeros64(own)
	}
	return v.dialects[from].Name
}

// readShared reads the keys that vocabularies outside GenAI use too, now that the span is known to be GenAI. That a common vocabulary
// shows does not count: this processor writes it itself, and a second pass must read no more than the first.
func (v *Vocabulary) readShared(c *Call) {
	shown := c.dialects | v.common
	for _, w := range c.waiting {
		if shown&(1<<w.rule.from) != 0 {
			c.set(*w.rule.field, w.value, w.rule.rank+w.behind, w.rule.canonical && w.behind == 0)
		}
	}
}

// defaultOperations are the values of gen_ai.operation.name in v1.41 that stand for a kind whatever the span said itself.
var defaultOperations = [numKinds]string{
	Generation: "chat", Embedding: "embeddings", Retrieval: "retrieval", Tool: "execute_tool", Agent: "invoke_agent", Workflow: "invoke_workflow",
}

// settleOperation brings gen_ai.operation.name to a well-known value that agrees with the kind; a kind without one leaves it alone. A log
// record that names no operation gets none: a message is not the call.
func (v *Vocabulary) settleOperation(c *Call) {
	raw := c.Text(Operation)
	if op, known := v.operations[foldedString(raw)]; known && op.Kind == c.Kind {
		if op.Name != "" {
			c.SetText(Operation, op.Name)
		}
		return
	}
	if name := defaultOperations[c.Kind]; name != "" && !(c.Record && raw == "") {
		c.SetText(Operation, name)
	}
}
