package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// called is what a call of the command came to.
type called struct {
	code     int
	out, err string
}

func call(t *testing.T, stdin string, args ...string) called {
	t.Helper()
	var out, errOut bytes.Buffer
	code := run(context.Background(), args, stdio{strings.NewReader(stdin), &out, &errOut})
	return called{code, out.String(), errOut.String()}
}

func TestRun(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		args []string
		code int
		out  string // must be in the output
		err  string // must be in the error output
	}{
		{"no verb lists the verbs", nil, exitUsage, "", "genai play   send OTLP/JSON files"},
		{"help lists the verbs", []string{"help"}, exitOK, "genai tree   show", ""},
		{"an unknown verb is named", []string{"plya"}, exitUsage, "", `unknown verb "plya"`},
		{"help of a verb is no failure", []string{"tree", "-h"}, exitOK, "", "Usage: genai tree [-follow] [-traces N] FILE"},
		{"an unknown flag is named", []string{"tree", "-colour", "x"}, exitUsage, "", "flag provided but not defined: -colour"},
		{"a wrong flag isn't lost in a list of all", []string{"tree", "-colour", "x"}, exitUsage, "", "[-traces N] FILE\n\"genai tree -h\" lists the flags.\n"},
		{"help lists the flags", []string{"tree", "-h"}, exitOK, "", "  -traces N\n"},
		{"play needs a file", []string{"play"}, exitUsage, "", "genai play: expected at least one FILE of OTLP/JSON requests"},
		{"tree needs a file", []string{"tree"}, exitUsage, "", "genai tree: expected one FILE, found 0 (- is the standard input)"},
		{"tree takes one file only", []string{"tree", "a", "b"}, exitUsage, "", "expected one FILE, found 2"},
		{"a negative number of traces is refused", []string{"tree", "-traces", "-2", "a"}, exitUsage, "", "-traces: expected -1 or more, found -2"},
		{"the standard input can't be followed", []string{"tree", "-follow", "-"}, exitUsage, "", "-follow: expected a file, found the standard input"},
		{"a missing file is named", []string{"tree", "no-such-file"}, exitFailed, "", "genai tree: open no-such-file: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := call(t, "", tt.args...)
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("genai %s: exit code %d, want %d\noutput: %s\nwant in it: %s\nerrors: %s\nwant in them: %s",
					strings.Join(tt.args, " "), got.code, tt.code, got.out, tt.out, got.err, tt.err)
			}
		})
	}
}
