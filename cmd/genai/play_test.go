package main

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

const (
	oneSpan = `{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a"}]}]}]}`
	twoLogs = `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"eventName":"a"},{"eventName":"b"}]}]}]}`
)

// standIn is a collector that answers every request alike and keeps what it got.
type standIn struct {
	*httptest.Server
	mu     sync.Mutex
	paths  []string
	bodies []string
}

func newStandIn(t *testing.T, status int, answer string) *standIn {
	t.Helper()
	s := &standIn{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.paths = append(s.paths, r.Method+" "+r.URL.Path+" "+r.Header.Get("Content-Type"))
		s.bodies = append(s.bodies, string(body))
		s.mu.Unlock()
		w.WriteHeader(status)
		_, _ = io.WriteString(w, answer)
	}))
	t.Cleanup(s.Close)
	return s
}

func writeFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.json")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPlaySendsEachRequestToThePathOfItsSignal(t *testing.T) {
	t.Parallel()
	collector := newStandIn(t, http.StatusOK, `{"partialSuccess":{}}`)
	path := writeFile(t, oneSpan+"\n"+twoLogs+"\n"+oneSpan)
	got := call(t, "", "play", "-endpoint", collector.URL+"/otlp", path)
	if want := "sent " + path + ": 3 requests, 2 spans, 2 log records\n"; got.code != exitOK || got.out != want {
		t.Errorf("play: exit code %d, output %q, want %q; errors %q", got.code, got.out, want, got.err)
	}
	wantPaths := "POST /otlp/v1/traces application/json, POST /otlp/v1/logs application/json, POST /otlp/v1/traces application/json"
	if paths := strings.Join(collector.paths, ", "); paths != wantPaths {
		t.Errorf("requests = %s, want %s", paths, wantPaths)
	}
	if bodies := strings.Join(collector.bodies, "\n"); bodies != oneSpan+"\n"+twoLogs+"\n"+oneSpan {
		t.Errorf("bodies = %s, want the requests of the file as they are", bodies)
	}
}

func TestPlayPutsAFakeKeyInPlaceOfItsMarker(t *testing.T) {
	t.Parallel()
	collector := newStandIn(t, http.StatusOK, "")
	path := writeFile(t, strings.Replace(oneSpan, `"a"`, `"my key is `+fakeKeyMarker+`"`, 1))
	if got := call(t, "", "play", "-endpoint", collector.URL, path); got.code != exitOK {
		t.Fatalf("play: exit code %d, errors %q", got.code, got.err)
	}
	shape := regexp.MustCompile(`"my key is sk-` + `ant-api03-[0-9a-f]{93}AA"`)
	if !shape.MatchString(collector.bodies[0]) {
		t.Errorf("body = %s, want a key of the shape %s in place of the marker", collector.bodies[0], shape)
	}
}

func TestPlayFails(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		content string
		status  int
		answer  string
		err     string // the text after the file's name, * stands for the address
	}{
		{"when the collector refuses", oneSpan, 400, `{"message":"bad: secret text"}`, ": request 1: */v1/traces answered HTTP 400: the collector's log says why"},
		{"when the collector is overloaded", twoLogs, 503, "", ": request 1: */v1/logs answered HTTP 503: the collector's log says why"},
		{"when spans were rejected", oneSpan + oneSpan, 200, `{"partialSuccess":{"rejectedSpans":"1","errorMessage":"secret text"}}`, ": request 1: */v1/traces rejected 1 of 1 items: the collector's log says why"},
		{"when log records were rejected and counted by a number", twoLogs, 200, `{"partialSuccess":{"rejectedLogRecords":2}}`, ": request 1: */v1/logs rejected 2 of 2 items: the collector's log says why"},
		{"when the file is empty", " \n", 200, "", ": holds no request"},
		{"when the file is cut off", oneSpan + `{"resourceSpans":[{"secret text`, 200, "", ": request 2: not JSON: cut off before its end"},
		{"when the file is no JSON", `secret text`, 200, "", ": request 1: not JSON: error at byte 1"},
		{"when the JSON is no object", `["secret text"]`, 200, "", ": request 1: not an OTLP/JSON request: expected a JSON object"},
		{"when the JSON is of another kind", `{"resourceMetrics":["secret text"]}`, 200, "", `: request 1: not an OTLP/JSON request: expected "resourceSpans" or "resourceLogs"`},
		{"when a request mixes signals", `{"resourceSpans":[],"resourceLogs":[]}`, 200, "", `: request 1: holds both "resourceSpans" and "resourceLogs"; expected one of them`},
		{"when a field of a span has a wrong type", `{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":["secret text"]}]}]}]}`, 200, "", ": request 1: not an OTLP/JSON request: a field of its spans has the wrong type"},
		{"when a field of a log record has a wrong type", `{"resourceLogs":"secret text"}`, 200, "", ": request 1: not an OTLP/JSON request: a field of its log records has the wrong type"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			collector := newStandIn(t, tt.status, tt.answer)
			path := writeFile(t, tt.content)
			got := call(t, "", "play", "-endpoint", collector.URL, path)
			want := "genai play: " + path + strings.Replace(tt.err, "*", collector.URL, 1) + "\n"
			if got.code != exitFailed || got.err != want {
				t.Errorf("play: exit code %d, errors\n%s\nwant %d and\n%s", got.code, got.err, exitFailed, want)
			}
		})
	}
}

func TestPlayAcceptsAnAnswerThatRejectsNothing(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{"", "{}", "not JSON", `{"partialSuccess":{"rejectedSpans":"0","errorMessage":"deprecated"}}`} {
		collector := newStandIn(t, http.StatusOK, answer)
		if got := call(t, "", "play", "-endpoint", collector.URL, writeFile(t, oneSpan)); got.code != exitOK {
			t.Errorf("play with the answer %q: exit code %d, want %d; errors %q", answer, got.code, exitOK, got.err)
		}
	}
}

func TestPlaySaysWhereNoCollectorListens(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + listener.Addr().String()
	listener.Close()
	path := writeFile(t, oneSpan)
	got := call(t, "", "play", "-endpoint", address, path)
	want := "genai play: " + path + ": request 1: no collector listens at " + address + "/v1/traces (connection refused): " +
		`start one, for example with "make run", or name another address with -endpoint` + "\n"
	if got.code != exitFailed || got.err != want {
		t.Errorf("play: exit code %d, errors\n%s\nwant\n%s", got.code, got.err, want)
	}
}

func TestPlayRefusesAnEndpointThatIsNoAddress(t *testing.T) {
	t.Parallel()
	for _, endpoint := range []string{"", "127.0.0.1:4318", "localhost", "grpc://localhost:4317", "http://"} {
		got := call(t, "", "play", "-endpoint", endpoint, writeFile(t, oneSpan))
		want := `genai play: -endpoint: expected an address such as http://127.0.0.1:4318, found "` + endpoint + "\"\n"
		if got.code != exitFailed || got.err != want {
			t.Errorf("play -endpoint %q: exit code %d, errors %q, want %q", endpoint, got.code, got.err, want)
		}
	}
}
