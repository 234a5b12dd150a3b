package main

import "github.com/otel-genai/genaiprocessor/bench/workload"

// kindTexts is how many texts of a kind are measured, of 4 KB each: more than the engine remembers.
const kindTexts = 256

// kindSet is a kind of content that the engine is measured on.
type kindSet struct {
	name  string
	texts []text
}

func kindSets() []kindSet {
	var sets []kindSet
	for i, name := range workload.ContentKinds() {
		set := kindSet{name: name}
		for _, content := range workload.ContentOf(i, 4<<10, kindTexts) {
			set.texts = append(set.texts, text{content, []byte(content)})
		}
		sets = append(sets, set)
	}
	return sets
}

// kindRows are how long the default pack, all packs and go-re2 take for a kind, in relation to the class loop.
func kindRows(set *kindSet, all []scanner, times []series) []row {
	size := 0
	for i := range set.texts {
		size += len(set.texts[i].json)
	}
	base := middle(times[:yardsticks])
	var rows []row
	for i := yardsticks; i < len(all); i++ {
		rows = append(rows, row{
			on: "texts of one kind, nothing to find", what: set.name + ": " + all[i].name, over: nameYardstick, ratios: times[i].over(base),
			least: float64(times[i].min()) / float64(base.min()), rate: float64(size) / 1e6 / times[i].min().Seconds(),
		})
	}
	return rows
}
