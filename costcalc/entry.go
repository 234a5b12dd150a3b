package costcalc

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Entry is one entry of a user's own price table, as written: texts, not yet checked. A call gets the prices of the first entry that is
// for it; entries that match a name exactly come before those that match a pattern, and both before the embedded table.
//
// All texts are compared without regard to case.
type Entry struct {
	// Name says in results where a price came from. Empty: what Match says.
	Name string `json:"name,omitempty"`
	// Provider narrows the entry to calls of a provider: its id in the embedded table, an alias, or any other name. Empty: any.
	Provider string `json:"provider,omitempty"`
	// Match says which models the entry is for.
	Match Match `json:"match"`
	// From and To are when the prices hold, From inclusive and To exclusive: a day such as 2026-01-31, which begins at midnight UTC, or a
	// time such as 2026-01-31T16:00:00Z. Empty: no bound.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	// When narrows the entry to calls with certain facets, or at certain hours.
	When When `json:"when,omitzero"`
	// Currency is the ISO 4217 code of the prices' currency. Empty: USD.
	Currency string `json:"currency,omitempty"`
	// SameAs is an entry of the embedded table, "provider/model", whose prices are used, with its dates, tiers and facets.
	SameAs string `json:"same_as,omitempty"`
	// Multiplier applies to every part of the cost: "0.85" is a discount of 15 %. Empty: 1.
	Multiplier string `json:"multiplier,omitempty"`
	// Prices are by price key, such as input_mtok. Empty but not nil: the model is free. Exactly one of SameAs and Prices is given.
	Prices map[string]TieredPrice `json:"prices,omitempty"`
}

// Match is a condition on the name of a model, of which exactly one field is set. Names are compared in lower case, as they were reported
// and without the path in front of them ("models/", "publishers/google/models/", the ARN of a Bedrock foundation model or inference profile).
type Match struct {
	Equals     string `json:"equals,omitempty"`
	StartsWith string `json:"starts_with,omitempty"`
	EndsWith   string `json:"ends_with,omitempty"`
	Contains   string `json:"contains,omitempty"`
	// Glob is a whole name in which * stands for any text and ? for any character.
	Glob string `json:"glob,omitempty"`
	// Regex is RE2 that matches anywhere in the name, unless anchored. It may hold upper case, too.
	Regex string `json:"regex,omitempty"`
	// Any matches every name.
	Any bool `json:"any,omitempty"`
	// AnyOf matches where one of its conditions does.
	AnyOf []Match `json:"any_of,omitempty"`
}

// When is a condition on everything but the name; empty fields ask for nothing. Values of one field are alternatives.
type When struct {
	ServiceTier []string `json:"service_tier,omitempty"`
	Speed       []string `json:"speed,omitempty"`
	Geo         []string `json:"geo,omitempty"`
	Region      []string `json:"region,omitempty"`
	// Batch asks for calls of a batch.
	Batch bool `json:"batch,omitempty"`
	// TimeOfDay is a part of the day such as "16:30-00:30", its end exclusive.
	TimeOfDay string `json:"time_of_day,omitempty"`
	// Weekdays are days such as "mon".
	Weekdays []string `json:"weekdays,omitempty"`
	// TZ is the time zone of TimeOfDay and Weekdays, an IANA name such as "Asia/Shanghai". Empty: UTC.
	TZ string `json:"tz,omitempty"`
}

// maxPatternBytes is the longest pattern that a user's table may have.
const maxPatternBytes = 1024

// text returns the condition as one reads it, such as "starts_with gpt-4o".
func (m *Match) text() string {
	for _, f := range m.fields() {
		if f.value != "" {
			return f.name + " " + f.value
		}
	}
	if len(m.AnyOf) > 0 {
		texts := make([]string, len(m.AnyOf))
		for i := range m.AnyOf {
			texts[i] = m.AnyOf[i].text()
		}
		return strings.Join(texts, " or ")
	}
	return "any"
}

type matchField struct {
	name, value string
	operator    operator
}

func (m *Match) fields() []matchField {
	return []matchField{
		{"equals", m.Equals, opEquals}, {"starts_with", m.StartsWith, opStartsWith}, {"ends_with", m.EndsWith, opEndsWith},
		{"contains", m.Contains, opContains}, {"glob", m.Glob, opRegex}, {"regex", m.Regex, opRegex},
	}
}

