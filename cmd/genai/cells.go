package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// smallestShown is the least amount that six decimals can show.
const smallestShown = 0.000001

// String shows six decimals; a smaller amount is never shown as zero.
func (c cost) String() string {
	if !c.priced {
		return ""
	}
	unit := "$"
	if c.currency != currencyUSD {
		unit = c.currency + " "
	}
	if c.amount > 0 && c.amount < smallestShown {
		return "<" + unit + "0.000001"
	}
	return fmt.Sprintf("%s%.6f", unit, c.amount)
}

// tokens shows a count; in brackets where another record has it already.
func (r record) tokens(count int64) string {
	if !r.usage.reported || count == 0 {
		return ""
	}
	if r.countsElsewhere() {
		return "(" + thousands(count) + ")"
	}
	return thousands(count)
}

// countsElsewhere tells whether the usage repeats what other records report:
// an agent's sum, a wrapper's copy, a server's view of its client's call.
func (r record) countsElsewhere() bool {
	return r.usage.reported && r.role != "" && r.role != roleOwn
}

// thousands writes 12345 as 12,345.
func thousands(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// words lists the findings, the most frequent first: EMAIL×2, PHONE×1.
func (f findings) words() []string {
	entities := make([]string, 0, len(f))
	for entity := range f {
		entities = append(entities, entity)
	}
	slices.SortFunc(entities, func(a, b string) int {
		return cmp.Or(cmp.Compare(f[b], f[a]), cmp.Compare(a, b))
	})
	for i, entity := range entities {
		entities[i] = fmt.Sprintf("%s×%d", printable(entity), f[entity])
	}
	return entities
}
