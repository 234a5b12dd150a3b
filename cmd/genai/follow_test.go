package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

func TestWaitingTracesAreShownWhenTheyHaveBecomeQuiet(t *testing.T) {
	t.Parallel()
	start := time.Unix(1000, 0)
	whole, part := spanOf(1, 0), spanOf(2, 9)
	whole.trace, part.trace = pcommon.TraceID{1}, pcommon.TraceID{2}
	child := spanOf(3, 1)
	child.trace = whole.trace

	waiting := waitingTraces{}
	waiting.add([]record{whole, part}, start)
	if got := waiting.quiet(start.Add(quietWhenComplete - time.Millisecond)); len(got) != 0 {
		t.Errorf("quiet just before the time is over = %d traces, want 0", len(got))
	}
	waiting.add([]record{child}, start.Add(quietWhenComplete/2))
	if got := waiting.quiet(start.Add(quietWhenComplete)); len(got) != 0 {
		t.Errorf("quiet after the trace grew = %d traces, want 0", len(got))
	}
	got := waiting.quiet(start.Add(quietWhenComplete * 3 / 2))
	if len(got) != 1 || len(got[0].records) != 2 {
		t.Fatalf("quiet = %v, want the complete trace with both spans", got)
	}
	if got := waiting.quiet(start.Add(quietWhenPartial)); len(got) != 1 || got[0].id != part.trace {
		t.Errorf("quiet = %v, want the trace whose parent never came", got)
	}
	if got := waiting.all(); len(got) != 0 {
		t.Errorf("all = %d traces, want what was shown to be gone", len(got))
	}
}

func TestGrowingFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "output.jsonl")
	grown := growing{path: path}
	defer grown.close()
	steps := []struct {
		name    string
		content string // of the whole file; none: it does not exist
		want    string // the lines read, each followed by a bar
	}{
		{"a file that does not exist yet", "", ""},
		{"a line and the beginning of one", "one\ntw", "one|"},
		{"the rest of it", "one\ntwo\n", "two|"},
		{"nothing new", "one\ntwo\n", ""},
		{"a file that began anew", "new\n", "new|"},
	}
	for _, step := range steps {
		if step.content != "" {
			if err := os.WriteFile(path, []byte(step.content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got := ""
		if err := grown.read(func(line []byte) { got += string(line) + "|" }); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got != step.want {
			t.Errorf("%s: read %q, want %q", step.name, got, step.want)
		}
	}
}

// lockedBuffer is written by follow and read by its test.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestTreeFollowsAFileUntilItIsInterrupted(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "output.jsonl")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	appendLine := func(line string) {
		if _, err := file.WriteString(line + "\n"); err != nil {
			t.Error(err)
		}
	}
	appendLine(olderTrace)
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	var out, errOut lockedBuffer
	code := make(chan int)
	go func() { code <- run(ctx, []string{"tree", "-follow", "-traces", "1", path}, stdio{nil, &out, &errOut}) }()

	waitFor(t, &out, "older")
	appendLine("secret text")
	appendLine(newerTrace)
	waitFor(t, &out, "newer")
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("tree -follow: exit code %d, want %d", got, exitOK)
	}
	if want := path + ": line 2: not JSON: error at byte 1\n"; errOut.String() != want {
		t.Errorf("errors = %q, want %q", errOut.String(), want)
	}
}

func waitFor(t *testing.T, out *lockedBuffer, text string) {
	t.Helper()
	for range 1000 {
		if strings.Contains(out.String(), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the output never held %q:\n%s", text, out.String())
}
