package collector

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
)

// Load is what the load generator did. Command load prints it as JSON.
type Load struct {
	Spans, Requests int
	// Seconds from the first request to the last answer.
	Seconds        float64
	SpansPerSecond float64
	// Of a request, from before it is sent until its answer is there.
	MedianMilliseconds, P99Milliseconds float64
}

// Generator is the built command load.
type Generator struct {
	Binary string
	// CPU on which alone it runs; -1: on any.
	CPU int
}

// Send runs it against a collector until it ends. The arguments are its own, without -endpoint.
func (g Generator) Send(to *Collector, arguments ...string) (Load, error) {
	command := pinned(g.CPU, g.Binary, append([]string{"-json", "-endpoint", to.Endpoint}, arguments...)...)
	var problem bytes.Buffer
	command.Stderr = &problem
	output, err := command.Output()
	if err != nil {
		return Load{}, fmt.Errorf("load: %w: %s", err, strings.TrimSpace(problem.String()))
	}
	var load Load
	if err := json.Unmarshal(output, &load); err != nil {
		return Load{}, fmt.Errorf("load: %w", err)
	}
	return load, nil
}

// pinned returns a command that runs on one CPU only, or on any where cpu is negative.
func pinned(cpu int, name string, arguments ...string) *exec.Cmd {
	if cpu < 0 {
		return exec.Command(name, arguments...)
	}
	// taskset sets it before the program makes threads, and then is that program, with the same process id.
	return exec.Command("taskset", append([]string{"-c", fmt.Sprint(cpu), name}, arguments...)...)
}
