package dialect

// Kind says what a GenAI span or log record stands for: the value of `genai.kind`.
type Kind uint8

// The kinds. NoKind is that of everything that is not GenAI.
const (
	NoKind Kind = iota
	Generation
	Embedding
	Rerank
	Retrieval
	Tool
	Agent
	Workflow
	Step
	Guardrail
	Evaluator
	Memory
	Plan
	Other
	numKinds
)

// NumKinds is how many kinds there are, NoKind among them; they are below it.
const NumKinds = int(numKinds)

var kindNames = [numKinds]string{
	NoKind: "", Generation: "generation", Embedding: "embedding", Rerank: "rerank", Retrieval: "retrieval", Tool: "tool",
	Agent: "agent", Workflow: "workflow", Step: "step", Guardrail: "guardrail", Evaluator: "evaluator", Memory: "memory",
	Plan: "plan", Other: "other",
}

// String returns the value of `genai.kind`, "" for [NoKind].
func (k Kind) String() string {
	if k >= numKinds {
		return ""
	}
	return kindNames[k]
}

// ParseKind is the inverse of [Kind.String]; an unknown name is [NoKind].
func ParseKind(name string) Kind {
	for k := Generation; k < numKinds; k++ {
		if kindNames[k] == name {
			return k
		}
	}
	return NoKind
}

// CallsModel reports whether a span of this kind is itself one call of a model, the only kinds that are ever priced.
func (k Kind) CallsModel() bool {
	return k == Generation || k == Embedding || k == Rerank
}

// Contains reports whether a span of this kind contains calls rather than making one: usage on it repeats its children's.
func (k Kind) Contains() bool {
	switch k {
	case Agent, Workflow, Step, Tool, Plan, Other:
		return true
	default:
		return false
	}
}

// Tier ranks the evidence for a kind; a lower tier beats a higher one whatever the dialect.
type Tier uint8

// The tiers, strongest first.
const (
	ExplicitKind    Tier = iota // an instrumentation's own kind attribute
	OperationName               // gen_ai.operation.name, through the alias table
	VendorOperation             // an instrumentation's own operation attribute
	RequestType                 // coarse request or entity types
	Structure                   // the presence of keys that only one kind has
	ModelPresent                // a model together with messages, usage or a client span
	UsagePresent                // usage alone
	numTiers
)

// Verdict is what one piece of evidence says of the kind. A weak verdict (a generic container, an unknown operation) holds only
// where no tier has a strong one.
type Verdict struct {
	Kind Kind
	Weak bool
}

func strong(k Kind) Verdict { return Verdict{Kind: k} }
func weak(k Kind) Verdict   { return Verdict{Kind: k, Weak: true} }
