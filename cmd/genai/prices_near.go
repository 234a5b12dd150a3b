package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

const (
	// maxNearest bounds how many names are shown.
	maxNearest = 5
	// maxComparedBytes bounds the names that are compared; longer ones are cut.
	maxComparedBytes = 80
)

// nearest returns the names of entries that are most like that of the call's
// model: of its provider if the table has it, else of all. A name that shares
// less than half is not alike, unless the model's is a part of it.
func nearest(table *costcalc.Table, call costcalc.Call) (names []string) {
	providers := table.Providers()
	if i := slices.Index(providers, strings.ToLower(call.Provider)); i >= 0 {
		providers = providers[i : i+1]
	}
	type near struct {
		name     string
		distance int
	}
	var all []near
	wanted := strings.ToLower(call.RequestModel)
	for _, provider := range providers {
		for _, model := range table.Models(provider) {
			d := distance(lastPart(wanted), lastPart(strings.ToLower(model)))
			if d <= len(lastPart(wanted))/2 || isPartOf(lastPart(wanted), lastPart(strings.ToLower(model))) {
				all = append(all, near{provider + "/" + model, d})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	for _, n := range all[:min(len(all), maxNearest)] {
		names = append(names, n.name)
	}
	return names
}

// isPartOf reports whether a name has the wanted one in it, which is long enough
// to tell something.
func isPartOf(wanted, name string) bool {
	const shortest = 4
	return len(wanted) >= shortest && strings.Contains(name, wanted)
}

// lastPart is the name without a vendor in front of it.
func lastPart(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	return name[:min(len(name), maxComparedBytes)]
}

// distance is how many bytes must be added, removed or replaced to make b of a
// (Levenshtein, 1965).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
