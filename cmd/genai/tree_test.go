package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestTreeOfEachGoldenCase(t *testing.T) {
	t.Parallel()
	inputs, err := filepath.Glob("testdata/tree/*/in.jsonl")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("found no cases: %v", err)
	}
	for _, input := range inputs {
		t.Run(filepath.Base(filepath.Dir(input)), func(t *testing.T) {
			t.Parallel()
			got := call(t, "", "tree", input)
			if got.code != exitOK || got.err != "" {
				t.Fatalf("tree: exit code %d, errors %q", got.code, got.err)
			}
			checkGolden(t, filepath.Join(filepath.Dir(input), "out.txt"), got.out)
			for _, text := range strings.Split(got.out, "\n") {
				if width(text) > lineWidth {
					t.Errorf("a line is %d columns wide, want at most %d: %s", width(text), lineWidth, text)
				}
			}
		})
	}
}

func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the output differs from %s (rewrite it with -update):\n%s\nwant\n%s", path, got, want)
	}
}

const (
	olderTrace = `{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000000000000000000001","spanId":"0000000000000001","name":"older","startTimeUnixNano":"1000000000","endTimeUnixNano":"2000000000"}]}]}]}`
	newerTrace = `{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000000000000000000002","spanId":"0000000000000001","name":"newer","startTimeUnixNano":"5000000000","endTimeUnixNano":"6000000000"}]}]}]}`
)

func TestTreeReadsTheStandardInputAndShowsOlderTracesFirst(t *testing.T) {
	t.Parallel()
	got := call(t, newerTrace+"\n\n"+olderTrace, "tree", "-")
	older, newer := strings.Index(got.out, "older"), strings.Index(got.out, "newer")
	if got.code != exitOK || older < 0 || newer < older {
		t.Errorf("tree -: exit code %d, want both traces, the older one first:\n%s%s", got.code, got.out, got.err)
	}
}

func TestTreeShowsOnlyTheNewestTraces(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name         string
		traces       string
		older, newer bool
	}{
		{"all", "-1", true, true},
		{"none", "0", false, false},
		{"one", "1", false, true},
		{"more than there are", "5", true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := call(t, olderTrace+"\n"+newerTrace, "tree", "-traces", tt.traces, "-")
			if strings.Contains(got.out, "older") != tt.older || strings.Contains(got.out, "newer") != tt.newer {
				t.Errorf("tree -traces %s shows\n%s\nwant the older: %t, the newer: %t", tt.traces, got.out, tt.older, tt.newer)
			}
		})
	}
}

func TestTreeSaysWhichLinesAreBadAndGoesOn(t *testing.T) {
	t.Parallel()
	lines := []string{olderTrace, `{"resourceSpans":`, "", "secret text", `{"resourceMetrics":[]}`, newerTrace}
	got := call(t, strings.Join(lines, "\n"), "tree", "-")
	want := `-: line 2: not JSON: error at byte 17
-: line 4: not JSON: error at byte 1
-: line 5: not an OTLP/JSON request: expected "resourceSpans" or "resourceLogs"
genai tree: -: 3 lines could not be read
`
	if got.code != exitFailed || got.err != want {
		t.Errorf("tree: exit code %d, errors\n%s\nwant %d and\n%s", got.code, got.err, exitFailed, want)
	}
	if !strings.Contains(got.out, "older") || !strings.Contains(got.out, "newer") {
		t.Errorf("tree shows\n%s\nwant the traces of the good lines", got.out)
	}
}

func TestTreeSaysThatAFileHoldsNothing(t *testing.T) {
	t.Parallel()
	got := call(t, "\n", "tree", "-")
	if want := "genai tree: -: holds no spans or log records\n"; got.code != exitFailed || got.err != want {
		t.Errorf("tree: exit code %d, errors %q, want %q", got.code, got.err, want)
	}
}

func TestTreeIsNotUpsetByDeepNesting(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat(`{"arrayValue":{"values":[`, 100_000)
	got := call(t, `{"resourceSpans":[{"resource":{"attributes":[{"key":"k","value":`+deep, "tree", "-")
	if got.code != exitFailed || !strings.HasPrefix(got.err, "-: line 1: not JSON: error at byte ") {
		t.Errorf("tree: exit code %d, errors %q, want the line refused", got.code, got.err)
	}
}

func FuzzTree(f *testing.F) {
	inputs, err := filepath.Glob("testdata/tree/*/in.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for _, input := range inputs {
		content, err := os.ReadFile(input)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
	}
	f.Add(olderTrace + "\n" + newerTrace + "\nsecret text")
	f.Fuzz(func(t *testing.T, content string) {
		got := call(t, content, "tree", "-")
		// Whatever the file holds, tree ends and says whether all was well.
		if got.code != exitOK && got.code != exitFailed {
			t.Errorf("exit code %d", got.code)
		}
		// What it prints moves no cursor and colours nothing.
		for _, r := range got.out {
			if r != '\n' && !unicode.IsPrint(r) {
				t.Errorf("the output holds the character %U", r)
			}
		}
	})
}
