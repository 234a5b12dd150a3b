package redaction_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
)

// table collects rows of columns and prints them at once.
type table struct {
	text   strings.Builder
	writer *tabwriter.Writer
}

func newTable(title string, columns ...string) *table {
	tb := &table{}
	fmt.Fprintf(&tb.text, "%s\n", title)
	tb.writer = tabwriter.NewWriter(&tb.text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tb.writer, strings.Join(columns, "\t"))
	return tb
}

func (tb *table) row(cells ...any) {
	for i, c := range cells {
		if i > 0 {
			fmt.Fprint(tb.writer, "\t")
		}
		fmt.Fprint(tb.writer, c)
	}
	fmt.Fprintln(tb.writer)
}

func (tb *table) log(t *testing.T) {
	t.Helper()
	if err := tb.writer.Flush(); err != nil {
		t.Error(err)
	}
	t.Log(tb.text.String())
}

// share is how many of how many.
type share struct{ part, all int }

// note counts one more in s and returns whether it is one of the part.
func note(s *share, yes bool) bool {
	s.all++
	if yes {
		s.part++
	}
	return yes
}

func (s *share) add(other share) { s.part, s.all = s.part+other.part, s.all+other.all }

func (s share) String() string {
	if s.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d %.0f%%", s.part, s.all, s.percent())
}

func (s share) percent() float64 {
	if s.all == 0 {
		return 100
	}
	return 100 * float64(s.part) / float64(s.all)
}

// atLeast is a gate: it fails the test where fewer than percent of s are.
func (s share) atLeast(t *testing.T, percent float64, what string) {
	t.Helper()
	if s.percent() < percent {
		t.Errorf("gate: %s: expected at least %.0f %%, found %.1f %% (%d of %d)", what, percent, s.percent(), s.part, s.all)
	}
}

// shares are shares by name.
type shares map[string]*share

func (m shares) of(name string) *share {
	if m[name] == nil {
		m[name] = &share{}
	}
	return m[name]
}

func (m shares) total() share {
	var sum share
	for _, s := range m {
		sum.add(*s)
	}
	return sum
}

// lineList prints line numbers, the first of them.
func lineList(lines []int) string {
	const shown = 12
	lines = slices.Compact(slices.Clone(lines))
	var b strings.Builder
	for i, n := range lines {
		if i == shown {
			fmt.Fprintf(&b, " … (%d)", len(lines))
			break
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// counts are how often names occur.
type counts map[string]int

func (c counts) String() string {
	var all []string
	for _, name := range sortedKeys(c) {
		all = append(all, fmt.Sprintf("%s=%d", name, c[name]))
	}
	return strings.Join(all, " ")
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
