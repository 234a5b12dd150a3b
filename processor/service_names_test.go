package processor

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
)

// recordings returns how often a histogram was recorded.
func recordings(t *testing.T, tel *componenttest.Telemetry, name string) (sum uint64) {
	t.Helper()
	var collected metricdata.ResourceMetrics
	require.NoError(t, tel.Reader.Collect(context.Background(), &collected))
	for _, scope := range collected.ScopeMetrics {
		for _, m := range scope.Metrics {
			if m.Name == "otelcol_"+name {
				for _, point := range m.Data.(metricdata.Histogram[float64]).DataPoints {
					sum += point.Count
				}
			}
		}
	}
	return sum
}

func newTestServiceNames(t *testing.T) *serviceNames {
	t.Helper()
	shown, err := newShownNames()
	require.NoError(t, err)
	return newServiceNames(shown)
}

func resourceOf(service string) pcommon.Map {
	m := pcommon.NewMap()
	m.PutStr("service.name", service)
	return m
}

func TestLabelsOfServices(t *testing.T) {
	t.Parallel()
	n := newTestServiceNames(t)
	number, none := pcommon.NewMap(), pcommon.NewMap()
	number.PutInt("service.name", 4111111111111111)
	for name, tc := range map[string]struct {
		resource pcommon.Map
		want     string
	}{
		"a name":         {resourceOf("checkout"), "checkout"},
		"a finding":      {resourceOf("bot of a@example.com"), "bot of <EMAIL>"},
		"a long name":    {resourceOf(strings.Repeat("é", 60)), strings.Repeat("é", 48) + "…"},
		"no name at all": {resourceOf(strings.Repeat("x", 600)), "<REDACTED>"},
		"no text":        {number, "_none"},
		"an empty text":  {resourceOf(""), "_none"},
		"no attribute":   {none, "_none"},
	} {
		assert.Equal(t, tc.want, n.labelOf(tc.resource), name)
		assert.Equal(t, tc.want, n.labelOf(tc.resource), "%s, once more", name)
		assert.Empty(t, (*serviceNames)(nil).labelOf(tc.resource), "%s, without labels", name)
	}
}

func TestLabelsOfServicesAreBounded(t *testing.T) {
	t.Parallel()
	n := newTestServiceNames(t)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := range 3 * maxServiceNames {
				n.labelOf(resourceOf(fmt.Sprintf("service-%d", i)))
			}
		})
	}
	group.Wait()
	assert.Len(t, n.labels, maxServiceNames)
	assert.Equal(t, "_other", n.labelOf(resourceOf("one more")))
	assert.Len(t, n.labels, maxServiceNames)
}

func TestServicesAreALabelWhereConfigured(t *testing.T) {
	t.Parallel()
	for _, labelled := range []bool{false, true} {
		s := everything(t)
		s.ServiceLabel = labelled
		p, tel := newProcessor(t, s)
		td := tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.request.model": "no-such-model", "note": "a@example.com",
			"gen_ai.usage.input_tokens": 1})
		second := td.ResourceSpans().AppendEmpty()
		td.ResourceSpans().At(0).CopyTo(second)
		resourceOf("checkout").CopyTo(td.ResourceSpans().At(0).Resource().Attributes())
		resourceOf("search").CopyTo(second.Resource().Attributes())
		_, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		want := map[bool]int64{false: 0, true: 1}[labelled]
		for _, metric := range []string{"processor_genai_seen", "processor_genai_unpriced", "processor_genai_redacted"} {
			assert.EqualValues(t, 2, counter(t, tel, metric, nil), metric)
			assert.Equal(t, want, counter(t, tel, metric, map[string]string{"service.name": "checkout"}), metric)
			assert.Equal(t, want, counter(t, tel, metric, map[string]string{"service.name": "search"}), metric)
		}
	}
}
