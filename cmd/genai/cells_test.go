package main

import (
	"os"
	"strings"
	"testing"
)

func TestCostString(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		cost cost
		want string
	}{
		{"six decimals", cost{true, 0.0012344, "USD"}, "$0.001234"},
		{"no price is not zero", cost{false, 0, "USD"}, ""},
		{"a price of zero is", cost{true, 0, "USD"}, "$0.000000"},
		{"what six decimals can't show is not zero", cost{true, 0.00000024, "USD"}, "<$0.000001"},
		{"the smallest amount that they can", cost{true, 0.000001, "USD"}, "$0.000001"},
		{"another currency is named", cost{true, 1.5, "CNY"}, "CNY 1.500000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.cost.String(); got != tt.want {
				t.Errorf("String() = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestThousands(t *testing.T) {
	t.Parallel()
	for n, want := range map[int64]string{
		0: "0", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567", -1000: "-1,000", -100: "-100",
		-1 << 63: "-9,223,372,036,854,775,808",
	} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestTokensThatOthersReportAreInBrackets(t *testing.T) {
	t.Parallel()
	for role, want := range map[string]string{"own": "1,200", "": "1,200", "aggregate": "(1,200)", "duplicate": "(1,200)", "server_side": "(1,200)"} {
		r := record{role: role, usage: usage{reported: true, input: 1200}}
		if got := r.tokens(r.usage.input); got != want {
			t.Errorf("tokens with the role %q = %s, want %s", role, got, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, want string
	}{
		{"letters of any script stay", "Grüße 你好 👋", "Grüße 你好 👋"},
		{"white space becomes one blank", " a\r\n\tb  c ", "a b c"},
		{"escape sequences lose their escape", "\x1b[2Jgone", "?[2Jgone"},
		{"text direction can't be turned", "a\u202eb", "a?b"},
		{"broken UTF-8 becomes visible", "a\xffb", "a\ufffdb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := printable(tt.text); got != tt.want {
				t.Errorf("printable(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		columns    int
		want       string
	}{
		{"what fits stays", "abcd", 4, "abcd"},
		{"what does not ends in an ellipsis", "abcde", 4, "abc…"},
		{"wide characters take two columns", "你好吗", 5, "你好…"},
		{"half a wide character is none", "你好吗", 4, "你…"},
		{"combining marks take none", "e\u0301e\u0301", 2, "e\u0301e\u0301"},
		{"no room shows that there was something", "abc", 1, "…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := cut(tt.text, tt.columns); got != tt.want {
				t.Errorf("cut(%q, %d) = %q, want %q", tt.text, tt.columns, got, tt.want)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	got := strings.Join(wrap([]string{"EMAIL×1", "IBAN×1", "PHONE×1"}, 15), "|")
	if want := "EMAIL×1 IBAN×1|PHONE×1"; got != want {
		t.Errorf("wrap = %s, want %s", got, want)
	}
}

func TestPainterColoursOnlyWhenEnabled(t *testing.T) {
	t.Parallel()
	if got, want := (painter{enabled: true}).paint(green, "$1"), "\x1b[32m$1\x1b[0m"; got != want {
		t.Errorf("paint = %q, want %q", got, want)
	}
	if got := (painter{}).paint(green, "$1"); got != "$1" {
		t.Errorf("paint = %q, want the text alone", got)
	}
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if newPainter(file).enabled || newPainter(&strings.Builder{}).enabled {
		t.Error("newPainter colours what is no terminal")
	}
}

func TestColoursChangeNoColumn(t *testing.T) {
	t.Parallel()
	var lines table
	lines.add(headings())
	lines.add(noteLine("│ ", cell{"error  it failed", red}))
	var coloured, bare strings.Builder
	lines.print(&coloured, painter{enabled: true})
	lines.print(&bare, painter{})
	uncoloured := coloured.String()
	for _, code := range []string{"\x1b[2m", "\x1b[31m", "\x1b[0m"} {
		uncoloured = strings.ReplaceAll(uncoloured, code, "")
	}
	if uncoloured != bare.String() {
		t.Errorf("with colours taken out:\n%s\nwant\n%s", uncoloured, bare.String())
	}
}
