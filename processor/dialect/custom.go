package dialect

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Custom is a dialect of a user's own, as it stands in the configuration. [NewCustom] makes a [Dialect] of it, which is as fast as the
// built-in ones.
type Custom struct {
	// Recognise says on which spans the dialect is looked for. Without it each key below shows the dialect by itself; with it the keys
	// that it does not cover are read only where the dialect shows.
	Recognise CustomRecognise `mapstructure:"recognise"`
	Kind      CustomKind      `mapstructure:"kind"`
	// Operations gives kinds to values of gen_ai.operation.name.
	Operations map[string]string `mapstructure:"operations"`
	// Fields maps an attribute to the name of a field, to {field, path, unit, values, where}, or to a list of such.
	Fields map[string]any `mapstructure:"fields"`
	// Content says what stands under an attribute: a name of customContents.
	Content map[string]string `mapstructure:"content"`
}

// CustomRecognise is how a dialect shows; any of it is enough.
type CustomRecognise struct {
	// Scopes are beginnings of names of instrumentation scopes.
	Scopes []string `mapstructure:"scopes"`
	// Resource is attributes of resources and their values, "" for any.
	Resource map[string]string `mapstructure:"resource"`
	// Keys are attributes, or prefixes of attributes that end in a dot.
	Keys []string `mapstructure:"keys"`
}

// CustomKind says what a span is.
type CustomKind struct {
	// Key is the attribute whose value says it, Values what each value means. A value that is not listed means `other`.
	Key    string            `mapstructure:"key"`
	Values map[string]string `mapstructure:"values"`
	// SpanNames gives kinds to spans by the beginning of their names, where the dialect shows.
	SpanNames map[string]string `mapstructure:"span_names"`
}

const (
	maxCustomKeyBytes = 256
	maxCustomFields   = 1000 // below ranksPerDialect, with room for all else
)

// NewCustom checks a dialect of a user's own and makes it one. Its error names every fault on one line: the key in the configuration below
// the one that holds all custom dialects, what is expected there, and what was found.
func NewCustom(name string, c Custom) (Dialect, error) {
	b := customBuilder{prefix: name + "::", custom: &c, dialect: Dialect{Name: name, Source: "configuration", Finish: nameEntity}}
	b.name(name)
	b.recognise()
	b.kind()
	b.operations()
	b.fields()
	b.content()
	if c.Kind.Key == "" && len(c.Kind.SpanNames) == 0 && len(c.Fields) == 0 {
		b.fault("fields", "a kind or fields are expected, found none")
	}
	if b.faults != nil {
		return Dialect{}, errors.New(strings.Join(b.faults, "; "))
	}
	return b.dialect, nil
}

type customBuilder struct {
	prefix  string
	custom  *Custom
	dialect Dialect
	faults  []string
}

func (b *customBuilder) fault(key, format string, args ...any) {
	b.faults = append(b.faults, b.prefix+key+": "+fmt.Sprintf(format, args...))
}

func (b *customBuilder) name(name string) {
	const maxBytes = 32 // it is an attribute of our metrics
	plain := name != "" && len(name) <= maxBytes && name[0] >= 'a' && name[0] <= 'z'
	for _, r := range name {
		plain = plain && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_')
	}
	if !plain {
		b.faults = append(b.faults, fmt.Sprintf("%s: a name of up to %d lower-case letters, digits and _ is expected, found %q", name, maxBytes, name))
	}
	if slices.Contains(Names(), name) {
		b.faults = append(b.faults, fmt.Sprintf("%s: a name that no built-in dialect has is expected, found %q", name, name))
	}
}

func (b *customBuilder) recognise() {
	r := &b.custom.Recognise
	for i, scope := range r.Scopes {
		if scope == "" {
			b.fault(fmt.Sprintf("recognise::scopes[%d]", i), "the beginning of a scope's name is expected, found none")
		}
	}
	b.dialect.Scopes = r.Scopes
	for _, key := range slices.Sorted(maps.Keys(r.Resource)) {
		b.wholeKey("recognise::resource::"+key, key)
		b.dialect.Resources = append(b.dialect.Resources, ResourceMark{Key: key, Value: r.Resource[key]})
	}
	for i, key := range r.Keys {
		b.key(fmt.Sprintf("recognise::keys[%d]", i), key)
	}
	b.dialect.Marks = r.Keys
}

// key checks an attribute or a prefix.
func (b *customBuilder) key(at, key string) bool {
	switch {
	case key == "" || key == "." || len(key) > maxCustomKeyBytes:
		b.fault(at, "an attribute of 1 to %d bytes is expected, found %d bytes", maxCustomKeyBytes, len(key))
	case strings.ContainsAny(key, "* "):
		b.fault(at, "an attribute, or a prefix that ends in a dot, is expected, found %q", key)
	case strings.HasPrefix(key, UpstreamPrefix):
		b.fault(at, "an attribute of an instrumentation is expected, found %q, which this processor writes", key)
	default:
		return true
	}
	return false
}

