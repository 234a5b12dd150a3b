package e2e

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
)

const (
	kafkaTopic = "otlp_spans" // the default of the examples
	kafkaGroup = "genai"
)

// kafkaBrokers is a Kafka cluster in the memory of the test.
type kafkaBrokers struct {
	environment []string // of collectors that use it
	admin       *kadm.Client
}

func startKafka(t *testing.T) *kafkaBrokers {
	t.Helper()
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(6, kafkaTopic))
	require.NoError(t, err)
	t.Cleanup(cluster.Close)
	client, err := kgo.NewClient(kgo.SeedBrokers(cluster.ListenAddrs()...))
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return &kafkaBrokers{
		environment: []string{"BROKERS=[" + strings.Join(cluster.ListenAddrs(), ", ") + "]", "SESSION_TIMEOUT=6s"},
		admin:       kadm.NewClient(client),
	}
}

// startGateways starts gateways that read the topic, and returns when each has partitions of it.
func (k *kafkaBrokers) startGateways(t *testing.T, count int, backend *destination, configs ...string) (gateways []*replica) {
	t.Helper()
	for range count {
		gateways = append(gateways, startReplica(t, append(append(backendIs(backend), "TRACE_WAIT=5s"), k.environment...), configs...))
	}
	require.Eventually(t, func() bool { return k.readers(t) == count }, patience, 50*time.Millisecond, "each gateway has partitions")
	return gateways
}

// readers returns how many members of the group have partitions; 0 while partitions are being given out.
func (k *kafkaBrokers) readers(t *testing.T) (count int) {
	t.Helper()
	groups, err := k.admin.DescribeGroups(context.Background(), kafkaGroup)
	require.NoError(t, err)
	group := groups[kafkaGroup]
	if group.State != "Stable" {
		return 0
	}
	for _, member := range group.Members {
		if assigned, ok := member.Assigned.AsConsumer(); ok && len(assigned.Topics) > 0 && len(assigned.Topics[0].Partitions) > 0 {
			count++
		}
	}
	return count
}

// rewind lets the group read again what was written since a moment. As with a real broker, no member may be left.
func (k *kafkaBrokers) rewind(t *testing.T, to time.Time) {
	t.Helper()
	since, err := k.admin.ListOffsetsAfterMilli(context.Background(), to.UnixMilli(), kafkaTopic)
	require.NoError(t, err)
	require.NoError(t, since.Error())
	require.Eventually(t, func() bool {
		groups, err := k.admin.DescribeGroups(context.Background(), kafkaGroup)
		return err == nil && len(groups[kafkaGroup].Members) == 0
	}, patience, 50*time.Millisecond, "the broker notices that no gateway is left")
	require.NoError(t, k.admin.CommitAllOffsets(context.Background(), kafkaGroup, since.Offsets()))
}

// TestScaleOutKafkaLosesNothing: a gateway that is killed costs no span, be it while it reads or while the backend refuses. What it
// had not marked as read is read again, and comes twice where the backend had it already.
func TestScaleOutKafkaLosesNothing(t *testing.T) {
	t.Parallel()
	kafka, backend := startKafka(t), startDestination(t)
	agent := startReplica(t, kafka.environment, examplePath("kafka-agent.yaml"))
	agents := []*replica{agent}
	gateways := kafka.startGateways(t, 2, backend, examplePath("kafka-gateway.yaml"))
	const traces = 400

	sendWhole(t, agents, splitTraces(0, traces))
	require.Eventually(t, func() bool { return gateways[0].accepted(t) > 0 }, patience, 10*time.Millisecond, "the first gateway reads")
	gateways[0].dies(t)
	backend.waitForTraces(t, splitTraces(0, traces))
	got := backend.deliveries(t)
	t.Logf("killed while it read: spans sent %d, lost %d, doubles %d", traces*spansOfSplitTrace, traces*spansOfSplitTrace-len(got), got.doubles())

	gateways[0].comesBack(t)
	backend.refuse(true)
	sendWhole(t, agents, splitTraces(traces, traces))
	for range 8 { // several rounds of trying again, while the offsets of what is marked as read are committed
		tried := gateways[1].failed(t)
		require.Eventually(t, func() bool { return gateways[1].failed(t) > tried }, patience, 50*time.Millisecond, "the second gateway tries")
	}
	gateways[1].dies(t)
	backend.refuse(false)
	backend.waitForTraces(t, splitTraces(traces, traces))
	drainAndStop(t, agent, gateways[0])
	got = backend.deliveries(t)
	t.Logf("killed while the backend refused: spans sent %d in all, lost %d, doubles %d",
		2*traces*spansOfSplitTrace, 2*traces*spansOfSplitTrace-len(got), got.doubles())
	for _, each := range got {
		require.NotContains(t, each[0], "jane.canary")
	}
}

// TestScaleOutKafkaWholeTraces: whole-trace results over Kafka are those of one machine. A gateway that is killed loses at most what
// waits in its groupbytrace, and the topic gives it back when the group reads again.
func TestScaleOutKafkaWholeTraces(t *testing.T) {
	t.Parallel()
	quiet, lost := splitTraces(0, 60), splitTraces(100, 60)
	oneMachine := onOneMachine(t, append(append([]splitTrace{}, quiet...), lost...))
	kafka, backend, begun := startKafka(t), startDestination(t), time.Now()
	agents := []*replica{
		startReplica(t, kafka.environment, examplePath("kafka-agent.yaml")),
		startReplica(t, kafka.environment, examplePath("kafka-agent.yaml")),
	}
	gateways := kafka.startGateways(t, 2, backend, examplePath("kafka-gateway.yaml"), examplePath("kafka-traces.yaml"))

	sendWhole(t, agents, quiet)
	got := backend.waitFor(t, len(quiet)*spansOfSplitTrace)
	assert.Empty(t, got.differing(oneMachine, quiet), "traces that differ from one machine's")
	passedOn := acceptedByAll(t, gateways)

	sendWhole(t, agents, lost)
	sent := (len(quiet) + len(lost)) * spansOfSplitTrace
	require.Eventually(t, func() bool { return acceptedByAll(t, gateways) == sent }, patience, 20*time.Millisecond, "the gateways read all")
	atMost := acceptedByAll(t, gateways) - passedOn
	gateways[0].dies(t)
	gateways[1].stop(t)
	missing := sent - len(backend.deliveries(t))
	assert.LessOrEqual(t, missing, atMost)

	kafka.rewind(t, begun)
	for _, gateway := range gateways {
		gateway.comesBack(t)
	}
	backend.waitForTraces(t, lost)
	drainAndStop(t, agents...)
	drainAndStop(t, gateways...)
	got = backend.deliveries(t)
	t.Logf("spans sent %d; missing when both gateways had ended %d, at most %d waited in groupbytrace", sent, missing, atMost)
	t.Logf("after reading all of the topic again: lost %d, doubles %d", sent-len(got), got.doubles())
	assert.Len(t, got, sent)
	assert.Empty(t, got.differing(oneMachine, lost), "traces that differ from one machine's")
}