// compile compiles a condition of at most so many levels.
func (m *Match) compile(levels int) (c clause, err error) {
	set := 0
	for _, f := range m.fields() {
		if f.value == "" {
			continue
		}
		set++
		if len(f.value) > maxPatternBytes {
			return clause{}, fmt.Errorf("%s: expected at most %d bytes, found %d", f.name, maxPatternBytes, len(f.value))
		}
		c = clause{operator: f.operator, text: normalise(f.value)}
		if c.text == "" {
			return clause{}, fmt.Errorf("%s: expected text, found only space", f.name)
		}
		switch f.name {
		case "glob":
			c.pattern, err = regexp.Compile(globPattern(normalise(f.value)))
		case "regex":
			if _, err = regexp.Compile(f.value); err == nil { // its error quotes the pattern as it stands
				c.pattern, err = regexp.Compile("(?i)" + f.value) // names are in lower case
			}
		}
		if err != nil {
			return clause{}, fmt.Errorf("%s: expected a pattern of RE2: %w", f.name, err)
		}
	}
	if m.Any {
		set++
		c = clause{operator: opAlways}
	}
	if len(m.AnyOf) > 0 {
		set++
		if levels <= 1 {
			return clause{}, fmt.Errorf("any: expected at most %d levels of conditions", clauseDepth)
		}
		c = clause{operator: opOr, operands: make([]clause, len(m.AnyOf))}
		for i := range m.AnyOf {
			if c.operands[i], err = m.AnyOf[i].compile(levels - 1); err != nil {
				return clause{}, fmt.Errorf("any[%d]: %w", i, err)
			}
		}
	}
	if set != 1 {
		return clause{}, fmt.Errorf("expected one of equals, starts_with, ends_with, contains, glob, regex and any, found %d", set)
	}
	return c, nil
}

// globPattern returns the regular expression of a glob.
func globPattern(glob string) string {
	return "^" + strings.NewReplacer(`\*`, `.*`, `\?`, `.`).Replace(regexp.QuoteMeta(glob)) + "$"
}

// compile returns the conditions on facets and on the time of day.
func (w *When) compile() (cs conditions, at window, err error) {
	lists := [facetCount][]string{facetServiceTier: w.ServiceTier, facetSpeed: w.Speed, facetGeo: w.Geo, facetRegion: w.Region}
	if w.Batch {
		lists[facetBatch] = []string{"true"}
	}
	for f, list := range lists {
		c := condition{facet: facet(f)} //nolint:gosec // one of facetCount
		for _, value := range list {
			if value = normalise(value); value == "" {
				return nil, at, fmt.Errorf("%s: expected values, found an empty one", facetNames[f])
			}
			if facet(f) == facetServiceTier && value == batchTier { //nolint:gosec // one of facetCount
				return nil, at, errors.New("service_tier: expected batch: true in its place, found batch")
			}
			c.values = append(c.values, value)
			c.standard = c.standard || slices.Contains(standardValues[f], value)
		}
		if c.values != nil {
			cs = append(cs, c)
		}
	}
	if w.TimeOfDay != "" {
		at.set = true
		if at.start, at.end, err = parseTimeOfDay(w.TimeOfDay); err != nil {
			return nil, at, fmt.Errorf("time_of_day: %w", err)
		}
	}
	if at.days, err = parseWeekdays(w.Weekdays); err != nil {
		return nil, at, fmt.Errorf("weekdays: %w", err)
	}
	if w.TZ == "" {
		return cs, at, nil
	}
	if !at.set && at.days == 0 {
		return nil, at, errors.New("tz: expected time_of_day or weekdays beside it, found neither")
	}
	if at.zone, err = time.LoadLocation(w.TZ); err != nil {
		return nil, at, fmt.Errorf("tz: expected the name of a time zone that this machine knows, such as Asia/Shanghai, found %q", w.TZ)
	}
	return cs, at, nil
}

// parseBound parses the beginning or end of the time in which a price holds; none is no bound.
func parseBound(text string) (at time.Time, err error) {
	if text == "" {
		return at, nil
	}
	if at, err = time.Parse(time.DateOnly, text); err == nil {
		return at, nil
	}
	if at, err = time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	return at, fmt.Errorf("expected a day such as 2026-01-31 or a time such as 2026-01-31T16:00:00Z, found %q", text)
}
