package chart

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata anew")

func TestPicturesAreWhatTheyWere(t *testing.T) {
	for name, c := range map[string]Chart{
		"plain": {
			Title: "Cost & <size>", XName: "findings per KB", YName: "x class loop",
			Lines: []Line{{"flat", []float64{0, 10, 50}, []float64{2, 2.5, 2}}, {"linear", []float64{0, 10, 50}, []float64{2, 4.4, 14}}},
		},
		"logarithmic": {
			Title: "Deny list", XName: "terms", YName: "x class loop", LogX: true, LogY: true,
			Lines: []Line{
				{"none", []float64{0, 10, 10_000}, []float64{0.5, 2, 2}}, {"some", []float64{0, 10, 10_000}, []float64{2, 30, 700}},
				{"one", []float64{10}, []float64{1}}, {"four", []float64{10_000}, []float64{1}}, {"five", []float64{1000}, []float64{1}},
			},
		},
		"one-point": {Lines: []Line{{"p", []float64{3}, []float64{0}}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.SVG()
			require.NoError(t, err)
			wellFormed(t, got)
			path := filepath.Join("testdata", name+".svg")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else {
			require.NoError(t, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		scale scale
		v, at float64
	}{
		"begin":                 {scale{low: 0, end: 10, from: 100, to: 200}, 0, 100},
		"middle":                {scale{low: 0, end: 10, from: 100, to: 200}, 5, 150},
		"upwards":               {scale{low: 0, end: 10, from: 300, to: 100}, 5, 200},
		"logarithmic":           {scale{log: true, low: 1, end: 100, from: 100, to: 200}, 10, 150},
		"logarithmic with zero": {scale{log: true, zero: true, low: 1, end: 100, from: 100, to: 200}, 0, 100},
		"right of zero":         {scale{log: true, zero: true, low: 1, end: 100, from: 100, to: 200}, 1, 112},
		"one value":             {scale{low: 3, end: 3, from: 100, to: 200}, 3, 150},
	} {
		assert.InDelta(t, c.at, c.scale.at(c.v), 1e-9, name)
	}
}

func TestTicks(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []float64{0, 1, 2, 3, 4}, scale{end: 4}.ticks())
	assert.Equal(t, []float64{0, 2, 4, 6, 8}, scale{end: 8}.ticks())
	assert.Equal(t, []float64{0, 5, 10, 15, 20, 25}, scale{end: 25}.ticks())
	assert.InDeltaSlice(t, []float64{0.1, 1, 10}, scale{log: true, low: 0.1, end: 10}.ticks(), 1e-9)
}

func TestWhatCannotBeDrawn(t *testing.T) {
	t.Parallel()
	one := []float64{1}
	for want, c := range map[string]Chart{
		"lines: expected 1 to 5, found 0":                                                       {},
		"lines: expected 1 to 5, found 6":                                                       {Lines: make([]Line, 6)},
		"lines[0]: expected as many x as y, and one at least, found 1 and 0":                    {Lines: []Line{{"", one, nil}}},
		"lines[0]: name: expected up to 46 characters, found 47":                                {Lines: []Line{{strings.Repeat("é", 47), one, one}}},
		"lines[0]: expected as many x as y, and one at least, found 0 and 0":                    {Lines: []Line{{}}},
		"lines[0]: x[1]: expected a number from 0 that is larger than the one before, found 1":  {Lines: []Line{{"", []float64{1, 1}, []float64{1, 1}}}},
		"lines[0]: x[0]: expected a number from 0 that is larger than the one before, found -1": {Lines: []Line{{"", []float64{-1}, one}}},
		"lines[0]: y[0]: expected a number from 0, above it on a logarithmic axis, found NaN":   {Lines: []Line{{"", one, []float64{math.NaN()}}}},
		"lines[0]: y[0]: expected a number from 0, above it on a logarithmic axis, found +Inf":  {Lines: []Line{{"", one, []float64{math.Inf(1)}}}},
		"lines[0]: y[0]: expected a number from 0, above it on a logarithmic axis, found 0":     {LogY: true, Lines: []Line{{"", one, []float64{0}}}},
	} {
		_, err := c.SVG()
		assert.EqualError(t, err, want)
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]float64{"0": 0, "999": 999, "1,000": 1000, "4,194,304": 4 << 20, "1,024.5": 1024.5} {
		assert.Equal(t, want, thousands(f))
	}
	assert.Equal(t, "0.12", number(0.1234))
}
