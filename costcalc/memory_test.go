package costcalc

import (
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// heapInUse returns the bytes that are reachable.
func heapInUse() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what the first one only made free to go
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Names come from spans, so there may be any number of them. Not parallel: it measures the heap.
func TestAMillionNamesTakeNoMoreMemoryThanAFew(t *testing.T) {
	const million, most = 1_000_000, 8 << 20 // what the comment of generationSize says
	var c cache
	longest := strings.Repeat("x", maxNameBytes)
	before := heapInUse()
	for i := range million {
		name := strconv.Itoa(i)
		c.put(names{provider: "openai", model: name + longest[len("openai")+len(name):]}, &match{reason: ReasonUnknownModel})
		if len(c.new) > generationSize || len(c.old) > generationSize {
			t.Fatalf("%d and %d names are remembered after %d", len(c.new), len(c.old), i+1)
		}
	}
	after := heapInUse()
	assert.Equal(t, million%generationSize, len(c.new), "the cache was in use")
	assert.Equal(t, generationSize, len(c.old))
	assert.Less(t, after, before+most)
	runtime.KeepAlive(&c)
}

// A name is copied, so that the batch it came in can be freed.
func TestARememberedNameKeepsNoBatchAlive(t *testing.T) {
	const count, batchBytes, most = 100, 1 << 20, 10 << 20
	var c cache
	before := heapInUse()
	for i := range count {
		batch := strings.Repeat(strconv.Itoa(i%10), batchBytes)
		c.put(names{provider: batch[:6], server: batch[:10], model: batch[:20+i]}, &match{reason: ReasonUnknownModel})
	}
	assert.Less(t, heapInUse(), before+most, "%d batches of %d bytes", count, batchBytes)
	assert.Len(t, c.new, count)
	runtime.KeepAlive(&c)
}
