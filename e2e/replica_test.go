package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// replica is one of several collectors that run files of examples/ as they stand there. It can end, and come back under the same
// addresses and with the same folder.
type replica struct {
	*collector
	configs     []string // paths, the later ones on top
	environment []string // beside the addresses
	ports       []string
	kept        string // the folder of what it keeps on disk
}

// startReplica returns when the collector is healthy.
func startReplica(t testing.TB, environment []string, configs ...string) *replica {
	t.Helper()
	r := &replica{configs: configs, environment: environment, kept: t.TempDir()}
	startAny(t, func() *collector {
		r.ports = freePorts(t, 4)
		r.launch(t)
		return r.collector
	})
	return r
}

func (r *replica) launch(t testing.TB) {
	t.Helper()
	r.collector = &collector{
		folder:  t.TempDir(),
		grpc:    "127.0.0.1:" + r.ports[0],
		http:    "http://127.0.0.1:" + r.ports[1],
		health:  "http://127.0.0.1:" + r.ports[2],
		metrics: "http://127.0.0.1:" + r.ports[3] + "/metrics",
	}
	var arguments []string
	for _, config := range r.configs {
		arguments = append(arguments, "--config", config)
	}
	r.process = exec.Command(binary(t), arguments...)
	r.process.Env = append(os.Environ(), "GRPC_PORT="+r.ports[0], "HTTP_PORT="+r.ports[1], "HEALTH_PORT="+r.ports[2],
		"TELEMETRY_PORT="+r.ports[3], "QUEUE_FOLDER="+filepath.Join(r.kept, "queue"))
	r.process.Env = append(r.process.Env, r.environment...)
	r.ended = startProcess(t, r.process, filepath.Join(r.folder, "collector.log"))
}

// comesBack starts the collector again after it has ended, and returns when it is healthy.
func (r *replica) comesBack(t testing.TB) {
	t.Helper()
	startAny(t, func() *collector { r.launch(t); return r.collector })
}

// dies ends the process by SIGKILL, as a machine does that fails.
func (r *replica) dies(t testing.TB) {
	t.Helper()
	require.NoError(t, r.process.Process.Kill())
	<-r.ended
}

// reloads makes the collector read its files again, and returns when it runs with them.
func (r *replica) reloads(t testing.TB) {
	t.Helper()
	ready := func() int { return strings.Count(r.log(t), "Everything is ready") }
	before := ready()
	require.NoError(t, r.process.Process.Signal(syscall.SIGHUP))
	require.Eventually(t, func() bool { return ready() > before }, patience, 20*time.Millisecond, "the collector reads its files again")
}

// counted returns the sum of a counter of the collector's own over all samples with the label, such as `processor="genai"`, or over all
// with ""; 0 where none shows yet.
func (r *replica) counted(t testing.TB, name, label string) int {
	t.Helper()
	sum := 0.0
	for line := range strings.Lines(r.ownMetrics(t)) {
		series, value, _ := strings.Cut(strings.TrimSpace(line), "} ")
		found, labels, _ := strings.Cut(series, "{")
		if found != name || !strings.Contains(labels, label) {
			continue
		}
		count, err := strconv.ParseFloat(value, 64)
		require.NoError(t, err)
		sum += count
	}
	return int(sum)
}

// accepted returns how many spans the collector has taken over from senders since it started.
func (r *replica) accepted(t testing.TB) int {
	t.Helper()
	return r.counted(t, "otelcol_receiver_accepted_spans", "")
}

// failed returns how many spans the collector could not pass on, each time that it tried.
func (r *replica) failed(t testing.TB) int {
	t.Helper()
	return r.counted(t, "otelcol_exporter_send_failed_spans", "")
}

// isEmpty reports whether all that the collector took over since it started has left it.
func (r *replica) isEmpty(t testing.TB) bool {
	t.Helper()
	return r.counted(t, "otelcol_exporter_sent_spans", "") >= r.accepted(t)
}

// isGrouped reports whether all that the collector took over since it started is through groupbytrace and genai.
func (r *replica) isGrouped(t testing.TB) bool {
	t.Helper()
	return r.counted(t, "otelcol_processor_outgoing_items", `processor="genai"`) == r.accepted(t)
}

// acceptedByAll returns how many spans the collectors have taken over together.
func acceptedByAll(t testing.TB, replicas []*replica) (spans int) {
	t.Helper()
	for _, r := range replicas {
		spans += r.accepted(t)
	}
	return spans
}

// drainAndStop ends collectors as one should: when they are empty.
func drainAndStop(t testing.TB, replicas ...*replica) {
	t.Helper()
	for _, r := range replicas {
		require.Eventually(t, func() bool { return r.isEmpty(t) }, patience, 50*time.Millisecond, "the collector passes on all that it has")
		r.stop(t)
	}
}
