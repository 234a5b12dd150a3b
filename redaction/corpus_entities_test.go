package redaction_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
)

// label is one expected match: [code points, code points, start, end, value, …], of which bytes count here. What follows is a score in
// one file, an entity in the other.
type label struct {
	start, end int
	score      *float64
	entity     string
}

func (l *label) UnmarshalJSON(b []byte) error {
	const start, end, more = 2, 3, 5
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil || len(parts) <= more {
		return errors.New("no label")
	}
	var what any
	err := errors.Join(json.Unmarshal(parts[start], &l.start), json.Unmarshal(parts[end], &l.end), json.Unmarshal(parts[more], &what))
	switch v := what.(type) {
	case float64:
		l.score = &v
	case string:
		l.entity = v
	}
	return err
}

// isWeak reports whether the match counts only with a context word beside it. One without a score has passed a checksum.
func (l *label) isWeak() bool { return l.score != nil && *l.score < 0.4 }

// isFound reports whether one of the entities, any if there are none, was found where l is.
func (l *label) isFound(found []finding, entities []string) bool {
	return slices.ContainsFunc(found, func(f finding) bool {
		return f.overlaps(l.start, l.end) && (len(entities) == 0 || slices.Contains(entities, f.entity))
	})
}

type entityLine struct {
	Entity string
	Text   string
	N      *int
	Spans  []label
	Kind   string // spans, count, context, negative
}

// needNoContext are the entities that are found wherever they stand.
var needNoContext = []string{
	"EMAIL", "CREDIT_CARD", "IBAN", "US_SSN", "US_ITIN", "UK_NINO", "CRYPTO_WALLET", "IP_ADDRESS", "MAC_ADDRESS",
}

// entityScore is what became of the lines of one entity.
type entityScore struct {
	strong   share // strong matches found as they are
	anything share // the same, found as whatever entity
	weak     share // weak matches found as they are: few, unless the text itself has a context word
	beside   share // all matches found with a context word beside
	precise  share // findings that are matches, of all findings of the entity
	flagged  share // lines that are not of the entity, and were taken for it
	missed   []int // lines with strong matches missed
	lost     []int // lines with matches missed with a context word beside
	wrong    []int // lines flagged
}

func scoreEntities(t *testing.T, c *corpus) {
	scores, without := map[string]*entityScore{}, counts{}
	for i, line := range readLines[entityLine](t, c, "entities.jsonl") {
		entities := c.ours(line.Entity)
		if len(entities) == 0 {
			without[line.Entity]++
			continue
		}
		if scores[line.Entity] == nil {
			scores[line.Entity] = &entityScore{}
		}
		scores[line.Entity].score(c, i+1, line, entities)
	}
	tb := newTable("entities.jsonl: recall by overlap", "entity", "strong", "as anything", "with context", "weak without", "precision",
		"not it, flagged", "lines missed", "missed with context", "flagged")
	var sum entityScore
	var free share
	for _, name := range sortedKeys(scores) {
		s := scores[name]
		sum.add(s)
		if slices.Contains(needNoContext, c.ours(name)[0]) {
			free.add(s.strong)
		}
		tb.row(name, s.strong, s.anything, s.beside, s.weak, s.precise, s.flagged, lineList(s.missed), lineList(s.lost), lineList(s.wrong))
	}
	tb.row("total", sum.strong, sum.anything, sum.beside, sum.weak, sum.precise, sum.flagged)
	tb.log(t)
	t.Logf("not covered, lines of each: %v", without)
	free.atLeast(t, 100, "strong matches of entities that need no context")
	sum.beside.atLeast(t, 100, "matches of entities that we have, with a context word beside")
}

func (s *entityScore) score(c *corpus, number int, line entityLine, entities []string) {
	isIt := func(f finding) bool { return slices.Contains(entities, f.entity) }
	word := contextOf(line.Entity) + " "
	switch line.Kind {
	case "negative":
		if note(&s.flagged, slices.ContainsFunc(c.find(line.Text), isIt)) {
			s.wrong = append(s.wrong, number)
		}
	case "context", "count": // how many, not where; with the word in the text itself, or without
		want, text := 1, line.Text
		if line.N != nil {
			want, text = *line.N, word+text
		}
		found := slices.DeleteFunc(c.find(text), func(f finding) bool { return !isIt(f) })
		s.beside.add(share{min(want, len(found)), want})
		if len(found) < want {
			s.lost = append(s.lost, number)
		}
	default:
		s.scoreSpans(c, number, line, entities, word)
	}
}

func (s *entityScore) scoreSpans(c *corpus, number int, line entityLine, entities []string, word string) {
	found := c.find(line.Text)
	for _, f := range found {
		if slices.Contains(entities, f.entity) {
			note(&s.precise, slices.ContainsFunc(line.Spans, func(l label) bool { return f.overlaps(l.start, l.end) }))
		}
	}
	for _, l := range line.Spans {
		switch bare := l.isFound(found, entities); {
		case l.isWeak():
			note(&s.weak, bare)
		default:
			note(&s.anything, l.isFound(found, nil))
			if !note(&s.strong, bare) {
				s.missed = append(s.missed, number)
			}
		}
		before := word
		if l.start > 0 {
			before = " " + word
		}
		moved := label{start: l.start + len(before), end: l.end + len(before)}
		if !note(&s.beside, moved.isFound(c.find(line.Text[:l.start]+before+line.Text[l.start:]), entities)) {
			s.lost = append(s.lost, number)
		}
	}
}

func (s *entityScore) add(other *entityScore) {
	s.strong.add(other.strong)
	s.anything.add(other.anything)
	s.weak.add(other.weak)
	s.beside.add(other.beside)
	s.precise.add(other.precise)
	s.flagged.add(other.flagged)
}

type sentenceLine struct {
	Text  string
	Spans []label
}

func scoreSentences(t *testing.T, c *corpus) {
	recall, anything, precise := shares{}, shares{}, shares{}
	missed, wrong := map[string][]int{}, map[string][]int{}
	for i, line := range readLines[sentenceLine](t, c, "sentences.jsonl") {
		found := c.find(line.Text)
		for _, l := range line.Spans {
			entities := c.ours(l.entity)
			note(anything.of(l.entity), l.isFound(found, nil))
			if !note(recall.of(l.entity), len(entities) > 0 && l.isFound(found, entities)) {
				missed[l.entity] = append(missed[l.entity], i+1)
			}
		}
		for _, f := range found {
			is := func(l label) bool { return f.overlaps(l.start, l.end) && slices.Contains(c.ours(l.entity), f.entity) }
			if !note(precise.of(f.entity), slices.ContainsFunc(line.Spans, is)) {
				wrong[f.entity] = append(wrong[f.entity], i+1)
			}
		}
	}
	tb := newTable("sentences.jsonl: recall by overlap", "entity", "recall", "as anything", "lines missed")
	var covered share
	for _, name := range sortedKeys(recall) {
		if len(c.ours(name)) == 0 {
			tb.row(name, "not covered", anything[name], "")
			continue
		}
		covered.add(*recall[name])
		tb.row(name, recall[name], anything[name], lineList(missed[name]))
	}
	tb.row("total", covered, anything.total())
	tb.log(t)
	tb = newTable("sentences.jsonl: precision by our entity", "entity", "precision", "lines wrong")
	for _, name := range sortedKeys(precise) {
		tb.row(name, precise[name], lineList(wrong[name]))
	}
	tb.row("total", precise.total())
	tb.log(t)
}
