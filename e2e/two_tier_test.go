package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// startGateways starts gateways of the second tier, each of which waits so long for the rest of a trace.
func startGateways(t testing.TB, count int, wait string, backend *destination) (gateways []*replica) {
	t.Helper()
	for range count {
		gateways = append(gateways, startReplica(t, append(backendIs(backend), "TRACE_WAIT="+wait), examplePath("two-tier-gateway.yaml")))
	}
	return gateways
}

// gatewayList is a file that goes on top of two-tier-agent.yaml, so that the list can change while agents run.
type gatewayList string

func newGatewayList(t *testing.T, gateways []*replica) gatewayList {
	t.Helper()
	list := gatewayList(filepath.Join(t.TempDir(), "gateways.yaml"))
	list.set(t, gateways)
	return list
}

func (l gatewayList) set(t *testing.T, gateways []*replica) {
	t.Helper()
	content := "exporters: {load_balancing: {resolver: {static: {hostnames: " + addressesOf(gateways) + "}}}}\n"
	require.NoError(t, os.WriteFile(string(l), []byte(content), 0o600))
}

// addressesOf returns the OTLP/gRPC addresses as a list in YAML.
func addressesOf(replicas []*replica) string {
	var addresses []string
	for _, r := range replicas {
		addresses = append(addresses, r.grpc)
	}
	return "[" + strings.Join(addresses, ", ") + "]"
}

// TestScaleOutLosesNothingWhenAGatewayLeaves: a gateway that is taken off the list first, and ended when it is empty, costs no span.
// Traces that were not under way at the change are what one machine makes of them.
func TestScaleOutLosesNothingWhenAGatewayLeaves(t *testing.T) {
	t.Parallel()
	before, underWay, after := splitTraces(0, 60), splitTraces(100, 40), splitTraces(200, 60)
	oneMachine := onOneMachine(t, append(append(append([]splitTrace{}, before...), underWay...), after...))

	backend := startDestination(t)
	gateways := startGateways(t, 3, "5s", backend)
	list := newGatewayList(t, gateways)
	var agents []*replica
	for range 2 {
		agents = append(agents, startReplica(t, nil, examplePath("two-tier-agent.yaml"), string(list)))
	}
	sendWhole(t, agents, before)
	sendParts(t, agents, underWay, early)

	leaving, staying := gateways[2], gateways[:2]
	list.set(t, staying)
	for _, agent := range agents {
		agent.reloads(t)
	}
	sendParts(t, agents, underWay, late)
	sendWhole(t, agents, after)
	require.Positive(t, leaving.accepted(t), "the gateway had its share before it left")
	drainAndStop(t, leaving)

	sent := (len(before) + len(underWay) + len(after)) * spansOfSplitTrace
	backend.waitFor(t, sent)
	drainAndStop(t, agents...)
	drainAndStop(t, staying...)
	got := backend.deliveries(t)
	split := got.differing(oneMachine, underWay)
	t.Logf("spans sent %d, received %d, doubles %d; of %d traces under way at the change %d were split",
		sent, len(got), got.doubles(), len(underWay), len(split))
	assert.Len(t, got, sent)
	assert.Zero(t, got.doubles())
	assert.Empty(t, got.differing(oneMachine, before), "traces complete before the change that differ from one machine's")
	assert.Empty(t, got.differing(oneMachine, after), "traces begun after the change that differ from one machine's")
}

// TestScaleOutGatewayThatEndsAtOnce: what is lost with a gateway that ends while it is on the list is at most what waits in its
// groupbytrace. What the backend had not taken yet, and what agents couldn't send meanwhile, arrives when the gateway is back.
func TestScaleOutGatewayThatEndsAtOnce(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*testing.T, *replica){
		"by SIGKILL": func(t *testing.T, r *replica) { t.Helper(); r.dies(t) },
		"by SIGTERM": func(t *testing.T, r *replica) { t.Helper(); r.stop(t) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkGatewayThatEnds(t, end)
		})
	}
}

func checkGatewayThatEnds(t *testing.T, end func(*testing.T, *replica)) {
	t.Helper()
	backend := startDestination(t)
	gateways := startGateways(t, 2, "5s", backend)
	agent := startReplica(t, []string{"GATEWAYS=" + addressesOf(gateways)}, examplePath("two-tier-agent.yaml"))
	agents, victim := []*replica{agent}, gateways[0]
	const traces = 40

	backend.refuse(true)
	sendWhole(t, agents, splitTraces(0, traces))
	require.Eventually(t, func() bool {
		return acceptedByAll(t, gateways) == traces*spansOfSplitTrace && gateways[0].isGrouped(t) && gateways[1].isGrouped(t)
	}, patience, 20*time.Millisecond, "the first traces wait for the backend")
	passedOn := victim.accepted(t)

	sendWhole(t, agents, splitTraces(100, traces))
	require.Eventually(t, func() bool { return acceptedByAll(t, gateways) == 2*traces*spansOfSplitTrace }, patience, 20*time.Millisecond,
		"the gateways take over all spans")
	taken := victim.accepted(t)
	atMost := taken - passedOn
	end(t, victim)
	backend.refuse(false)

	sendWhole(t, agents, splitTraces(200, traces))
	victim.comesBack(t)
	sent := 3 * traces * spansOfSplitTrace
	require.Eventually(t, func() bool { return taken+acceptedByAll(t, gateways) == sent }, patience, 50*time.Millisecond,
		"the agent sends what the gateway couldn't take while it was away")
	backend.waitForTraces(t, splitTraces(0, traces))
	backend.waitForTraces(t, splitTraces(200, traces))
	drainAndStop(t, agent)
	drainAndStop(t, gateways...)
	got := backend.deliveries(t)
	lost := sent - len(got)
	t.Logf("spans sent %d, lost %d, at most %d waited in groupbytrace; doubles %d", sent, lost, atMost, got.doubles())
	assert.LessOrEqual(t, lost, atMost)
}
