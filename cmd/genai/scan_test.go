package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scanCase is a call of "genai scan" over the sample, on the standard input.
type scanCase struct {
	args []string
	code int
}

var scanCases = map[string]scanCase{
	"default":         {[]string{"-"}, exitOK},
	"default-json":    {[]string{"-json", "-"}, exitOK},
	"scope-all":       {[]string{"-scope", "all", "-packs", "network", "-"}, exitOK},
	"own-policy":      {[]string{"-config", "testdata/scan/collector.yaml", "-processor", "genai/strict", "-"}, exitOK},
	"own-policy-json": {[]string{"-json", "-config", "testdata/scan/collector.yaml", "-processor", "genai/strict", "-"}, exitOK},
	"content":         {[]string{"-config", "testdata/scan/collector.yaml", "-processor", "genai/lean", "-"}, exitOK},
	"switched-off":    {[]string{"-config", "testdata/scan/section.yaml", "-"}, exitOK},
	"findings-fail":   {[]string{"-fail-on-findings", "-"}, exitFindings},
}

func TestScanOfEachGoldenCase(t *testing.T) {
	t.Parallel()
	sample := scanSample(t)
	for name, tt := range scanCases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := call(t, sample, append([]string{"scan"}, tt.args...)...)
			if got.code != tt.code {
				t.Errorf("exit code %d, want %d", got.code, tt.code)
			}
			text := "$ genai scan " + strings.Join(tt.args, " ") + "\n" + got.out
			if got.err != "" {
				text += "---- errors\n" + got.err
			}
			checkNoCanary(t, text)
			checkGolden(t, filepath.Join("testdata", "scan", name+".txt"), text)
		})
	}
	files, err := filepath.Glob("testdata/scan/*.txt")
	if err != nil || len(files) != len(scanCases) {
		t.Errorf("found %d golden files (%v), want %d", len(files), err, len(scanCases))
	}
}

// checkNoCanary fails where an output says what only the telemetry did. It
// doesn't print it.
func checkNoCanary(t *testing.T, output string) {
	t.Helper()
	for i, canary := range canaries {
		if strings.Contains(output, canary) {
			t.Errorf("the output has canary %d of the sample", i)
		}
	}
}

func TestTheCanariesAreInTheSample(t *testing.T) {
	t.Parallel()
	for i, canary := range canaries {
		if canary != "badline" && !strings.Contains(scanSample(t), canary) {
			t.Errorf("canary %d is not in the sample", i)
		}
	}
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func scanJSON(t *testing.T, got called) scanReport {
	t.Helper()
	var r scanReport
	decoder := json.NewDecoder(strings.NewReader(got.out))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		t.Fatalf("%v: %s%s", err, got.out, got.err)
	}
	return r
}

func TestScanReadsGzipAndSeveralFiles(t *testing.T) {
	t.Parallel()
	sample := scanSample(t)
	dir := t.TempDir()
	plain, packed := filepath.Join(dir, "plain.jsonl"), filepath.Join(dir, "packed.jsonl.gz")
	putFile(t, plain, sample)
	putFile(t, packed, gzipped(t, sample)+gzipped(t, sample)) // as with files of a log rotation put together
	one := scanJSON(t, call(t, sample, "scan", "-json", "-"))
	all := scanJSON(t, call(t, gzipped(t, sample), "scan", plain, packed, "-", "-json"))
	if one.Findings.Total == 0 || all.Findings.Total != 4*one.Findings.Total || all.Spans.Read != 4*one.Spans.Read {
		t.Errorf("%d findings in %d spans, want 4 times %d in %d", all.Findings.Total, all.Spans.Read, one.Findings.Total, one.Spans.Read)
	}
	for i, want := range []scannedFile{{Name: plain, Lines: 4}, {Name: packed, Lines: 8}, {Name: "-", Lines: 4}} {
		if got := all.Files[i]; got.Name != want.Name || got.Lines != want.Lines || got.BadLines != 0 || got.Error != "" {
			t.Errorf("file %d: %+v, want %+v", i, got, want)
		}
	}
}

func TestScanGoesOnBehindLinesThatItCanNotRead(t *testing.T) {
	t.Parallel()
	sample := scanSample(t)
	bad := `{"resourceSpans":"badline"}` + "\n"
	got := call(t, bad+"badline\n"+sample+strings.Repeat(bad, 10), "scan", "-json", "-")
	want := "-: line 1: not an OTLP/JSON request: a field of its spans has the wrong type\n" +
		"-: line 2: not JSON: error at byte 1\n"
	if got.code != exitFailed || !strings.HasPrefix(got.err, want) ||
		!strings.HasSuffix(got.err, "-: line 14: not an OTLP/JSON request: a field of its spans has the wrong type\n"+
			"-: 2 lines more could not be read\ngenai scan: 12 lines could not be read\n") {
		t.Errorf("exit code %d, errors:\n%s", got.code, got.err)
	}
	checkNoCanary(t, got.out+got.err)
	r, whole := scanJSON(t, got), scanJSON(t, call(t, sample, "scan", "-json", "-"))
	if r.Findings.Total != whole.Findings.Total {
		t.Errorf("%d findings, want %d", r.Findings.Total, whole.Findings.Total)
	}
	if f := r.Files[0]; f.BadLines != 12 || len(f.Bad) != maxBadLines || f.Bad[0] != 1 || f.Bad[2] != 7 {
		t.Errorf("%+v", f)
	}
}

func TestScanSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		putFile(t, path, content)
		return path
	}
	sample := write("sample.jsonl", scanSample(t))
	absent := filepath.Join(dir, "absent")
	const two = "testdata/scan/collector.yaml"
	config := func(name, redaction string) []string {
		return []string{"-config", write(name, "processors: {genai: "+redaction+"}"), sample}
	}
	where := func(name string) string { return "genai scan: " + filepath.Join(dir, name) + ": processors::genai::" }
	tests := []struct {
		name string
		args []string
		code int
		err  string // the first line of the errors
	}{
		{"no file", nil, exitUsage, "genai scan: expected at least one FILE (- is the standard input)"},
		{"no such pack", []string{"-packs", "default,eux", sample}, exitUsage, "genai scan: -packs: expected some of *, found \"eux\""},
		{"no such scope", []string{"-scope", "some", sample}, exitUsage, `genai scan: -scope: expected genai or all, found "some"`},
		{"a processor of nothing", []string{"-processor", "genai", sample}, exitUsage, "genai scan: -processor: expected -config beside it, found none"},
		{"an absent file", []string{absent}, exitFailed, absent + ": no such file or directory"},
		{"a directory", []string{dir}, exitFailed, dir + ": is a directory"},
		{"gzip that is cut off", []string{write("cut.gz", gzipped(t, scanSample(t))[:200])}, exitFailed, filepath.Join(dir, "cut.gz") + ": not gzip, though it begins so, or cut off before its end"},
		{"gzip that is none", []string{write("none.gz", "\x1f\x8bhello")}, exitFailed, filepath.Join(dir, "none.gz") + ": not gzip, though it begins so, or cut off before its end"},
		{"metrics", []string{write("metrics.jsonl", `{"resourceMetrics":[]}`)}, exitFailed, filepath.Join(dir, "metrics.jsonl") + `: line 1: not an OTLP/JSON request: expected "resourceSpans" or "resourceLogs"`},
		{"nothing", []string{write("empty.jsonl", "\n")}, exitFailed, "genai scan: found no spans or log records"},
		{"an absent configuration", []string{"-config", absent, sample}, exitFailed, "genai scan: " + absent + ": no such file or directory"},
		{"several processors", []string{"-config", two, sample}, exitFailed, "genai scan: " + two + ": processors: expected one of the type genai, found genai/enrich, genai/lean, genai/strict: choose with -processor"},
		{"a section that is none", config("five.yaml", "{redaction: 5}"), exitFailed, where("five.yaml") + "redaction: expected a map, found another value"},
		{"dialects that are none", config("six.yaml", "{normalize: 6}"), exitFailed, where("six.yaml") + "normalize: expected a map, found another value"},
		{"a reference", config("reference.yaml", "{redaction: {packs: [\"${env:PACK}\"]}}"), exitFailed, where("reference.yaml") + "redaction::packs: expected values as they are, found ${...}, which only a collector expands"},
		{"a reference among dialects", config("dialects.yaml", "{normalize: {disabled_dialects: [\"${env:NAME}\"]}}"), exitFailed, where("dialects.yaml") + "normalize::disabled_dialects: expected values as they are, found ${...}, which only a collector expands"},
		{"an unknown key", config("key.yaml", "{redaction: {pack: [default]}}"), exitFailed, where("key.yaml")[:len(where("key.yaml"))-2] + ": decoding failed due to the following error(s): 'redaction' has invalid keys: pack"},
		{"a wrong value", config("value.yaml", "{redaction: {scope: some}}"), exitFailed, where("value.yaml") + `redaction: scope: one of genai, all is expected, found "some"`},
		{"no key", config("nokey.yaml", "{redaction: {action: pseudonym}}"), exitFailed, where("nokey.yaml") + "redaction: *"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := call(t, "", append([]string{"scan"}, tt.args...)...)
			if strings.Contains(got.out, "Nothing was found.") {
				t.Error("nothing was found in what was not read")
			}
			first, _, _ := strings.Cut(got.err, "\n")
			before, after, _ := strings.Cut(tt.err, "*")
			if got.code != tt.code || !strings.HasPrefix(first, before) || !strings.HasSuffix(first, after) || !strings.Contains(tt.err, "*") && first != tt.err {
				t.Errorf("exit code %d, want %d\nerrors: %s\nwant:   %s", got.code, tt.code, first, tt.err)
			}
			checkNoCanary(t, got.out+got.err)
		})
	}
}

func TestScanSumsUpWhatItCouldNotRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	absent := filepath.Join(dir, "absent")
	bad := "badline\n"
	for name, tt := range map[string]struct {
		stdin, want string
		args        []string
	}{
		"a file":                        {scanSample(t), "genai scan: 1 file could not be read\n", []string{absent, "-"}},
		"a file and lines":              {bad + bad + scanSample(t), "genai scan: 1 file and 2 lines could not be read\n", []string{"-", absent}},
		"what is found is told even so": {bad + scanSample(t), "genai scan: 1 line could not be read\n", []string{"-fail-on-findings", "-"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := call(t, tt.stdin, append([]string{"scan"}, tt.args...)...)
			if got.code != exitFailed || !strings.HasSuffix(got.err, "\n"+tt.want) || !strings.Contains(got.out, "\nFindings by entity: ") {
				t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
			}
		})
	}
}

func TestScanIsInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errOut bytes.Buffer
	code := run(ctx, []string{"scan", "-"}, stdio{strings.NewReader(scanSample(t)), &out, &errOut})
	if code != exitFailed || errOut.String() != "genai scan: interrupted: the report is of what was read before\n" || !strings.HasPrefix(out.String(), "read:         1 file, 0 lines\n") {
		t.Errorf("exit code %d\n%s%s", code, out.String(), errOut.String())
	}
}

func TestScanCountsTheFilesThatItRead(t *testing.T) {
	t.Parallel()
	got := call(t, olderTrace, "scan", "-", filepath.Join(t.TempDir(), "missing.jsonl"))
	if got.code != exitFailed || !strings.HasPrefix(got.out, "read:         1 file, 1 line\n") {
		t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestScanSaysThatPoliciesHold(t *testing.T) {
	t.Parallel()
	config := filepath.Join(t.TempDir(), "collector.yaml")
	putFile(t, config, "processors: {genai: {redaction: {policies: [{name: a, from_context: auth.tenant, values: [x], identity: drop}]}}}")
	got := call(t, olderTrace, "scan", "-config", config, "-")
	want := "scope genai, identity keep, policies 1 (where none matches, the strictest of all holds), by "
	if got.code != exitOK || !strings.Contains(got.out, want) {
		t.Errorf("exit code %d, want %q in\n%s%s", got.code, want, got.out, got.err)
	}
	if r := scanJSON(t, call(t, olderTrace, "scan", "-json", "-config", config, "-")); r.Policy.Policies != 1 {
		t.Errorf("policies: %d, want 1", r.Policy.Policies)
	}
}

func TestScanWithoutFindings(t *testing.T) {
	t.Parallel()
	got := call(t, olderTrace, "scan", "-fail-on-findings", "-")
	if got.code != exitOK || got.err != "" || !strings.HasSuffix(got.out, "\nNothing was found.\n\nEnforcing this policy would change nothing.\n") {
		t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
	}
}

// The key of pseudonyms is the collector's own affair: it may be in the
// environment or in a file that is not on this machine.
func TestScanNeedsNoKeyOfPseudonyms(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, pseudonym := range map[string]string{"env": `{key: "${env:KEY}", key_id: k1}`, "file": "{key_file: /no/such/file}"} {
		path := filepath.Join(dir, name)
		putFile(t, path, "genai: {redaction: {action: pseudonym, identity: pseudonym, pseudonym: "+pseudonym+"}}")
		r := scanJSON(t, call(t, scanSample(t), "scan", "-json", "-config", path, "-"))
		if len(r.Identity) != 1 || r.Identity[0] != (identityRow{identityKey{"user.id", "pseudonym"}, 1}) || r.WouldChange.ByAction[0].Action != "pseudonym" {
			t.Errorf("%s: %+v, %+v", name, r.Identity, r.WouldChange)
		}
	}
}

func TestScanProgressGoesToTheErrorsAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "sample.jsonl")
	putFile(t, path, scanSample(t))
	quiet, loud := call(t, "", "scan", path), call(t, "", "scan", "-progress", path)
	if quiet.err != "" || loud.out != quiet.out || loud.err != path+": 4 lines, 100 %\n" {
		t.Errorf("errors without %q, with %q", quiet.err, loud.err)
	}
	if got := call(t, scanSample(t), "scan", "-progress", "-"); got.err != "-: 4 lines\n" {
		t.Errorf("of the standard input: %q", got.err)
	}
}

func TestProgressOnATerminal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	p := progress{out: &out, terminal: true}
	p.start("a.jsonl", &lines{size: 200, read: 50})
	p.step(1)
	p.clear()
	p.finish()
	if want := "\r\x1b[Ka.jsonl: 1 line, 25 %\r\x1b[K\r\x1b[K"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
	out.Reset()
	p.every = progressElsewhere
	if p.step(2); out.Len() > 0 {
		t.Errorf("too early: %q", out.String())
	}
}

func TestScanHelp(t *testing.T) {
	t.Parallel()
	got := call(t, "", "scan", "-h")
	if got.code != exitOK || !strings.HasPrefix(got.err, "Usage: genai scan ") || !strings.Contains(got.err, "  -fail-on-findings\n") {
		t.Errorf("exit code %d, %s", got.code, got.err)
	}
}

func putFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
