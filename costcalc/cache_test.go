package costcalc

import (
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func warmCall() Call {
	return Call{
		Provider: "openai", ServerAddress: "api.openai.com", ResponseModel: "gpt-4o-mini-2024-07-18", RequestModel: "gpt-4o-mini", Time: in2026,
		Usage: counts{InputTokens: 2006, CacheReadTokens: 1920, OutputTokens: 300, ReasoningTokens: 10}.usage(),
	}
}

func TestANameSeenBeforeAllocatesNothing(t *testing.T) {
	table := defaultTable(t)
	for name, c := range map[string]Call{
		"found":     warmCall(),
		"not found": {Provider: "openai", ResponseModel: "house-brand", RequestModel: "house-brand-7b", Usage: warmCall().Usage},
	} {
		table.Price(c)
		assert.Zero(t, testing.AllocsPerRun(100, func() { table.Price(c) }), name)
	}
}

func TestTheCacheIsBoundedAndKeepsWhatIsUsed(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	c := warmCall()
	want, reason := table.Price(c)
	require.Empty(t, reason)
	for i := range 5 * generationSize {
		table.remember(names{provider: "openai", model: "gpt-4o-" + strconv.Itoa(i)})
		if i%100 == 0 {
			got, _ := table.Price(c)
			require.Equal(t, want, got)
			_, found, _ := table.seen.get(names{c.Provider, c.ServerAddress, c.ResponseModel})
			require.True(t, found)
		}
		require.LessOrEqual(t, len(table.seen.new)+len(table.seen.old), 2*generationSize)
	}
}

func TestLongNamesAreNotRemembered(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	long := make([]byte, maxNameBytes)
	for i := range long {
		long[i] = 'x'
	}
	_, reason := table.Price(Call{Provider: "openai", ResponseModel: string(long), Usage: warmCall().Usage})
	assert.Equal(t, ReasonUnknownModel, reason)
	assert.Empty(t, table.seen.new)
}

func TestTheTableIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	c := warmCall()
	want, _ := table.Price(c)
	var workers sync.WaitGroup
	for w := range 4 {
		workers.Go(func() {
			for i := range generationSize {
				table.remember(names{model: strconv.Itoa(w*generationSize + i)})
				if got, _ := table.Price(c); got != want {
					t.Errorf("Price changed its answer to %v", got)
					return
				}
			}
		})
	}
	workers.Wait()
}
