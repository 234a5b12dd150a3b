package main

import (
	"strings"
	"testing"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

func TestPlaceholdersOfAText(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, want string
	}{
		{"a placeholder", "write to <EMAIL>", "EMAIL×1"},
		{"several, side by side", "<EMAIL><EMAIL><US_SSN>", "EMAIL×2 US_SSN×1"},
		{"inside JSON", `{"to":"<EMAIL>","card":"<CREDIT_CARD>"}`, "CREDIT_CARD×1 EMAIL×1"},
		{"behind a bracket that opens nothing", "a < b <<EMAIL>", "EMAIL×1"},
		{"lower case is no placeholder", "<email> <Email>", ""},
		{"a name that begins with a digit or underscore is none", "<1A> <_A>", ""},
		{"an empty name is none", "<>", ""},
		{"a name that is not closed is none", "<EMAIL", ""},
		{"markup that is closed is none", "<CONTEXT>all of it</CONTEXT>", ""},
		{"a name that is too long is none", "<" + strings.Repeat("A", maxEntityBytes+1) + ">", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := placeholderCounter{findings{}}
			c.text(tt.text)
			if got := strings.Join(c.found.words(), " "); got != tt.want {
				t.Errorf("text(%q) finds %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestPlaceholdersOfAValueOfAnyShape(t *testing.T) {
	t.Parallel()
	v := pcommon.NewValueMap()
	v.Map().PutStr("<PHONE>", "<EMAIL>")
	v.Map().PutInt("n", 1)
	list := v.Map().PutEmptySlice("list")
	list.AppendEmpty().SetStr("<EMAIL>")
	list.AppendEmpty().SetEmptyMap().PutStr("deep", "<IBAN>")
	c := placeholderCounter{findings{}}
	c.value(v, 0)
	if got, want := strings.Join(c.found.words(), " "), "EMAIL×2 IBAN×1 PHONE×1"; got != want {
		t.Errorf("value finds %q, want %q", got, want)
	}
}

func TestPlaceholdersBelowTheDepthLimitAreNotVisited(t *testing.T) {
	t.Parallel()
	v := pcommon.NewValueStr("<EMAIL>")
	for range maxValueDepth + 1 {
		outer := pcommon.NewValueSlice()
		v.CopyTo(outer.Slice().AppendEmpty())
		v = outer
	}
	c := placeholderCounter{findings{}}
	c.value(v, 0)
	if len(c.found) != 0 {
		t.Errorf("value finds %v below the depth of %d, want nothing", c.found, maxValueDepth)
	}
}

func TestParseSummary(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, summary, want string
	}{
		{"entities with counts", "EMAIL=2,IBAN=1", "EMAIL×2 IBAN×1"},
		{"blanks around them", "EMAIL=2, IBAN=1", "EMAIL×2 IBAN×1"},
		{"what is no count is left out", "EMAIL=two,IBAN,PHONE=-1,JWT=0,US_SSN=1", "US_SSN×1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(parseSummary(tt.summary).words(), " "); got != tt.want {
				t.Errorf("parseSummary(%q) = %q, want %q", tt.summary, got, tt.want)
			}
		})
	}
}
