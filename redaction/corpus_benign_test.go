package redaction_test

import (
	"slices"
	"testing"
)

type benignLine struct{ Class, Text string }

// scoreBenign counts the lines in which anything is found, where nothing should be.
func scoreBenign(t *testing.T, c *corpus) {
	const random16 = "numbers16" // of random numbers of 16 digits some are cards
	hits, entities, lines := shares{}, map[string]counts{}, map[string][]int{}
	for i, line := range readLines[benignLine](t, c, "benign.jsonl") {
		found := c.find(line.Text)
		if !note(hits.of(line.Class), len(found) > 0) {
			continue
		}
		lines[line.Class] = append(lines[line.Class], i+1)
		if entities[line.Class] == nil {
			entities[line.Class] = counts{}
		}
		for _, f := range found {
			entities[line.Class][f.entity]++
		}
	}
	cards := *hits.of(random16)
	tb := newTable("benign.jsonl: classes with hits", "class", "hits", "as", "lines")
	for _, class := range sortedKeys(hits) {
		if hits[class].part > 0 {
			tb.row(class, hits[class], entities[class], lineList(lines[class]))
		}
	}
	delete(hits, random16)
	sum := hits.total()
	tb.row("total without "+random16, sum, "", "")
	tb.log(t)
	if sum.part > 0 {
		t.Errorf("gate: benign lines with a finding: expected 0, found %d of %d", sum.part, sum.all)
	}
	if cards.all > 0 && cards.percent() > 3 {
		t.Errorf("gate: random numbers of 16 digits taken for something: expected at most 3 %%, found %.1f %% (%d of %d)",
			cards.percent(), cards.part, cards.all)
	}
}

type checksumLine struct {
	Entity, Value string
	Valid         *bool
}

// scoreChecksums places single values behind a context word: right ones are findings, wrong ones are not.
func scoreChecksums(t *testing.T, c *corpus) {
	found, flagged, without := shares{}, shares{}, counts{}
	missed, wrong := map[string][]int{}, map[string][]int{}
	for i, line := range readLines[checksumLine](t, c, "checksums.jsonl") {
		name, entities := line.Entity, c.ours(line.Entity)
		if len(entities) == 0 {
			without[name]++
			continue
		}
		if line.Valid == nil {
			continue
		}
		is := slices.ContainsFunc(c.find(contextOf(name)+" "+line.Value), func(f finding) bool { return slices.Contains(entities, f.entity) })
		right, not := found.of(name), flagged.of(name)
		switch {
		case *line.Valid:
			if !note(right, is) {
				missed[name] = append(missed[name], i+1)
			}
		case note(not, is):
			wrong[name] = append(wrong[name], i+1)
		}
	}
	tb := newTable("checksums.jsonl: single values behind a context word", "entity", "right ones found", "wrong ones flagged", "lines missed",
		"flagged")
	for _, name := range sortedKeys(found) {
		tb.row(name, found[name], flagged[name], lineList(missed[name]), lineList(wrong[name]))
	}
	right, not := found.total(), flagged.total()
	tb.row("total", right, not, "", "")
	tb.log(t)
	t.Logf("not covered, values of each: %v", without)
	share{right.part + not.all - not.part, right.all + not.all}.atLeast(t, 100, "checksums judged rightly, of entities that we have")
}
