package main

import (
	"github.com/wasilibs/go-re2"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// subject is what is measured: it looks once at all texts and returns how many findings it had.
type subject struct {
	name string
	run  func([]text) int
}

// Names of the subjects.
const (
	nameYardstick = "class loop"
	nameDefault   = "default pack"
	nameAll       = "all packs"
	nameRE2       = "go-re2"
)

// subjects returns all of them: the copies of the yardstick, the engine, go-re2.
func subjects() ([]subject, error) {
	var all []subject
	for i := range yardsticks {
		all = append(all, subject{nameYardstick, func(texts []text) int { return runYardstick(texts, i) }})
	}
	for _, p := range packs() {
		engine, err := redaction.New(p.settings)
		if err != nil {
			return nil, err
		}
		all = append(all, subject{p.name, func(texts []text) int { return redact(engine, texts) }})
	}
	expression, err := re2.Compile(alternation())
	if err != nil {
		return nil, err
	}
	return append(all, subject{nameRE2, func(texts []text) int { return match(expression, texts) }}), nil
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
