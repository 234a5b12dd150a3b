package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	defaultEndpoint  = "http://127.0.0.1:4318"
	requestTimeout   = 10 * time.Second
	maxResponseBytes = 1 << 20
)

// play sends OTLP/JSON files to a collector by OTLP/HTTP. A file holds one JSON
// document or one request a line, of spans or of log records. It stops at the
// first request that is not accepted whole.
func play(ctx context.Context, args []string, std stdio) error {
	flags := newFlags("play", "[-endpoint URL] FILE...", std.err)
	endpoint := flags.String("endpoint", defaultEndpoint, "OTLP/HTTP address of the collector, without /v1/traces")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return wrongUsage(flags, "expected at least one FILE of OTLP/JSON requests")
	}
	base, err := parseEndpoint(*endpoint)
	if err != nil {
		return err
	}
	s := sender{base: base, client: &http.Client{Timeout: requestTimeout}}
	for _, path := range flags.Args() {
		sent, err := s.sendFile(ctx, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(std.out, "sent %s: %s\n", path, sent)
	}
	return nil
}

func parseEndpoint(text string) (*url.URL, error) {
	base, err := url.Parse(text)
	if err != nil || base.Host == "" || (base.Scheme != "http" && base.Scheme != "https") {
		return nil, fmt.Errorf("-endpoint: expected an address such as %s, found %q", defaultEndpoint, text)
	}
	return base, nil
}

// tally counts what a collector accepted of one file.
type tally struct {
	requests, spans, logRecords int
}

// String says what was sent, leaving out what there was none of.
func (t tally) String() string {
	parts := []string{plural(t.requests, "request")}
	if t.spans > 0 {
		parts = append(parts, plural(t.spans, "span"))
	}
	if t.logRecords > 0 {
		parts = append(parts, plural(t.logRecords, "log record"))
	}
	return strings.Join(parts, ", ")
}

func (t *tally) add(p payload) {
	t.requests++
	if p.signal == signalTraces {
		t.spans += p.items()
	} else {
		t.logRecords += p.items()
	}
}

// sender posts requests to one collector.
type sender struct {
	base   *url.URL
	client *http.Client
}

// sendFile sends every request of a file, in order.
func (s sender) sendFile(ctx context.Context, path string) (tally, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return tally{}, err
	}
	var sent tally
	documents := json.NewDecoder(bytes.NewReader(fillTemplate(content)))
	for {
		where := fmt.Sprintf("%s: request %d", path, sent.requests+1)
		var document json.RawMessage
		if err := documents.Decode(&document); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return sent, fmt.Errorf("%s: %w", where, notJSON(err))
		}
		p, err := decode(document)
		if err != nil {
			return sent, fmt.Errorf("%s: %w", where, err)
		}
		if err := s.send(ctx, p, document); err != nil {
			return sent, fmt.Errorf("%s: %w", where, err)
		}
		sent.add(p)
	}
	if sent.requests == 0 {
		return sent, fmt.Errorf("%s: holds no request", path)
	}
	return sent, nil
}

// send posts one request and returns an error unless all of it was accepted.
func (s sender) send(ctx context.Context, p payload, document []byte) error {
	target := s.base.JoinPath("v1", p.signal).String()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(document))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return explain(err, target)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxResponseBytes))
	if err != nil {
		return explain(err, target)
	}
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return fmt.Errorf("%s answered HTTP %d: the collector's log says why", target, response.StatusCode)
	}
	if rejected := rejectedItems(body); rejected > 0 {
		return fmt.Errorf("%s rejected %d of %d items: the collector's log says why", target, rejected, p.items())
	}
	return nil
}

// explain says where the sender tried and what the reader can do.
func explain(err error, target string) error {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return fmt.Errorf("no collector listens at %s (connection refused): start one, for example with \"make run\", or name another address with -endpoint", target)
	}
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return fmt.Errorf("no answer from %s within %s", target, requestTimeout)
	}
	return err
}

// rejectedItems reads partialSuccess of an OTLP/HTTP answer (OTLP
// specification, "Partial Success"). A 64-bit integer is a string in OTLP/JSON;
// some servers write a number. An answer that is not JSON rejects nothing.
func rejectedItems(body []byte) int64 {
	var answer struct {
		PartialSuccess struct {
			RejectedSpans      json.RawMessage `json:"rejectedSpans"`
			RejectedLogRecords json.RawMessage `json:"rejectedLogRecords"`
		} `json:"partialSuccess"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return 0
	}
	return integer(answer.PartialSuccess.RejectedSpans) + integer(answer.PartialSuccess.RejectedLogRecords)
}

func integer(raw json.RawMessage) int64 {
	n, err := strconv.ParseInt(strings.Trim(string(raw), `"`), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(int64(n)) + " " + noun + "s"
}
