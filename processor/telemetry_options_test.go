package processor

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
)

func attributesOf(options []metric.AddOption) attribute.Set {
	return metric.NewAddConfig(options).Attributes()
}

func TestOptions(t *testing.T) {
	t.Parallel()
	o := newOptions("kind", "signal")
	for range 2 {
		assert.Equal(t, attribute.NewSet(attribute.String("kind", "tool"), attribute.String("signal", "traces")), attributesOf(o.of("tool", "traces")))
		assert.Equal(t, attribute.NewSet(attribute.String("kind", "traces"), attribute.String("signal", "tool")), attributesOf(o.of("traces", "tool")))
		assert.Equal(t, attribute.NewSet(attribute.String("kind", "tool"), attribute.String("signal", "")), attributesOf(o.of("tool", "")))
		assert.Equal(t, attributesOf(o.of("tool", "logs")), attributesOf(o.of("tool", "logs", "a service that is no label")))
	}
	assert.Len(t, o.made, 4)
}

func TestOptionsAreMadeOnce(t *testing.T) { // not parallel: it counts allocations
	o := newOptions("a", "b", "c", "d")
	o.of("1", "2", "3", "4")
	if !raceDetector {
		assert.Zero(t, testing.AllocsPerRun(100, func() { o.of("1", "2", "3", "4") }))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, value := range []string{"x", "y", "z"} {
				set := attributesOf(o.of(value, value, value, value))
				assert.Equal(t, 4, set.Len())
			}
		})
	}
	all.Wait()
	assert.Len(t, o.made, 4)
}
