package costcalc

import (
	"fmt"
	"strings"
	"time"
)

// earlier are the entries of a list that come before the next one, by the models and the provider that they are for. Entries are compared
// only with those that may take their calls, so that a long list takes no longer by the square of its length.
type earlier map[calls][]turn

// calls are the models of a provider, the latter empty for any.
type calls struct{ provider, match string }

// turn is when, and for which facets and hours, an entry holds.
type turn struct {
	index    int
	from, to time.Time // zero: no bound
	when     string    // empty: for all calls
}

// everyModel is the key of a match that holds for all names.
var everyModel = (&clause{operator: opAlways}).key()

// add refuses an entry that no call gets to, because an entry before it takes them all, or whose turn depends on the order of overlapping
// dates; else the entry is one of the earlier ones from now on. An entry before it is seen where it is for the same models or for all, and
// for the same provider or for any.
func (e earlier) add(o *override, index int) error {
	next := turn{index: index, from: o.from, to: o.to, when: joined(o.when.text(), o.window.text())}
	own := calls{o.provider, o.match.key()}
	for i := range e[own] {
		if b := &e[own][i]; b.when == next.when && b.overlaps(&next) {
			return fmt.Errorf("expected from and to that don't overlap with those of prices[%d], which is for the same calls", b.index)
		}
	}
	wider := []calls{own, {"", own.match}}
	if !o.exact() { // an exact name has its turn before all models, wherever it stands
		wider = append(wider, calls{o.provider, everyModel}, calls{"", everyModel})
	}
	for _, key := range wider {
		for i := range e[key] {
			if b := &e[key][i]; (b.when == "" || b.when == next.when) && b.covers(&next) {
				return fmt.Errorf("expected it before prices[%d], which takes all of its calls", b.index)
			}
		}
	}
	e[own] = append(e[own], next)
	return nil
}

func (t *turn) overlaps(other *turn) bool {
	return (t.to.IsZero() || other.from.Before(t.to)) && (other.to.IsZero() || t.from.Before(other.to))
}

// covers reports whether t holds whenever other does.
func (t *turn) covers(other *turn) bool {
	return !t.from.After(other.from) && (t.to.IsZero() || !other.to.IsZero() && !t.to.Before(other.to))
}

// key is the same for clauses that say the same in the same words.
func (c *clause) key() string {
	var b strings.Builder
	text := c.text
	if c.pattern != nil {
		text = c.pattern.String()
	}
	fmt.Fprintf(&b, "%d %q", c.operator, text)
	for i := range c.operands {
		b.WriteString("(" + c.operands[i].key() + ")")
	}
	return b.String()
}
