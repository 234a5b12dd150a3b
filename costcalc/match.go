package costcalc

import "strings"

// maxNameBytes is the longest name that is looked up. The longest real ones, resource names of clouds, have some 200 bytes.
const maxNameBytes = 512

// match is the answer for one combination of names: a price entry and how it was found, or the reason why there is none.
type match struct {
	provider *provider
	model    *model
	flags    Flags
	reason   Reason
}

// with returns m with flags added.
func (m match) with(flags Flags) match {
	m.flags |= flags
	return m
}

// match finds the price entry for a call: by the model that answered, else by the one that was asked for.
func (t *Table) match(c *Call) match {
	var first match
	for _, name := range [...]string{c.ResponseModel, c.RequestModel} {
		if name == "" {
			continue
		}
		m := t.remember(names{provider: c.Provider, server: c.ServerAddress, model: name})
		if m.reason == "" || m.reason == ReasonFineTune {
			return m // a fine-tuned model that answered isn't the model that was asked for
		}
		if first.reason == "" {
			first = m
		}
	}
	if first.reason == "" {
		first.reason = ReasonNoModel
	}
	return first
}

// resolve finds the price entry for names as they were reported.
func (t *Table) resolve(n names) match {
	if len(n.model) > maxNameBytes || len(n.provider) > maxNameBytes || len(n.server) > maxNameBytes {
		return match{reason: ReasonUnknownModel}
	}
	name := normalise(n.model)
	if name == "" {
		return match{reason: ReasonNoModel}
	}
	who := t.party(normalise(n.provider), normalise(n.server))
	if prefix, _, ok := strings.Cut(name, "/"); who.selfHosted || (ok && !who.certain && t.selfHosted[prefix]) {
		return match{reason: ReasonSelfHosted}
	}
	m := t.resolveFor(who, name)
	switch {
	case m.model != nil && isFineTuneEntry(name, m.model.id):
		return m
	case isFineTune(name):
		return match{reason: ReasonFineTune}
	}
	return m
}

// resolveFor tries the forms in which a name is written, the plainest first: as it is, without its path, without its date.
func (t *Table) resolveFor(who party, name string) match {
	m := t.resolveRoute(who, name)
	if m.model != nil {
		return m
	}
	var flags Flags
	if bare, host := barePath(name); bare != name {
		if p := t.byName[host]; p != nil && who.provider == nil {
			who.provider, flags = p, FlagProviderFromModel
		}
		name = bare
		if m = t.resolveRoute(who, name); m.model != nil {
			return m.with(flags)
		}
	}
	if dateless, ok := withoutDate(name); ok && !isFineTune(name) {
		if again := t.resolveRoute(who, dateless); again.model != nil {
			return again.with(flags | FlagDateNormalised)
		}
	}
	return m
}

// resolveRoute tries a name as it is, then without a routing suffix.
func (t *Table) resolveRoute(who party, name string) match {
	m := t.lookUp(who, name)
	if m.model != nil {
		return m
	}
	if peeled, ok := withoutRouteSuffix(name); ok {
		if again := t.lookUp(who, peeled); again.model != nil {
			return again.with(FlagRouteSuffix)
		}
	}
	return m
}

// lookUp finds the entry for one form of a name. Where the provider isn't certain, a name such as "bedrock/amazon.nova-pro-v1:0" may
// say whose model it is.
func (t *Table) lookUp(who party, name string) match {
	if who.foreign {
		return match{reason: ReasonUnknownModel}
	}
	if who.provider != nil {
		if m := who.provider.look(name); m.model != nil {
			return m
		}
	}
	if m := t.lookUpPrefixed(who, name); m.model != nil {
		return m
	}
	if who.provider != nil {
		return match{reason: ReasonUnknownModel}
	}
	return t.lookUpOwned(name)
}

// look finds the provider's entry for name, as it is or with its date written with dashes.
func (p *provider) look(name string) match {
	if m := p.find(name); m != nil {
		return match{provider: p, model: m}
	}
	if dashed, ok := withDashedDates(name); ok {
		if m := p.find(dashed); m != nil {
			return match{provider: p, model: m, flags: FlagDateNormalised}
		}
	}
	return match{reason: ReasonUnknownModel}
}

// genericProvider is the provider whose client library speaks to everybody, so that its name says little without its host.
const genericProvider = "openai"

// lookUpPrefixed finds the entry for a name of the form provider/model. The prefix must agree with what is known.
func (t *Table) lookUpPrefixed(who party, name string) match {
	prefix, rest, ok := strings.Cut(name, "/")
	named := t.byName[prefix]
	if !ok || named == nil || rest == "" {
		return match{reason: ReasonUnknownModel}
	}
	known := who.provider
	if known != nil && known != named && (who.certain || known.id != genericProvider) {
		return match{reason: ReasonUnknownModel}
	}
	if known == named {
		return named.look(rest)
	}
	return named.look(rest).with(FlagProviderFromModel)
}

// lookUpOwned finds the entry for a name whose provider isn't known: that of the one provider whose own model it is.
func (t *Table) lookUpOwned(name string) match {
	if isBedrockName(name) {
		if m := t.byName["aws"].look(name); m.model != nil {
			return m.with(FlagProviderFromModel)
		}
	}
	var owner *provider
	for _, p := range t.providers {
		if !p.owns.matches(name) {
			continue
		}
		if owner != nil {
			return match{reason: ReasonAmbiguousProvider}
		}
		owner = p
	}
	if owner != nil {
		return owner.look(name).with(FlagProviderFromModel)
	}
	if t.sellers(name) > 1 {
		return match{reason: ReasonAmbiguousProvider}
	}
	return match{reason: ReasonUnknownModel}
}

// sellers returns how many providers have an entry of their own for name.
func (t *Table) sellers(name string) (n int) {
	for _, p := range t.providers {
		if p.findOwn(name) != nil {
			n++
		}
	}
	return n
}
