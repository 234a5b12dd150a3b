package costcalc

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a question to the reference package and its answer: a price, an error, or neither where it knows no such model.
// prices/vectors.mjs writes them.
type vector struct {
	Provider string             `json:"provider"`
	Model    string             `json:"model"`
	Usage    map[string]float64 `json:"usage"`
	Time     time.Time          `json:"time"`

	By     string  `json:"by"`
	Entry  string  `json:"entry"`
	Input  float64 `json:"input"`
	Output float64 `json:"output"`
	Total  float64 `json:"total"`
	Error  string  `json:"error"`
}

// call asks our engine the same question.
func (v *vector) call(t *testing.T) Call {
	c := Call{Provider: v.Provider, ResponseModel: v.Model, Time: v.Time}
	for key, n := range v.Usage {
		unit, factor := referenceUnit(key)
		if unit == unitCount {
			t.Fatalf("vectors use the unit %s, which isn't known", key)
		}
		c.Usage.Set(unit, int64(math.Round(n*factor)))
	}
	return c
}

// referenceUnit returns our unit for one of the reference's, and how many of ours one of theirs is.
func referenceUnit(key string) (Unit, float64) {
	switch key {
	case "audio_seconds":
		return AudioMilliseconds, 1000
	case "input_audio_seconds":
		return InputAudioMilliseconds, 1000
	}
	for u := range unitCount {
		if units[u].name == key {
			return u, 1
		}
	}
	return unitCount, 0
}

// The committed vectors cover every provider and every model.
func TestPricesAreThoseOfTheReference(t *testing.T) {
	t.Parallel()
	count, providers, used := compareWithReference(t, "testdata/vectors.jsonl.gz")
	assert.GreaterOrEqual(t, count, 5000)
	for _, p := range defaultTable(t).providers {
		assert.Contains(t, providers, p.id)
	}
	rules := intendedDifferences(t)
	for rule := range rules {
		assert.NotZero(t, used[rule], "the intended difference %q isn't one, or no vector shows it", rule)
	}
	for rule := range used {
		assert.Contains(t, rules, rule)
	}
}

// The whole grid is too large to commit:
//
//	node costcalc/prices/vectors.mjs --full grid.jsonl && GENAI_COST_GRID=$PWD/grid.jsonl go test ./costcalc -run TestGrid -v
func TestGrid(t *testing.T) {
	t.Parallel()
	path := os.Getenv("GENAI_COST_GRID")
	if path == "" {
		t.Skip("GENAI_COST_GRID names no file of vectors")
	}
	count, _, used := compareWithReference(t, path)
	t.Logf("%d vectors compared", count)
	for rule := range intendedDifferences(t) {
		t.Logf("%8d × %s", used[rule], rule)
	}
}

// compareWithReference compares every vector of a file. It fails on a difference that no rule explains, and returns how often
// each rule was needed.
func compareWithReference(t *testing.T, path string) (count int, providers map[string]bool, used map[string]int) {
	t.Helper()
	table, rules := defaultTable(t), intendedDifferences(t)
	providers, used = make(map[string]bool), make(map[string]int)
	unexplained := 0
	forEachVector(t, path, func(v *vector) {
		count++
		providers[v.Provider] = true
		c := v.call(t)
		got, reason := table.Price(c)
		needed, ok := rules.explain(v, &c, got, reason)
		for _, rule := range needed {
			used[rule]++
		}
		if !ok {
			unexplained++
			if unexplained <= 20 {
				t.Errorf("Price(%s, %q, %v, %s) = %v by %s/%s [%s] %q; the reference says %v by %s/%s %s",
					v.Provider, v.Model, v.Usage, v.Time.Format(time.RFC3339), got.Total.Float64(), got.Provider, got.Model, got.Flags, reason,
					v.Total, v.By, v.Entry, v.Error)
			}
		}
	})
	assert.Zero(t, unexplained, "differences that no rule explains")
	return count, providers, used
}

func forEachVector(t *testing.T, path string, do func(*vector)) {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	var lines io.Reader = bufio.NewReader(file)
	if strings.HasSuffix(path, ".gz") {
		lines, err = gzip.NewReader(file)
		require.NoError(t, err)
	}
	decoder := json.NewDecoder(lines)
	for decoder.More() {
		var v vector
		require.NoError(t, decoder.Decode(&v))
		do(&v)
	}
}
