package dialect

import (
	"math/bits"
	"slices"
	"strings"
)

// settle decides the kind from the evidence and fills what depends on it.
//
// The order is: strong evidence by tier; a model together with messages, usage or a client span; usage alone; weak evidence by tier.
// A chat span is never made an agent by gen_ai.agent.name nor a tool by gen_ai.tool.definitions: context is no evidence.
func (v *Vocabulary) settle(c *Call) {
	if c.Upstream.Kind == NoKind {
		c.dialects |= c.echoed
	}
	c.messages = c.messages || c.sharedMessages&c.dialects != 0
	v.readShared(c)
	v.considerShared(c)
	v.considerName(c)
	e := c.best[strongEvidence]
	switch {
	case !e.set:
		e = v.bySubstance(c)
	case e.tier == OperationName && c.renamed != "" && foldedString(c.Text(Operation)) == c.renamed:
		e = c.best[weakEvidence]
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
	for rest := c.dialects; rest != 0; rest &= rest - 1 {
		if finish := v.dialects[bits.TrailingZeros64(rest)].Finish; finish != nil {
			finish(c)
		}
	}
	c.Failed = c.Failed || c.Bool(CallFailed)
	v.settleOperation(c)
	v.settleProvider(c)
}

// considerShared takes the kinds that keys of general use say, where their dialect shows, and those that keys say that this processor
// writes too. On a span that it has seen, the presence of such a key is no reason for another kind, and what it writes for a kind, which
// may be the backend's nearest name, stands for that kind.
func (v *Vocabulary) considerShared(c *Call) {
	seen := c.Upstream.Kind
	for _, w := range c.waiting {
		r := w.rule
		switch {
		case r.shared && c.dialects&(1<<r.from) == 0:
		case r.structure.Kind != NoKind && (seen == NoKind || seen == r.structure.Kind):
			c.consider(r.structure, Structure, r.rank+w.behind, r.from, r.key)
		case r.kinds == nil:
		case r.echo != nil && seen != NoKind && w.value.AsString() == r.echo.Kinds[seen]:
			verdict := r.kinds.verdict(r.folded(w.value))
			verdict.Kind = seen
			c.consider(verdict, r.kinds.Tier, r.rank+w.behind, r.from, r.key)
		default:
			c.considerKind(r, r.folded(w.value), w.behind)
		}
	}
}

// considerName takes the kind that the span's name says, where a dialect shows that gives its spans such names.
func (v *Vocabulary) considerName(c *Call) {
	for rest := c.dialects & v.named; rest != 0; rest &= rest - 1 {
		from := bits.TrailingZeros64(rest)
		var best NameKind
		for _, n := range v.dialects[from].Names {
			if len(n.Prefix) > len(best.Prefix) && strings.HasPrefix(c.SpanName, n.Prefix) {
				best = n
			}
		}
		c.consider(best.Verdict, Structure, (from+1)*ranksPerDialect, from, "span name")
	}
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

// byUpstream keeps what an earlier genai processor decided, which saw the span before it was changed, where the span itself has nothing
// stronger to say. So nobody makes a call of a model into something without a price, or a container into a call.
func (v *Vocabulary) byUpstream(c *Call, own evidence) evidence {
	if own.set && !own.weak && own.kind != c.Upstream.Kind {
		return own
	}
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

// firstShown is the first dialect that shows; the first of all where none does, as on a span with nothing but genai.* attributes.
func (v *Vocabulary) firstShown(c *Call) int {
	if c.dialects == 0 {
		return 0
	}
	return bits.TrailingZeros64(c.dialects)
}

// dialectOf names the vocabulary that the deciding evidence belongs to; where that is a common one, which many instrumentations write
// beside their own, it is the own one.
func (v *Vocabulary) dialectOf(c *Call, from int) string {
	if own := c.dialects &^ v.common; v.common&(1<<from) != 0 && own != 0 {
		from = bits.TrailingZeros64(own)
	}
	if from >= len(v.dialects) { // all are disabled
		return ""
	}
	return v.dialects[from].Name
}

// readShared reads the keys that vocabularies outside GenAI use too, now that it is known which dialects show. That a common vocabulary
// shows does not count: this processor writes it itself, and a second pass must read no more than the first. It comes before the kind is
// decided for the same reason: what is written of them must not tell a second pass more.
func (v *Vocabulary) readShared(c *Call) {
	shown := c.dialects | v.common
	for _, w := range c.waiting {
		if w.rule.field != nil && shown&(1<<w.rule.from) != 0 {
			c.set(w.rule.field, w.value, w.rule.rank+w.behind, w.rule.canonical && w.behind == 0)
		}
	}
}

// defaultOperations are the values of gen_ai.operation.name that stand for a kind whatever the span said itself.
var defaultOperations = [numKinds]string{
	Generation: "chat", Embedding: "embeddings", Retrieval: "retrieval", Tool: "execute_tool", Agent: "invoke_agent", Workflow: "invoke_workflow", Plan: "plan",
}

// unknownOperations says which values of gen_ai.operation.name a profile does not have.
var unknownOperations = map[string][]Profile{
	"retrieval": {V1_36}, "invoke_workflow": {V1_36}, "plan": {V1_36, V1_41},
}

// settleOperation brings gen_ai.operation.name to a well-known value that agrees with the kind; a kind without one leaves it alone, and so
// does a name that nobody knows. A log record that names no operation gets none: a message is not the call.
func (v *Vocabulary) settleOperation(c *Call) {
	raw := c.Text(Operation)
	name := defaultOperations[c.Kind]
	op, known := v.operations[foldedString(raw)]
	switch {
	case known && op.Kind == c.Kind:
		name = op.Name
	case raw != "" && !known: // an operation of the emitter's own, as the conventions allow
		return
	case raw == "" && (c.Record || c.OwnOperation):
		return
	}
	if name != "" && !slices.Contains(unknownOperations[name], v.profile) {
		c.SetText(Operation, name)
	}
}
