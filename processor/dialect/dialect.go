package dialect

import "strings"

// Dialect is one vocabulary of one instrumentation family, as data. Every key in it is literal; a key that ends in a dot is a prefix.
type Dialect struct {
	// Name is the value of `genai.dialect` and of `normalize.disabled_dialects`.
	Name string
	// Source is the public page or file that the vocabulary was read from, with its version.
	Source string
	// Common marks the vocabulary that others write too: a span is called by it only where no other dialect shows, and its Shared keys
	// are read on every GenAI span.
	Common bool
	// Scopes are prefixes of instrumentation scope names that only this dialect uses.
	Scopes []string
	// ExactScopes are whole names of such scopes, where others' names begin alike: "ai".
	ExactScopes []string
	// Resources are attributes of resources whose spans and records are this dialect's.
	Resources []ResourceMark
	// Quoted says that every string value is JSON text: "\"LLM\"" for LLM.
	Quoted bool
	// Marks are keys or prefixes whose presence alone shows the dialect, beside all keys below that are not Shared.
	Marks []string
	// Kinds are attributes whose value says what the span is.
	Kinds []KindKey
	// Operations gives kinds and well-known names to values of gen_ai.operation.name. All dialects' tables form one alias table.
	Operations map[string]Op
	// Names gives kinds to spans by the beginning of their names, on spans where the dialect shows by its scope or another key. The
	// longest beginning holds.
	Names []NameKind
	// Structure gives the keys or prefixes whose presence says what the span is.
	Structure []StructureKey
	// Messages are the keys or prefixes under which the input or output of a model stands.
	Messages []string
	// SharedMessages are such keys that vocabularies outside GenAI use too. They count only where the dialect shows by another key or its
	// scope.
	SharedMessages []string
	// Contents are the keys under which content stands, where messages are brought to the conventions' shape.
	Contents []ContentKey
	// Events are the events, on spans or as log records, that belong to the dialect.
	Events []Event
	// Fields maps keys to fields. Where several keys give one field, the one that is written out wins, then the earlier dialect, then
	// the earlier line.
	Fields []FieldKey
	// ExclusiveScopes are prefixes of scope names whose input tokens leave out cached tokens though their totals can't prove it.
	ExclusiveScopes []string
	// OddKeys are attributes that no table can read; their values are kept for Finish, which gets them with [Call.Odd].
	OddKeys []string
	// SharedOddKeys are such attributes that vocabularies outside GenAI use too: they do not show the dialect.
	SharedOddKeys []string
	// Finish settles what no table can, after all attributes are read and the kind is decided. Optional.
	Finish func(*Call)
}

// ResourceMark is an attribute of a resource; an empty Value stands for any.
type ResourceMark struct {
	Key   string
	Value string
}

// KindKey reads a kind from an attribute's value, compared in lower case.
type KindKey struct {
	Key    string
	Tier   Tier
	Values map[string]Verdict
	Else   Verdict // of a value that Values does not have
	// Shared marks a key that vocabularies outside GenAI use too, as in [FieldKey].
	Shared bool
	// Renamed are the values of gen_ai.operation.name that contrib's gen_ai_normalizer is known to write for a value, wrongly: where it
	// still stands beside its original, it is no evidence.
	Renamed map[string]string
	// Suffix says that Values holds endings of values, of which the longest holds: a class name's "retriever".
	Suffix bool
	// FirstWord says that a value ends for Values where its first space is: "ai.embed.doEmbed my-function".
	FirstWord bool
}

func (k *KindKey) verdict(value string) Verdict {
	if k.FirstWord {
		value, _, _ = strings.Cut(value, " ")
	}
	if verdict, known := k.Values[value]; known {
		return verdict
	}
	if !k.Suffix {
		return k.Else
	}
	longest, found := 0, k.Else
	for suffix, verdict := range k.Values {
		if len(suffix) > longest && strings.HasSuffix(value, suffix) {
			longest, found = len(suffix), verdict
		}
	}
	return found
}

// NameKind gives a kind to spans whose name begins so.
type NameKind struct {
	Prefix  string
	Verdict Verdict
}

// StructureKey gives a kind to spans that carry a key, whatever its value.
type StructureKey struct {
	Key     string
	Verdict Verdict
}

// Op is what a value of gen_ai.operation.name means: its kind and the well-known value to write, "" where there is none.
type Op struct {
	Name string
	Verdict
}

// FieldKey reads a field from an attribute.
type FieldKey struct {
	Key   string
	Field Field
	// Shared marks a key that vocabularies outside GenAI use too. It is read only where the dialect shows by another key or its scope.
	Shared bool
	// Values brings texts, in lower case, to the conventions' values, or to "true" and "false"; other texts stay as they are.
	Values map[string]string
	// Path leads to the value inside of a structured value or of JSON text, by keys and indexes: "usage.inputTokens", "replies.0.meta".
	Path string
	// PerUnit divides a number to bring it to the field's unit (1000 for milliseconds to seconds); 0 leaves it.
	PerUnit float64
	// WherePath leads to a text beside the value at Path that must be WhereValue, in lower case, or absent: the unit of a count. Empty for
	// no condition.
	WherePath, WhereValue string
	// SinceStart says that the value is a point in time; the field gets the seconds from the start of the span to it.
	SinceStart bool
}

// Event is an event of the dialect: a span event or, with the same name, a log record.
type Event struct {
	Name string
	// Record is the kind of a log record of this name.
	Record Verdict
	// Messages says that the event holds input or output of a model.
	Messages bool
	// Attributes says that the event's attributes are read like a span's, where the span itself does not say it.
	Attributes bool
	// Fields are read from the event's attributes only.
	Fields []FieldKey
	// Role says that the event is one message of who has this role, for the slot Message.
	Role    string
	Message Slot
	// Contents are attributes of the event that hold content.
	Contents []ContentKey
}

// All lists the built-in dialects. The order is precedence where two say the same thing differently, so a dialect stands before those
// whose keys its spans also carry; OpenTelemetry is first because its keys are the ones written out.
func All() []Dialect {
	return []Dialect{
		openTelemetry(),
		traceAI(), // before OpenInference, whose keys its older versions also write
		liteLLM(), // before OpenLLMetry, whose llm.request.type it fills with its own values
		openInference(),
		respan(),  // before OpenLLMetry, beside whose keys it writes its own
		laminar(), // likewise
		openLLMetry(),
		vercelAI(),
		langfuse(), // after the instrumentations on whose spans it puts user, session and tags
		pydanticAI(),
		openLIT(),
		mlflow(),
		haystack(),
		liveKit(),
		flue(),
		datadog(),
		strands(),
		googleADK(),
		geminiCLI(),
		langSmith(),
		claudeCode(),
		claudeSDK(),
		claudeAPI(),
		codex(),
		copilot(),
		agentFramework(),
		semanticKernel(),
		mastra(),
		genkit(),
		langWatch(),
		mcp(), // last: the method of a call is on spans of every framework
	}
}
