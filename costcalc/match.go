package costcalc

import "strings"

// maxNameBytes is the longest name that is looked up. The longest real ones, resource names of clouds, have some 200 bytes.
const maxNameBytes = 512

// match is the answer for one combination of names: a price entry and how it was found, or the reason why there is none. It is immutable.
type match struct {
	provider *provider
	model    *model
	lender   *provider // whose entry it is: provider, or one that it falls back to
	flags    Flags
	reason   Reason
	// multipliers are the provider's rules for the entry.
	multipliers []*multiplier
	// overrides are the user's entries for the names, in the order of the table.
	overrides []*override
	// region is that of the host, payer the id of whoever serves the call, or its name where the table doesn't have it.
	region, payer string
}

// with returns m with flags added.
func (m match) with(flags Flags) match {
	m.flags |= flags
	return m
}

// matches are the answers for the names of one call, the model that answered first.
type matches struct {
	of [2]*match
	n  int
}

// match looks a call's names up: the model that answered, and the one that was asked for.
func (t *Table) match(c *Call) (ms matches) {
	for i, name := range [...]string{c.ResponseModel, c.RequestModel} {
		if name == "" || i > 0 && name == c.ResponseModel {
			continue
		}
		ms.of[ms.n] = t.remember(names{provider: c.Provider, server: c.ServerAddress, model: name})
		ms.n++
	}
	return ms
}

// entry returns the answer that counts as far as the embedded table goes: that for the model that answered, else for the one that was
// asked for, else the first one's reason.
func (ms *matches) entry() *match {
	for _, m := range ms.of[:ms.n] {
		if m.reason == "" || m.reason == ReasonFineTune {
			return m // a fine-tuned model that answered isn't the model that was asked for
		}
	}
	if ms.n == 0 {
		return &nameless
	}
	return ms.of[0]
}

// nameless is the answer for a call without a model's name.
var nameless = match{reason: ReasonNoModel}

// lookUpNames finds everything that depends on the names only.
func (t *Table) lookUpNames(n names) *match {
	m := t.resolve(n)
	m.region, m.payer = regionOf(n.server), t.payer(n)
	if m.payer == "" && m.provider != nil {
		m.payer = m.provider.id // told from the model's name
	}
	m.overrides = t.overridesFor(n.model, m.payer)
	if m.model != nil {
		m.multipliers = m.provider.multipliersFor(m.model)
	}
	return &m
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
	if m, lender := p.find(name); m != nil {
		return match{provider: p, model: m, lender: lender}
	}
	if dashed, ok := withDashedDates(name); ok {
		if m, lender := p.find(dashed); m != nil {
			return match{provider: p, model: m, lender: lender, flags: FlagDateNormalised}
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
