package main

import (
	"fmt"
	"slices"
	"strings"
)

// totals sums up a trace. Tokens are those of records with the role own, so
// that what an agent repeats of its calls counts once.
type totals struct {
	spans, genAI, logs, failed int
	services                   int
	inputTokens, outputTokens  int64
	cacheReadTokens            int64
	priced                     int
	amounts                    map[string]float64 // by currency, never added up
	unpriced                   findings           // by reason
	findings                   findings
	repeated                   bool // some usage is shown in brackets
}

func sumUp(t trace) totals {
	sum := totals{amounts: map[string]float64{}, unpriced: findings{}, findings: findings{}}
	services := map[string]bool{}
	for _, r := range t.records {
		sum.add(r)
		services[r.service] = true
	}
	sum.services = len(services)
	return sum
}

func (s *totals) add(r record) {
	if r.isLog {
		s.logs++
	} else {
		s.spans++
	}
	if r.genAI && !r.isLog {
		s.genAI++
	}
	if r.failed {
		s.failed++
	}
	if r.role == roleOwn {
		s.inputTokens += r.usage.input
		s.outputTokens += r.usage.output
		s.cacheReadTokens += r.usage.cacheRead
	}
	s.repeated = s.repeated || r.countsElsewhere()
	if r.cost.priced {
		s.priced++
		s.amounts[r.cost.currency] += r.cost.amount
	}
	if r.unpriced != "" {
		s.unpriced[r.unpriced]++
	}
	for entity, n := range r.findings {
		s.findings[entity] += n
	}
}

// costs lists the sums, US dollars first.
func (s totals) costs() []string {
	var currencies []string
	for currency := range s.amounts {
		currencies = append(currencies, currency)
	}
	slices.SortFunc(currencies, func(a, b string) int {
		if c := compareBool(a != currencyUSD, b != currencyUSD); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for i, currency := range currencies {
		currencies[i] = cost{priced: true, amount: s.amounts[currency], currency: currency}.String()
	}
	return currencies
}

// size says how much a trace holds.
func (s totals) size() string {
	var parts []string
	if s.spans > 0 {
		parts = append(parts, plural(s.spans, "span"))
	}
	if s.genAI > 0 {
		parts = append(parts, fmt.Sprintf("%d GenAI", s.genAI))
	}
	if s.failed > 0 {
		parts = append(parts, plural(s.failed, "error"))
	}
	if s.logs > 0 {
		parts = append(parts, plural(s.logs, "log"))
	}
	return strings.Join(parts, ", ")
}

// tokens shows a sum, or nothing where nothing was counted.
func (s totals) tokens(sum int64) string {
	if sum == 0 {
		return ""
	}
	return thousands(sum)
}

// pricedCalls says for how many calls the cost is, and how many have none.
func (s totals) pricedCalls() string {
	if s.priced == 0 && len(s.unpriced) == 0 {
		return ""
	}
	text := fmt.Sprintf("%d priced", s.priced)
	if n := s.unpriced.total(); n > 0 {
		text += fmt.Sprintf(", %d not", n)
	}
	return text
}