// wholeKey checks an attribute that is no prefix.
func (b *customBuilder) wholeKey(at, key string) bool {
	if !b.key(at, key) {
		return false
	}
	if strings.HasSuffix(key, ".") {
		b.fault(at, "a whole attribute is expected, found the prefix %q", key)
		return false
	}
	return true
}

// shared reports whether a key alone does not show the dialect.
func (b *customBuilder) shared(key string) bool {
	r := &b.custom.Recognise
	if len(r.Scopes)+len(r.Resource)+len(r.Keys) == 0 {
		return false
	}
	return !slices.ContainsFunc(r.Keys, func(mark string) bool {
		return key == mark || strings.HasSuffix(mark, ".") && strings.HasPrefix(key, mark)
	})
}

func (b *customBuilder) kind() {
	k := &b.custom.Kind
	switch {
	case k.Key != "" && b.wholeKey("kind::key", k.Key):
		values := map[string]Verdict{}
		for _, value := range slices.Sorted(maps.Keys(k.Values)) {
			folded := foldedString(value)
			if _, twice := values[folded]; twice {
				b.fault("kind::values::"+value, "values that differ in more than case are expected, found %q twice", folded)
			}
			values[folded] = strong(b.kindNamed("kind::values::"+value, k.Values[value]))
		}
		b.dialect.Kinds = []KindKey{{Key: k.Key, Tier: ExplicitKind, Values: values, Else: weak(Other), Shared: b.shared(k.Key)}}
	case k.Key == "" && len(k.Values) > 0:
		b.fault("kind::key", "the attribute that kind::values are values of is expected, found none")
	}
	for _, prefix := range slices.Sorted(maps.Keys(k.SpanNames)) {
		verdict := strong(b.kindNamed("kind::span_names::"+prefix, k.SpanNames[prefix]))
		b.dialect.Names = append(b.dialect.Names, NameKind{Prefix: prefix, Verdict: verdict})
	}
}

func (b *customBuilder) kindNamed(at, name string) Kind {
	kind := ParseKind(name)
	if kind == NoKind {
		b.fault(at, "one of %s is expected, found %q", strings.Join(KindNames(), ", "), name)
	}
	return kind
}

func (b *customBuilder) operations() {
	for _, name := range slices.Sorted(maps.Keys(b.custom.Operations)) {
		at, folded := "operations::"+name, foldedString(name)
		if folded == "" || openTelemetryOperations[folded].Name == folded {
			b.fault(at, "an operation that the conventions do not name is expected, found %q", folded)
		}
		kind := b.kindNamed(at, b.custom.Operations[name])
		if b.dialect.Operations == nil {
			b.dialect.Operations = map[string]Op{}
		}
		if _, twice := b.dialect.Operations[folded]; twice {
			b.fault(at, "operations that differ in more than case are expected, found %q twice", folded)
		}
		b.dialect.Operations[folded] = Op{Name: defaultOperations[kind], Verdict: strong(kind)}
	}
}

// customContents are what may stand under an attribute, and where it belongs on spans of each kind.
var customContents = []struct {
	name  string
	slots []ContentKey
}{
	{"input", []ContentKey{{Slot: InputMessages, Blob: true, Text: true}, {Slot: ToolArguments}, {Slot: RetrievalQuery, Text: true}}},
	{"output", []ContentKey{{Slot: OutputMessages, Blob: true, Text: true}, {Slot: ToolResult, Text: true}, {Slot: RetrievalDocuments, Blob: true}}},
	{"system_instructions", []ContentKey{{Slot: SystemInstructions, Text: true}}},
	{"tool_definitions", []ContentKey{{Slot: ToolDefinitions}}},
}

func (b *customBuilder) content() {
	var names []string
	for _, c := range customContents {
		names = append(names, c.name)
	}
	for _, key := range slices.Sorted(maps.Keys(b.custom.Content)) {
		at, name := "content::"+key, b.custom.Content[key]
		if !b.wholeKey(at, key) {
			continue
		}
		i := slices.Index(names, name)
		if i < 0 {
			b.fault(at, "one of %s is expected, found %q", strings.Join(names, ", "), name)
			continue
		}
		for _, slot := range customContents[i].slots {
			slot.Key, slot.Shared = key, b.shared(key)
			b.dialect.Contents = append(b.dialect.Contents, slot)
		}
		if b.shared(key) {
			b.dialect.SharedMessages = append(b.dialect.SharedMessages, key)
		} else {
			b.dialect.Messages = append(b.dialect.Messages, key)
		}
	}
}
