// Command bench measures how fast the redaction engine is, as ratios in one run: to a naive loop over the same JSON, which stands for
// the speed of the machine and the moment, and to go-re2 with one alternation of seven kinds. It prints a table with the targets beside
// what was measured. It never fails for being slow: a time is no test.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"text/tabwriter"
)

func main() {
	rounds := flag.Int("rounds", 60, "how often every subject runs")
	flag.Parse()
	if err := run(os.Stdout, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// limit is the most that a subject may take on a workload, in relation to the yardstick; 0: no target.
func limit(subject string, w textSet) float64 {
	switch {
	case w.typographic:
		return 0
	case subject == nameDefault && w.perKB == 0:
		return 1.0
	case subject == nameDefault && w.perKB == 1:
		return 1.5
	case subject == nameDefault && w.perKB == 10:
		return 3.0
	case subject == nameAll && w.perKB == 0:
		return 1.6
	}
	return 0
}

// minOverRE2 is how much faster than go-re2 the default pack has to be.
const minOverRE2 = 3.0

func run(out io.Writer, rounds int) error {
	if rounds < 1 {
		return fmt.Errorf("-rounds: expected a positive number, found %d", rounds)
	}
	runtime.GOMAXPROCS(1)
	measured, err := subjects()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, go-re2 %s, one core, %d rounds, every subject once in each.\n"+
		"x: time in relation to the class loop of the same round, median over the rounds; "+
		"least: least time in relation to least time.\n"+
		"Of %d copies of the class loop the middle one counts. go-re2 finds only, the engine rewrites as well.\n\n",
		runtime.Version(), versionOfRE2(), rounds, yardsticks)
	table := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fmt.Fprintln(table, "texts\tsubject\ttarget\tx\tleast\tns/KB")
	for _, w := range textSets() {
		writeRows(table, w, measured, measure(measured, w.texts, rounds))
	}
	return table.Flush()
}

func writeRows(table io.Writer, w textSet, measured []subject, times []series) {
	size := 0
	for i := range w.texts {
		size += len(w.texts[i].json)
	}
	row := func(name, target string, s, base series) {
		fmt.Fprintf(table, "%s\t%s\t%s\t%.2f\t%.2f\t%.0f\n", w.name, name, target, s.over(base),
			float64(s.min())/float64(base.min()), float64(s.min())*1024/float64(size))
	}
	base := middle(times[:yardsticks])
	copies := slices.SortedFunc(slices.Values(times[:yardsticks]), func(a, b series) int { return cmp.Compare(a.min(), b.min()) })
	row(nameYardstick, "", base, base)
	row(nameYardstick+", fastest copy", "", copies[0], base)
	row(nameYardstick+", slowest copy", "", copies[yardsticks-1], base)
	for i, s := range measured[yardsticks:] {
		target := ""
		if most := limit(s.name, w); most > 0 {
			target = fmt.Sprintf("<= %.1f", most)
		}
		row(s.name, target, times[yardsticks+i], base)
	}
	re2 := times[len(times)-1]
	for i := yardsticks; i < len(measured)-1; i++ {
		target := ""
		if measured[i].name == nameDefault && !w.typographic {
			target = fmt.Sprintf(">= %.1f", minOverRE2)
		}
		row(nameRE2+", in relation to "+measured[i].name, target, re2, times[i])
	}
}

func versionOfRE2() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if d.Path == "github.com/wasilibs/go-re2" {
				return d.Version
			}
		}
	}
	return "of unknown version"
}
