package costcalc

import (
	"encoding/json"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"time"
)

// naiveOwn is a table with a user's entries before it.
type naiveOwn struct {
	*naiveTable
	entries []object          // as JSON
	aliases map[string]string // provider's name → id
}

func newNaiveOwn(table *naiveTable, o Overrides) *naiveOwn {
	data, err := json.Marshal(o.Entries)
	own := &naiveOwn{naiveTable: table, aliases: map[string]string{}}
	if err == nil {
		err = json.Unmarshal(data, &own.entries)
	}
	if err != nil {
		panic(err)
	}
	for alias, id := range o.Providers {
		own.aliases[lower(alias)] = id
	}
	return own
}

// paid returns the provider of the table that a name means, nil if none, and what to call it.
func (n *naiveOwn) paid(name string) (p object, called string) {
	if id, ok := n.aliases[lower(name)]; ok {
		name = id
	}
	if p = n.provider(name); p != nil {
		return p, str(p, "id")
	}
	return nil, lower(name)
}

// price prices a call that names its provider and no host.
func (n *naiveOwn) price(c Call) naiveBill {
	paid, called := n.paid(c.Provider)
	facets := naiveFacets(c.Facets)
	for _, exact := range []bool{true, false} {
		for _, name := range []string{c.ResponseModel, c.RequestModel} {
			for _, e := range n.entries {
				_, equals := sub(e, "match")["equals"]
				if equals == exact && name != "" && n.isFor(e, called, name, c.Time, facets) {
					return n.entryPrice(e, called, c.Time, facets, c.Usage)
				}
			}
		}
	}
	for _, name := range []string{c.ResponseModel, c.RequestModel} {
		if name == "" || paid == nil {
			continue
		}
		for _, spelling := range []string{lower(name), naiveBare(name)} {
			if seller, model := n.model(paid, spelling); model != nil {
				return n.tablePrice(paid, seller, model, c.Time, facets, c.Usage, big.NewRat(1, 1))
			}
		}
		if strings.HasPrefix(lower(name), "ft:") {
			break // a fine-tuned model that answered isn't the one that was asked for
		}
	}
	return naiveBill{reason: true}
}

func naiveBare(name string) string { return strings.TrimPrefix(lower(name), "models/") }

// isFor says whether an entry is for a call.
func (n *naiveOwn) isFor(e object, called, name string, at time.Time, facets map[string]string) bool {
	if provider := str(e, "provider"); provider != "" {
		if _, wanted := n.paid(provider); wanted != called {
			return false
		}
	}
	match := sub(e, "match")
	return (naiveOwnMatch(match, lower(name)) || naiveOwnMatch(match, naiveBare(name))) &&
		naiveSince(str(e, "from"), at) && (str(e, "to") == "" || at.Before(naiveTime(str(e, "to")))) && naiveOwnWhen(sub(e, "when"), at, facets)
}

// naiveOwnMatch says whether a user's condition on names holds.
func naiveOwnMatch(match object, name string) bool {
	if every, _ := match["any"].(bool); every {
		return true
	}
	if glob := str(match, "glob"); glob != "" {
		return naiveGlob(lower(glob), name)
	}
	if pattern := str(match, "regex"); pattern != "" {
		return regexp.MustCompile("(?i)" + pattern).MatchString(name)
	}
	for _, alternative := range list(match, "any_of") {
		if naiveOwnMatch(alternative.(object), name) {
			return true
		}
	}
	return naiveMatch(match, name)
}

func naiveGlob(glob, name string) bool {
	switch {
	case glob == "":
		return name == ""
	case glob[0] == '*':
		return naiveGlob(glob[1:], name) || name != "" && naiveGlob(glob, name[1:])
	}
	return name != "" && (glob[0] == '?' || glob[0] == name[0]) && naiveGlob(glob[1:], name[1:])
}

// naiveOwnWhen says whether a user's conditions on everything but the name hold.
func naiveOwnWhen(when object, at time.Time, facets map[string]string) bool {
	for _, name := range []string{"service_tier", "speed", "geo", "region"} {
		values := list(when, name)
		if values == nil {
			continue
		}
		holds := false
		for _, value := range values {
			f := Facets{}
			*map[string]*string{"service_tier": &f.ServiceTier, "speed": &f.Speed, "geo": &f.Geo, "region": &f.Region}[name] = value.(string)
			holds = holds || naiveFacets(f)[name] == facets[name] // that of a standard value is what a call without the facet has
		}
		if !holds {
			return false
		}
	}
	if batch, _ := when["batch"].(bool); batch && facets["batch"] == "" {
		return false
	}
	zone, err := time.LoadLocation(str(when, "tz"))
	if err != nil {
		panic(err)
	}
	local := at.In(zone)
	if start, end, limited := strings.Cut(str(when, "time_of_day"), "-"); limited && !naiveWithin(local.Format("15:04"), start, end) {
		return false
	}
	days := list(when, "weekdays")
	return days == nil || slices.ContainsFunc(days, func(day any) bool { return lower(day.(string)) == lower(local.Format("Mon")) })
}

// entryPrice prices a call by a user's entry.
func (n *naiveOwn) entryPrice(e object, called string, at time.Time, facets map[string]string, usage Usage) (bill naiveBill) {
	factor := big.NewRat(1, 1)
	if m := str(e, "multiplier"); m != "" {
		factor = rat(m)
	}
	// A facet that the entry asks for is in its price.
	rest := map[string]string{}
	asked := false
	for name, value := range facets {
		if _, in := sub(e, "when")[name]; in {
			asked = true
		} else {
			rest[name] = value
		}
	}
	if same := str(e, "same_as"); same != "" {
		lender, name, _ := strings.Cut(same, "/")
		p := n.provider(lender)
		seller, model := n.model(p, name)
		bill = n.tablePrice(p, seller, model, at, rest, usage, factor)
	} else {
		bill = naiveSum(naiveSplit(usage, sub(e, "prices")), sub(e, "prices"), big.NewRat(1, 1), factor)
		bill.currency = "USD"
		if currency := str(e, "currency"); currency != "" {
			bill.currency = currency
		}
		delete(rest, "region")
		if len(rest) > 0 {
			bill.flags |= FlagUnknownFacet
		}
	}
	if asked {
		bill.flags |= FlagFacetPrice
	}
	bill.provider, bill.model, bill.override = called, str(e, "name"), true
	return bill
}
