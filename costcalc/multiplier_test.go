package costcalc

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMultipliersAreReadExactly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]ratio{
		"1": {1, 1}, "0.5": {1, 2}, "1.1": {11, 10}, "0.85": {17, 20}, "0.000001": {1, 1_000_000}, "1000": {1000, 1}, "1.100": {11, 10},
	} {
		got, err := parseRatio(text)
		assert.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "0", "0.0", "-1", "1e3", "0.0000001", "1000.000001", "1.1%", "0,5", "1/2", "11111111111111111111"} {
		_, err := parseRatio(text)
		assert.ErrorIs(t, err, errMultiplier, text)
	}
}

func TestProductsThatDoNotFitAreRefused(t *testing.T) {
	t.Parallel()
	large := ratio{maxRatioTerm, 1}
	_, fits := large.times(ratio{3, 1})
	assert.False(t, fits)
	product, fits := large.times(ratio{3, maxRatioTerm})
	assert.True(t, fits)
	assert.Equal(t, ratio{3, 1}, product)
}

func TestAmountsThatDoNotFitAfterAMultiplierSaturate(t *testing.T) {
	t.Parallel()
	got := Cost{Input: maxPico / 2, Output: 5, Total: maxPico/2 + 5}.scale(ratio{3, 1}, one)
	assert.Equal(t, Cost{Input: maxPico, Output: 15, Total: maxPico, Flags: FlagSaturated}, got)
}

func FuzzMultiply(f *testing.F) {
	f.Add(int64(5), uint32(1), uint32(2), uint32(11), uint32(10))
	f.Add(int64(maxPico), uint32(1000), uint32(1), uint32(1), uint32(1000))
	f.Add(int64(3), uint32(17), uint32(20), uint32(1), uint32(2))
	f.Fuzz(func(t *testing.T, amount int64, n1, d1, n2, d2 uint32) {
		if amount < 0 || n1 == 0 || d1 == 0 || n2 == 0 || d2 == 0 {
			return
		}
		product, fits := reduced(uint64(n1), uint64(d1)).times(reduced(uint64(n2), uint64(d2)))
		if !fits {
			return
		}
		// The product of two is rounded once, half to even.
		exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(amount), new(big.Int).Mul(big.NewInt(int64(n1)), big.NewInt(int64(n2)))),
			new(big.Int).Mul(big.NewInt(int64(d1)), big.NewInt(int64(d2))))
		got, ok := product.of(Pico(amount))
		off := new(big.Rat).Sub(exact, new(big.Rat).SetInt64(int64(got)))
		half := big.NewRat(1, 2)
		switch cmp := off.Abs(off).Cmp(half); {
		case !ok:
			require.Equal(t, maxPico, got)
			require.Equal(t, 1, exact.Cmp(new(big.Rat).SetInt64(int64(maxPico))))
		case cmp > 0, cmp == 0 && got%2 != 0:
			t.Fatalf("%d × %d/%d × %d/%d = %d", amount, n1, d1, n2, d2, got)
		}
	})
}
