package processor

import (
	"context"
	"fmt"
	"slices"

	"go.opentelemetry.io/collector/client"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// Policy is redaction for some clients or resources in place of that for all. The first of several that match holds; where there are any and
// none matches, the strictest combination of all of them and [Settings].Redaction does.
type Policy struct {
	// Name is written on spans and in metrics. It is neither that of another policy nor "base" nor "strictest".
	Name string
	// Source and Key say which text is compared. Only what an authenticator says of a client is beyond the sender's reach: metadata is what the
	// client sent, unless a proxy sets it, and resource attributes are what any sender likes to write.
	Source PolicySource
	Key    string
	// Values are the texts that match. Where a source has several texts, all of them must be among these.
	Values    []string
	Redaction redact.Settings
}

// PolicySource is where a policy's text is taken from.
type PolicySource uint8

// The sources.
const (
	// FromClientAuth is an attribute that the receiver's authenticator knows of the client.
	FromClientAuth PolicySource = iota
	// FromClientMetadata is metadata of the client's request, which receivers pass on with include_metadata.
	FromClientMetadata
	// FromResource is an attribute of the resource.
	FromResource
)

// Names of policies that are not the user's.
const (
	PolicyBase      = "base"      // where no policies are configured
	PolicyStrictest = "strictest" // where none of those configured matches
)

// policy is one compiled policy.
type policy struct {
	name       string
	applied    string // the value of attrRedactionPolicy
	redactor   *redact.Redactor
	monitoring bool
}

// policies chooses a policy. It is immutable; a nil one is where nothing is redacted.
type policies struct {
	clients   []clientSource // each once
	list      []conditional
	otherwise *policy
}

type clientSource struct {
	source PolicySource
	key    string
}

// conditional is a policy and what it is for: one of client, an index into policies.clients, and resource, the key of an attribute.
type conditional struct {
	*policy
	client   int // or none
	resource string
	values   map[string]struct{}
}

// clientText is what one source knows of a client: a text, several, or nothing.
type clientText struct {
	text  string
	texts []string
}

// newPolicies compiles all policies; nil where redaction is off. Its errors name the policy by its place in the list.
func newPolicies(s *Settings) (*policies, error) {
	if s.Redaction == nil {
		return nil, nil
	}
	identityKeys, contentKeys := redact.IdentityKeysOf(s.CustomDialects), redact.ContentKeysOf(s.CustomDialects)
	all := []redact.Settings{*s.Redaction}
	for _, p := range s.Policies {
		all = append(all, p.Redaction)
	}
	for i := range all {
		all[i].IdentityKeys, all[i].ContentKeys = identityKeys, contentKeys
	}
	var words []string
	if s.RedactAll {
		words = []string{"scope: all"}
	}
	if len(s.Policies) == 0 {
		base, err := newPolicy(PolicyBase, "", all[0], redact.Fingerprint(words, all[0]))
		if err != nil {
			return nil, err
		}
		return &policies{otherwise: base}, nil
	}
	p := &policies{}
	var err error
	if p.otherwise, err = newPolicy(PolicyStrictest, PolicyStrictest+":", redact.Strictest(all...), redact.Fingerprint(words, all...)); err != nil {
		return nil, err
	}
	for i := range s.Policies {
		if err := p.add(&s.Policies[i], all[i+1], redact.Fingerprint(words, all[i+1])); err != nil {
			return nil, fmt.Errorf("policies[%d]: %w", i, err)
		}
	}
	return p, nil
}

func newPolicy(name, prefix string, s redact.Settings, fingerprint string) (*policy, error) {
	redactor, err := redact.New(s)
	if err != nil {
		return nil, err
	}
	return &policy{name: name, applied: prefix + fingerprint, redactor: redactor, monitoring: s.Mode == redact.Monitor}, nil
}

func (p *policies) add(of *Policy, s redact.Settings, fingerprint string) error {
	compiled, err := newPolicy(of.Name, of.Name+":", s, fingerprint)
	if err != nil {
		return err
	}
	c := conditional{policy: compiled, client: none, values: make(map[string]struct{}, len(of.Values))}
	for _, value := range of.Values {
		if value != "" { // what a source without a text has
			c.values[value] = struct{}{}
		}
	}
	if of.Source == FromResource {
		c.resource = of.Key
	} else {
		source := clientSource{of.Source, of.Key}
		if c.client = slices.Index(p.clients, source); c.client == none {
			c.client = len(p.clients)
			p.clients = append(p.clients, source)
		}
	}
	p.list = append(p.list, c)
	return nil
}

// ofClient appends what is known of the client of a batch to texts, one for each of p.clients.
func (p *policies) ofClient(ctx context.Context, texts []clientText) []clientText {
	if p == nil || len(p.clients) == 0 {
		return texts
	}
	info := client.FromContext(ctx)
	for _, source := range p.clients {
		texts = append(texts, source.read(&info))
	}
	return texts
}

// read returns nothing where an authenticator panics: then the strictest policy holds.
func (s clientSource) read(info *client.Info) (of clientText) {
	if s.source == FromClientMetadata {
		return clientText{texts: info.Metadata.Get(s.key)}
	}
	if info.Auth == nil {
		return of
	}
	defer func() {
		if recover() != nil {
			of = clientText{}
		}
	}()
	switch value := info.Auth.GetAttribute(s.key).(type) {
	case string:
		of.text = value
	case []string:
		of.texts = value
	}
	return of
}

// choose returns the policy for a resource in a batch of the client. It allocates nothing.
func (p *policies) choose(resource pcommon.Map, of []clientText) *policy {
	if p == nil {
		return nil
	}
	for i := range p.list {
		if c := &p.list[i]; c.matches(resource, of) {
			return c.policy
		}
	}
	return p.otherwise
}

func (c *conditional) matches(resource pcommon.Map, of []clientText) bool {
	if c.client != none {
		return c.matchesClient(&of[c.client])
	}
	value, ok := resource.Get(c.resource)
	return ok && value.Type() == pcommon.ValueTypeStr && c.has(value.Str())
}

// matchesClient: where there are several texts, one of them may be of the client's own making beside that of a proxy.
func (c *conditional) matchesClient(of *clientText) bool {
	if len(of.texts) == 0 {
		return c.has(of.text)
	}
	for _, text := range of.texts {
		if !c.has(text) {
			return false
		}
	}
	return true
}

func (c *conditional) has(text string) bool {
	_, found := c.values[text]
	return found
}

// redactor returns nil where nothing is redacted.
func (from *origin) redactor() *redact.Redactor {
	if from.policy == nil {
		return nil
	}
	return from.policy.redactor
}
