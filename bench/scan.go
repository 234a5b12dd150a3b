package main

import (
	"github.com/wasilibs/go-re2"

	"github.com/otel-genai/genaiprocessor/bench/workload"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// scanner is what is measured on bare texts: it looks once at all of them and returns how many findings it had.
type scanner struct {
	name string
	run  func([]text) int
}

// Names of the scanners.
const (
	nameYardstick = "class loop"
	nameDefault   = "default pack"
	nameAll       = "all packs"
	nameRE2       = "go-re2"
)

// scanners returns all of them: the copies of the yardstick, the engine, go-re2.
func scanners() ([]scanner, error) {
	var all []scanner
	for i := range yardsticks {
		all = append(all, scanner{yardstickName(i), func(texts []text) int { return runYardstick(texts, i) }})
	}
	for _, p := range packs() {
		engine, err := redaction.New(p.settings)
		if err != nil {
			return nil, err
		}
		all = append(all, scanner{p.name, func(texts []text) int { return redact(engine, texts) }})
	}
	expression, err := re2.Compile(alternation())
	if err != nil {
		return nil, err
	}
	return append(all, scanner{nameRE2, func(texts []text) int { return match(expression, texts) }}), nil
}

type packSettings struct {
	name     string
	settings redaction.Settings
}

// packs returns the configurations of the engine that are measured.
func packs() []packSettings {
	return []packSettings{
		{nameDefault, redaction.Settings{}},
		{nameAll, redaction.Settings{Packs: []string{"all"}}},
	}
}

func runYardstick(texts []text, copyOf int) int {
	count := 0
	for i := range texts {
		classBranch(texts[i].json, copyOf, &count)
	}
	return count
}

// redact does the whole work: it finds, validates and rewrites.
func redact(engine *redaction.Engine, texts []text) int {
	var tally redaction.Tally
	place := redaction.Place{Attribute: "gen_ai.input.messages"}
	for i := range texts {
		engine.Text(texts[i].json, place, &tally)
	}
	return tally.Total()
}

// match finds only: that is all that an expression does by itself.
func match(expression *re2.Regexp, texts []text) int {
	count := 0
	for i := range texts {
		count += len(expression.FindAllIndex(texts[i].bytes, -1))
	}
	return count
}

// text is the value of one attribute, in the two forms that the scanners take.
type text struct {
	json  string
	bytes []byte
}

// textSet is what scanners are measured on.
type textSet struct {
	name  string
	perKB int // findings per KB
	texts []text
	// typographic: the texts hold quotes and dashes outside of ASCII. No target speaks of them.
	typographic bool
}

func textSets() []textSet {
	return []textSet{
		{"texts, 0 per KB", 0, makeTexts(0, false), false},
		{"texts, 1 per KB", 1, makeTexts(1, false), false},
		{"texts, 10 per KB", 10, makeTexts(10, false), false},
		{"texts, 0 per KB, typographic", 0, makeTexts(0, true), true},
	}
}

func makeTexts(perKB int, typographic bool) []text {
	made := workload.Texts(perKB, typographic)
	texts := make([]text, len(made))
	for i, encoded := range made {
		texts[i] = text{encoded, []byte(encoded)}
	}
	return texts
}

func (s *textSet) size() int {
	size := 0
	for i := range s.texts {
		size += len(s.texts[i].json)
	}
	return size
}

// measureScan runs every scanner once per round, in an order that moves on by one each round, and returns their times by index. A round
// before the first fills caches and pools and counts for nothing.
func measureScan(all []scanner, texts []text, rounds int) []series {
	times := make([]series, len(all))
	for round := range rounds + 1 {
		for i := range all {
			at := (i + round) % len(all)
			before := now()
			all[at].run(texts)
			if round > 0 {
				times[at] = append(times[at], now()-before)
			}
		}
	}
	return times
}
