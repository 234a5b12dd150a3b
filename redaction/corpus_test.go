package redaction_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// TestRedactionCorpus scores the engine on labelled texts that are not part of the repository: GENAI_CORPUS names a folder with
// redaction/*.jsonl. `make corpus` runs it. It prints names, line numbers and counts, never a text.
//
// A missed gate fails the test, for the entities that the packs in force have.
func TestRedactionCorpus(t *testing.T) {
	folder := os.Getenv("GENAI_CORPUS")
	if folder == "" {
		t.Skip("GENAI_CORPUS is not set: no corpus to score on")
	}
	for _, pack := range []string{"default", "all"} {
		engine, err := redaction.New(redaction.Settings{Packs: []string{pack}})
		require.NoError(t, err)
		c := corpus{folder: filepath.Join(folder, "redaction"), engine: engine, covered: map[string]bool{}}
		for _, e := range redaction.PackEntities(pack) {
			c.covered[e.String()] = true
		}
		for _, file := range []struct {
			name  string
			score func(*testing.T, *corpus)
		}{
			{"entities", scoreEntities},
			{"sentences", scoreSentences},
			{"secrets", scoreSecrets},
			{"benign", scoreBenign},
			{"checksums", scoreChecksums},
		} {
			t.Run(pack+"/"+file.name, func(t *testing.T) { file.score(t, &c) })
		}
	}
}

// corpus is the folder of labelled texts and the engine that is scored on it.
type corpus struct {
	folder  string
	engine  *redaction.Engine
	covered map[string]bool // the names of the entities that the pack in force may find
}

// readLines reads a file of JSON lines. Line n of the file is element n-1.
func readLines[T any](t *testing.T, c *corpus, name string) []T {
	t.Helper()
	file, err := os.Open(filepath.Join(c.folder, name))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	var all []T
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var line T
		if json.Unmarshal(lines.Bytes(), &line) != nil { // the error itself quotes the line
			t.Fatalf("%s: line %d is not of the expected form", name, len(all)+1)
		}
		all = append(all, line)
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, all, name)
	return all
}

// finding is what the engine found at the bytes [start, end) of a text.
type finding struct {
	start, end int
	entity     string
}

func (f finding) overlaps(start, end int) bool { return f.start < end && start < f.end }

// find returns the findings in text, by what became of it.
func (c *corpus) find(text string) []finding {
	var tally redaction.Tally
	out, changed := c.engine.Text(text, redaction.Place{}, &tally)
	if !changed {
		return nil
	}
	return align(text, out)
}

var placeholder = regexp.MustCompile(`<[A-Z0-9_]+>(?:#\d+)?`)

// align returns which bytes of in became the placeholders of out. Where it can't tell, a finding covers all of in.
func align(in, out string) []finding {
	var found []finding
	at, done := 0, 0 // what is accounted for, of in and of out
	end := func(literal string, last bool) bool {
		if len(found) == 0 || found[len(found)-1].end > 0 {
			return false
		}
		to := len(in) - len(literal)
		if !last {
			to = -1
			if at < len(in) {
				to = strings.Index(in[at+1:], literal) + at + 1
			}
		}
		if to < at || !strings.HasPrefix(in[to:], literal) {
			return false
		}
		found[len(found)-1].end = to
		at = to
		return true
	}
	aligned := true
	for _, p := range placeholder.FindAllStringIndex(out, -1) {
		if strings.Contains(in, out[p[0]:p[1]]) {
			continue // was there before
		}
		literal := out[done:p[0]]
		if len(found) == 0 {
			aligned = aligned && strings.HasPrefix(in, literal)
		} else {
			aligned = end(literal, false) && aligned
		}
		at += len(literal)
		done = p[1]
		name, _, _ := strings.Cut(out[p[0]+1:p[1]], ">")
		found = append(found, finding{start: at, entity: name})
	}
	aligned = end(out[done:], true) && aligned
	if !aligned {
		for i := range found {
			found[i].start, found[i].end = 0, len(in)
		}
	}
	return found
}

func TestAlign(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in, out string
		want          []finding
	}{
		{"one in the middle", "to a@b.example now", "to <EMAIL> now", []finding{{3, 14, "EMAIL"}}},
		{"all of it", "a@b.example", "<EMAIL>", []finding{{0, 11, "EMAIL"}}},
		{"two", "a@b.example, +14155550132.", "<EMAIL>, <PHONE>.", []finding{{0, 11, "EMAIL"}, {13, 25, "PHONE"}}},
		{"one that was there before", "<EMAIL> a@b.example <x>", "<EMAIL> <PHONE> <x>", []finding{{8, 19, "PHONE"}}},
		{"a number that becomes a string", `{"card":4111}`, `{"card":"<CREDIT_CARD>"}`, []finding{{0, 13, "CREDIT_CARD"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, align(c.in, c.out))
		})
	}
}
