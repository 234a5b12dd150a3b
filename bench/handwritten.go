package main

import (
	"strconv"
	"strings"

	"github.com/wasilibs/go-re2"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// re2Subject replaces what one expression finds in all text of the spans that are GenAI's. No processor does that; it is what one could
// write in a day.
func re2Subject() (subject, error) {
	expression, err := re2.Compile(alternation())
	if err != nil {
		return subject{}, err
	}
	out := &sink{}
	return subject{
		name: nameRE2Loop, redacts: true, on: withContent,
		run: func(td ptrace.Traces, _ []byte) error {
			eachText(td, func(v pcommon.Value) {
				if text := v.Str(); expression.MatchString(text) {
					v.SetStr(expression.ReplaceAllString(text, "****"))
				}
			})
			out.traces = td
			return nil
		},
		outputs: func() []ptrace.Traces { return []ptrace.Traces{out.traces} },
	}, nil
}

// classLoops are the copies of the naive loop over the same texts.
func classLoops() []subject {
	out := &sink{}
	var all []subject
	for i := range yardsticks {
		all = append(all, subject{
			name: yardstickName(i), on: withContent, inside: true,
			run: func(td ptrace.Traces, _ []byte) error {
				count := 0
				eachText(td, func(v pcommon.Value) { classBranch(v.Str(), i, &count) })
				out.traces = td
				return nil
			},
			outputs: func() []ptrace.Traces { return []ptrace.Traces{out.traces} },
		})
	}
	return all
}

// yardstickName returns the name of a copy of the naive loop.
func yardstickName(i int) string { return nameYardstick + " " + strconv.Itoa(i) }

// eachText calls f for every text among the attributes of spans that are GenAI's.
func eachText(td ptrace.Traces, f func(pcommon.Value)) {
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				if !isGenAI(span.Attributes()) {
					continue
				}
				for _, v := range span.Attributes().All() {
					if v.Type() == pcommon.ValueTypeStr {
						f(v)
					}
				}
			}
		}
	}
}

func isGenAI(attributes pcommon.Map) bool {
	for key := range attributes.All() {
		if strings.HasPrefix(key, "gen_ai.") || strings.HasPrefix(key, "openinference.") {
			return true
		}
	}
	return false
}
