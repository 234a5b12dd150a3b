package costcalc

import (
	"regexp"
	"strings"
)

// provider is a provider of the table.
type provider struct {
	id          string
	api         *regexp.Regexp // on the URL of a call, anchored at its start
	names       clause         // on names of the provider other than its id and aliases
	owns        clause         // on models that are this provider's own, for calls whose provider isn't known
	models      []model        // the first match wins
	multipliers []multiplier
	fallback    []*provider // whose models this provider also serves at the same prices, one level deep
}

// party is what is known of who served a call.
type party struct {
	provider   *provider // nil: not known
	certain    bool      // told from the host, not only from a name that client libraries also use for others
	selfHosted bool
	foreign    bool // a provider is named, but the table doesn't have it
}

// party tells who served a call from the name of its provider and the host, both normalised. A host of the table decides: many
// providers are called through another one's client library, which then writes the other one's name.
func (t *Table) party(name, server string) party {
	if server != "" {
		if p := t.providerByServer(server); p != nil {
			return party{provider: p, certain: true}
		}
	}
	if p := t.aliases[name]; p != nil {
		return party{provider: p}
	}
	if t.selfHosted[name] || isPrivateHost(hostOf(server)) {
		return party{selfHosted: true}
	}
	if name == "" || t.notProviders[name] {
		return party{}
	}
	if p := t.providerByName(name); p != nil {
		return party{provider: p}
	}
	p := t.providerByServer(name) // some write the host where the provider's name belongs (comet-ml/opik#7772)
	return party{provider: p, certain: p != nil, foreign: p == nil}
}

// payer returns the id of whoever served a call, or the name that was reported where the table doesn't have it.
func (t *Table) payer(n names) string {
	name, server := normalise(n.provider), normalise(n.server)
	if p := t.party(name, server).provider; p != nil {
		return p.id
	}
	if p := t.providerByName(name); p != nil && !t.notProviders[name] {
		return p.id // behind a host of the caller's own
	}
	return name
}

// providerByName returns the provider of that id or alias, in full or up to the first dot ("groq.chat"), else the first one whose
// provider_match holds, else nil.
func (t *Table) providerByName(name string) *provider {
	if p := t.byName[name]; p != nil {
		return p
	}
	if first, _, dotted := strings.Cut(name, "."); dotted {
		if p := t.byName[first]; p != nil {
			return p
		}
	}
	for _, p := range t.providers {
		if p.names.matches(name) {
			return p
		}
	}
	return nil
}

// providerByServer returns the first provider whose api_pattern holds, or nil.
func (t *Table) providerByServer(server string) *provider {
	url := server
	if !strings.Contains(server, "://") {
		url = "https://" + strings.TrimSuffix(server, ":443")
	}
	for _, p := range t.providers {
		if p.api.MatchString(url) {
			return p
		}
	}
	return nil
}

// find returns the first model of the provider that matches name, else the first of its fallback providers, else nil. lender is whose it is.
func (p *provider) find(name string) (m *model, lender *provider) {
	if m = p.findOwn(name); m != nil {
		return m, p
	}
	for _, other := range p.fallback {
		if m = other.findOwn(name); m != nil {
			return m, other
		}
	}
	return nil, nil
}

func (p *provider) findOwn(name string) *model {
	for i := range p.models {
		if p.models[i].match.matches(name) {
			return &p.models[i]
		}
	}
	return nil
}

// entry returns the provider's price entry of that id, else the one that a model of that name gets, else nil. own says that it is the
// provider's, not that of one that it falls back to.
func (p *provider) entry(name string) (m *model, own bool) {
	for i := range p.models {
		if normalise(p.models[i].id) == name {
			return &p.models[i], true
		}
	}
	found := p.look(name)
	return found.model, found.lender == p
}

// multipliersFor returns the provider's rules for a price entry.
func (p *provider) multipliersFor(m *model) (list []*multiplier) {
	for i := range p.multipliers {
		if rule := &p.multipliers[i]; rule.isFor(m.id) {
			list = append(list, rule)
		}
	}
	return list
}
