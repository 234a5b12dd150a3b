package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

var heading = []string{
	"pipeline", "CPU s per million spans", "(least – most)", "x no processor", "(least – most)", "spans/s", "memory, idle", "memory, peak",
	"request, full load: median", "99 %", "single request: median", "99 %", "added",
}

// report is what is printed: when and how it was measured, and the table.
func report(o options, results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s. Collector on one core (GOMAXPROCS=%d), load generator on another,\nOTLP/gRPC over loopback, not compressed, ",
		time.Now().Format(time.DateOnly), machine(), runtime.Version(), cores)
	fmt.Fprintf(&b, "nop exporter. Spans: %s, findings per KB: %d. Rounds of %[4]d s: %[3]d; medians, least and most; x: of the same round.\n",
		o.kind, o.findings, o.rounds, o.seconds)
	fmt.Fprintf(&b, "Full load: %d requests of %d spans in flight. Single request: one at a time, of %d spans; added: to that without\n"+
		"processor. 99 %% of fewer than 100 requests is the longest.\n\n", inFlight, workload.DefaultSpans, singleRequest)
	lines := [][]string{heading}
	for i := range results {
		lines = append(lines, results[i].cells(&results[0]))
	}
	if o.markdown {
		writeMarkdown(&b, lines)
		return b.String()
	}
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, cells := range lines {
		fmt.Fprintln(table, strings.Join(cells, "\t"))
	}
	_ = table.Flush() // a builder takes everything
	return b.String()
}

func writeMarkdown(b *strings.Builder, lines [][]string) {
	for i, cells := range lines {
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
		if i == 0 {
			fmt.Fprintln(b, strings.Repeat("|---", len(heading))+"|")
		}
	}
}

// cells relates a pipeline to the one without processor, of which a round is compared with the same round.
func (r *result) cells(nothing *result) []string {
	seconds := r.each(func(t turn) float64 { return t.secondsPerMillion })
	times := make([]float64, len(seconds))
	for i, s := range seconds {
		times[i] = s / nothing.turns[i].secondsPerMillion
	}
	single := middle(r.each(func(t turn) float64 { return t.singleMedian }))
	added := single - middle(nothing.each(func(t turn) float64 { return t.singleMedian }))
	return []string{
		r.name, number(middle(seconds)), spread(seconds), number(middle(times)), spread(times),
		fmt.Sprintf("%.0f", middle(r.each(func(t turn) float64 { return t.spansPerSecond }))),
		fmt.Sprintf("%d MB", r.idle>>20), fmt.Sprintf("%d MB", r.peak>>20),
		milliseconds(middle(r.each(func(t turn) float64 { return t.median }))), milliseconds(middle(r.each(func(t turn) float64 { return t.p99 }))),
		milliseconds(single), milliseconds(middle(r.each(func(t turn) float64 { return t.singleP99 }))), milliseconds(added),
	}
}

func (r *result) each(of func(turn) float64) []float64 {
	values := make([]float64, len(r.turns))
	for i, t := range r.turns {
		values[i] = of(t)
	}
	return values
}

// middle returns the median; of an even count the upper of the two in the middle.
func middle(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func spread(values []float64) string {
	return number(slices.Min(values)) + " – " + number(slices.Max(values))
}

func milliseconds(f float64) string { return number(f) + " ms" }

// number writes about three digits that count.
func number(f float64) string {
	switch {
	case f >= 100:
		return fmt.Sprintf("%.0f", f)
	case f >= 10:
		return fmt.Sprintf("%.1f", f)
	default:
		return fmt.Sprintf("%.2f", f)
	}
}
