package costcalc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every amount is an integer until Pico.Float64 writes the double: no other function of the package names a type, a literal or a
// conversion of floating point.
func TestNoFloatBeforeTheLastStep(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	files := 0
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			files++
			source, err := os.ReadFile(name)
			require.NoError(t, err)
			want := []string{}
			if name == "money.go" {
				want = append(want, "Float64")
			}
			assert.Equal(t, want, functionsWithFloats(t, name, string(source)), name)
		}
	}
	assert.Greater(t, files, 10)
}

func TestFloatsAreFound(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		declaration string
		found       bool
	}{
		"a type":                {"func f(x float64) {}", true},
		"a short type":          {"func f() { var x float32; _ = x }", true},
		"a complex type":        {"func f() { _ = complex128(1) }", true},
		"a literal":             {"func f() int { return int(2 * 0.5) }", true},
		"a literal's exponent":  {"func f() int { return 1e3 }", true},
		"a method":              {"func f(r *big.Rat) { r.Float64() }", true},
		"a function of strconv": {"func f(s string) { strconv.ParseFloat(s, 64) }", true},
		"a function of math":    {"func f() { math.Round(1) }", true},
		"a constant of math":    {"func f() { _ = math.MaxInt64 }", false},
		"integers":              {"func f(x int64) uint64 { return uint64(x) / 2 }", false},
		"in a comment":          {"// float64\nfunc f() {}", false},
		"in a text":             {`func f() string { return "float64 0.5" }`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := []string{}
			if tc.found {
				want = append(want, "f")
			}
			assert.Equal(t, want, functionsWithFloats(t, name, "package p\n"+tc.declaration))
		})
	}
	assert.Equal(t, []string{"x"}, functionsWithFloats(t, "a variable", "package p\nvar x = 0.5"))
}

// functionsWithFloats returns the names of the declarations that use floating point.
func functionsWithFloats(t *testing.T, name, source string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
	require.NoError(t, err)
	found := []string{}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if usesFloats(d) {
				found = append(found, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && usesFloats(v) {
					found = append(found, v.Names[0].Name)
				} else if s, ok := spec.(*ast.TypeSpec); ok && usesFloats(s) {
					found = append(found, s.Name.Name)
				}
			}
		}
	}
	return found
}

func usesFloats(node ast.Node) (found bool) {
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			found = found || n.Kind == token.FLOAT || n.Kind == token.IMAG
		case *ast.Ident:
			switch n.Name {
			case "float32", "float64", "complex64", "complex128":
				found = true
			}
		case *ast.SelectorExpr:
			of, _ := n.X.(*ast.Ident)
			integers := strings.HasPrefix(n.Sel.Name, "MaxInt") || strings.HasPrefix(n.Sel.Name, "MaxUint") || strings.HasPrefix(n.Sel.Name, "MinInt")
			found = found || strings.Contains(n.Sel.Name, "Float") || of != nil && of.Name == "math" && !integers
		}
		return true
	})
	return found
}

// A million calls of 0.0035 dollars are 3500 dollars. Added up as doubles they are 3499.9999999303.
func TestAmountsAddUp(t *testing.T) {
	t.Parallel()
	cost, reason := defaultTable(t).Price(Call{Provider: "openai", ResponseModel: "gpt-4o", Time: in2026, Usage: counts{InputTokens: 1000, OutputTokens: 100}.usage()})
	require.Empty(t, reason)
	require.Equal(t, Pico(3_500_000_000), cost.Total)
	var sum Pico
	var doubles float64
	for range 1_000_000 {
		var ok bool
		sum, ok = sum.add(cost.Total)
		require.True(t, ok)
		doubles += cost.Total.Float64()
	}
	assert.Equal(t, 3500.0, sum.Float64())
	assert.NotEqual(t, 3500.0, doubles)
}

// What was used in disjoint counts is charged count by count, each at its own price. The prices are primes, so that no two counts taken
// for each other cost the same.
func FuzzEveryCountIsChargedOnceAtItsPrice(f *testing.F) {
	text := map[Unit]Pico{
		InputTokens: 1009, CacheReadTokens: 101, CacheWriteTokens: 1259, CacheWrite1hTokens: 2003, OutputTokens: 5003, ReasoningTokens: 3001,
		WebSearches: 10_000_019, requests: 7_000_003,
	}
	sound := map[Unit]Pico{
		InputTokens: 1009, CacheReadTokens: 101, InputAudioTokens: 10_007, CacheAudioReadTokens: 701, OutputTokens: 5003, OutputAudioTokens: 50_021,
	}
	entries := map[*rates]map[Unit]Pico{ratesOf(f, text): text, ratesOf(f, sound): sound}
	f.Add(uint32(5), uint32(128_955), uint32(253), uint32(1000), uint32(0), uint32(0), uint32(400), uint32(0), uint32(0), uint32(0))
	f.Add(uint32(1100), uint32(200), uint32(0), uint32(0), uint32(400), uint32(100), uint32(600), uint32(150), uint32(200), uint32(3))
	f.Add(^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0), ^uint32(0))
	f.Fuzz(func(t *testing.T, input, read, write, write1h, audio, audioRead, output, reasoning, spoken, searches uint32) {
		leaves := map[Unit]uint32{
			InputTokens: input, CacheReadTokens: read, CacheWriteTokens: write, CacheWrite1hTokens: write1h, InputAudioTokens: audio,
			CacheAudioReadTokens: audioRead, OutputTokens: output, ReasoningTokens: reasoning, OutputAudioTokens: spoken, WebSearches: searches, requests: 1,
		}
		for r, prices := range entries {
			var usage Usage
			var parts [partCount]Pico
			for unit, price := range prices {
				leaf := int64(leaves[unit])
				for coarser := range unitCount {
					if coarser == unit || units[unit].within.has(coarser) {
						n, _ := usage.Get(coarser)
						usage.Set(coarser, n+leaf)
					}
				}
				cost, ok := amount(leaf, price, units[unit].scale.quantity)
				if !ok {
					t.Fatalf("%d %s don't fit", leaf, unit)
				}
				parts[units[unit].part] += cost
			}
			want := Cost{Input: parts[partInput], CacheRead: parts[partCacheRead], CacheWrite: parts[partCacheWrite], Output: parts[partOutput], Other: parts[partOther]}
			want.Total = want.Input + want.CacheRead + want.CacheWrite + want.Output + want.Other
			if got, ok := r.cost(usage); !ok || got != want {
				t.Fatalf("cost of %v = %v, want %v", leaves, got, want)
			}
		}
	})
}
