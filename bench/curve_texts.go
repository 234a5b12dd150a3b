package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/bench/workload"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// curveBytes is the text of one run: as much at each point of a curve, so that all take about as long, and more than the engine remembers.
const curveBytes = 4 << 20

const overLoop = "class loop"

// texts makes values of curveBytes in all.
func (s *curveTexts) texts(size int) []text {
	settings := workload.ValueSettings{Seed: 5, Bytes: size, FindingsPerKB: s.perKB, Dense: s.dense, Plain: s.plain}
	made := workload.Values(settings, max(s.total/size, 1))
	texts := make([]text, len(made))
	for i, v := range made {
		texts[i] = text{json: v}
	}
	return texts
}

// curveTexts is what the engine runs on.
type curveTexts struct {
	total        int // bytes
	perKB        int
	dense, plain bool
}

// loops are the copies of the class loop over texts.
func loops(texts []text) []work {
	all := make([]work, yardsticks)
	for i := range all {
		all[i] = func() func() error {
			return func() error {
				runYardstick(texts, i)
				return nil
			}
		}
	}
	return all
}

// engineOver is the engine with settings over texts. It fails where the engine gives up on a value, which would take less time.
func engineOver(s redaction.Settings, texts []text) (work, error) {
	engine, err := redaction.New(s)
	if err != nil {
		return nil, err
	}
	return func() func() error {
		return func() error {
			var tally redaction.Tally
			place := redaction.Place{Attribute: "gen_ai.input.messages"}
			for i := range texts {
				engine.Text(texts[i].json, place, &tally)
			}
			for _, f := range redaction.Failures() {
				if tally.Failed(f) > 0 {
					return fmt.Errorf("%d values of %d were replaced whole: %s", tally.Failed(f), len(texts), f)
				}
			}
			return nil
		}
	}, nil
}

// engines is a point of which each line is the engine with settings over texts.
func engines(base []text, lines ...engineLine) (*point, error) {
	p := &point{bases: [][]work{loops(base)}}
	for _, l := range lines {
		w, err := engineOver(l.settings, l.texts)
		if err != nil {
			return nil, err
		}
		p.lines = append(p.lines, w)
	}
	return p, nil
}

type engineLine struct {
	settings redaction.Settings
	texts    []text
}

func valueSizeCurve() curve { return valueSize(curveBytes) }

func valueSize(total int) curve {
	return curve{
		name: "value-size", title: "Size of a value", quantity: "KB of a value", over: overLoop, ofUnits: true, logX: true, kb: true,
		reads: "The redaction engine over 4 MB of text, cut into values of each size. A flat line: cost grows in proportion to size.",
		x:     []float64{1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20},
		lines: []string{"messages, 0 findings per KB", "messages, 1 per KB", "plain text, 1 per KB", "messages, 1 per KB, all packs"},
		at: func(x float64) (*point, error) {
			clean, some, plain := curveTexts{total: total}, curveTexts{total: total, perKB: 1}, curveTexts{total: total, perKB: 1, plain: true}
			messages := some.texts(int(x))
			return engines(messages, engineLine{texts: clean.texts(int(x))}, engineLine{texts: messages}, engineLine{texts: plain.texts(int(x))},
				engineLine{redaction.Settings{Packs: []string{"all"}}, messages})
		},
	}
}

func findingsCurve() curve { return findings(curveBytes) }

func findings(total int) curve {
	return curve{
		name: "findings", title: "Findings", quantity: "findings per KB", over: overLoop + " over the same texts without findings",
		reads: "The redaction engine over values of 4 KB. At 50 per KB three quarters of the text are findings. " +
			"A straight line: each further finding costs as much as the one before.",
		x:     []float64{0, 1, 2, 5, 10, 20, 35, 50},
		lines: []string{"default pack", "all packs"},
		at: func(x float64) (*point, error) {
			clean, found := curveTexts{total: total, dense: true}, curveTexts{total: total, dense: true, perKB: int(x)}
			texts := found.texts(4 << 10)
			return engines(clean.texts(4<<10), engineLine{texts: texts}, engineLine{redaction.Settings{Packs: []string{"all"}}, texts})
		},
	}
}

func packsCurve() curve { return packsOf(curveBytes) }

func packsOf(total int) curve {
	names := slices.DeleteFunc(redaction.PackNames(), func(name string) bool { return name == "all" })
	c := curve{
		name: "packs", title: "Packs", quantity: "packs", over: overLoop,
		reads: "The redaction engine over values of 4 KB with the first packs of this list: " + strings.Join(names, ", ") + ". " +
			"About straight: a pack costs as much beside many as beside few. They differ in what they look for, and so in what they cost.",
		lines: []string{"0 findings per KB", "1 per KB"},
		at: func(x float64) (*point, error) {
			clean, some := curveTexts{total: total}, curveTexts{total: total, perKB: 1}
			s := redaction.Settings{Packs: names[:int(x)]}
			return engines(clean.texts(4<<10), engineLine{s, clean.texts(4 << 10)}, engineLine{s, some.texts(4 << 10)})
		},
	}
	for i := range names {
		c.x = append(c.x, float64(i+1))
	}
	return c
}

// planted returns texts with something put behind a sentence in each KB.
func planted(texts []text, what func(i int) string) ([]text, error) {
	all := make([]text, len(texts))
	count := 0
	for i, t := range texts {
		var b strings.Builder
		rest := t.json
		for {
			cut := min(1<<10, len(rest))
			if end := strings.Index(rest[cut:], ". "); end >= 0 {
				b.WriteString(rest[:cut+end+2] + what(count) + ". ")
				rest = rest[cut+end+2:]
				count++
				continue
			}
			break
		}
		b.WriteString(rest)
		all[i] = text{json: b.String()}
	}
	if count == 0 {
		return nil, errors.New("nothing was planted")
	}
	return all, nil
}
