package costcalc

import (
	"regexp"
	"strings"
)

// provider is a provider of the table.
type provider struct {
	id       string
	api      *regexp.Regexp // on the URL of a call, anchored at its start
	names    clause         // on names of the provider other than its id and aliases
	owns     clause         // on models that are this provider's own, for calls whose provider isn't known
	models   []model        // the first match wins
	fallback []*provider    // whose models this provider also serves at the same prices, one level deep
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
	if t.selfHosted[name] || isPrivateHost(hostOf(server)) {
		return party{selfHosted: true}
	}
	if name == "" || t.notProviders[name] {
		return party{}
	}
	p := t.providerByName(name)
	return party{provider: p, foreign: p == nil}
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

// find returns the first model of the provider that matches name, else the first of its fallback providers, else nil.
func (p *provider) find(name string) *model {
	if m := p.findOwn(name); m != nil {
		return m
	}
	for _, other := range p.fallback {
		if m := other.findOwn(name); m != nil {
			return m
		}
	}
	return nil
}

func (p *provider) findOwn(name string) *model {
	for i := range p.models {
		if p.models[i].match.matches(name) {
			return &p.models[i]
		}
	}
	return nil
}
