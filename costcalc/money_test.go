package costcalc

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDollarsAreTheNearestFloat(t *testing.T) {
	t.Parallel()
	for _, p := range []Pico{
		0, 1, 3, 336_900_000, 515_002_500_000, 35_200_000_000, maxExactFloat - 1, maxExactFloat, maxExactFloat + 1, maxExactFloat + 3,
		9_007_199_254_740_993_000, 123_456_789_012_345_678, maxPico, -1, -maxPico,
	} {
		want, _ := new(big.Rat).SetFrac64(int64(p), picoPerUnit).Float64()
		assert.Equal(t, want, p.Float64(), "%d pico-dollars", int64(p))
	}
}

func TestDollarsReadLikeTheirPrice(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 0.0003369, Pico(336_900_000).Float64())
	assert.Equal(t, 0.5150025, Pico(515_002_500_000).Float64())
	assert.Equal(t, 0.0352, Pico(35_200_000_000).Float64())
}

func TestPricesAreReadExactly(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text     string
		exponent int
		want     Pico
	}{
		"a whole number":             {"3", 6, 3_000_000},
		"a fraction":                 {"0.075", 6, 75_000},
		"trailing zeros":             {"2.50", 6, 2_500_000},
		"nothing":                    {"0", 6, 0},
		"below a pico-dollar":        {"0.0000004", 6, 0},
		"half, to even below":        {"0.0000005", 6, 0},
		"half, to even above":        {"0.0000015", 6, 2},
		"just above half":            {"0.00000050000000001", 6, 1},
		"an artefact of binary":      {"0.18000000000000002", 6, 180_000},
		"an artefact of a division":  {"0.08333333333333334", 6, 83_333},
		"the largest that fits":      {"9223372.036854775807", 12, maxPico},
		"more digits than the scale": {"0.111", 12, 111_000_000_000},
		"nineteen digits, none left": {"0.000000000000000004", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := parsePrice(tc.text, tc.exponent)
			require.NoError(t, err)
			assert.Equal(t, tc.want, got)
		})
	}
}

func TestPricesThatAreNone(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty": "", "a sign": "-1", "a plus": "+1", "an exponent": "1e6", "no digit before the point": ".5", "no digit after it": "5.",
		"two points": "1.2.3", "a comma": "1,5", "a space": " 1", "hexadecimal": "0x1", "not a number": "NaN", "twenty digits": "12345678901234567890",
		"too large": "9223372036854775807", "just too large": "9223372036854.775808", "other digits": "٣",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := parsePrice(text, 6)
			assert.EqualError(t, err, "expected a plain decimal number such as 0.15, not negative and with at most 19 digits")
		})
	}
}

func TestAmountsRoundHalfToEven(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		count    int64
		pico     Pico
		quantity uint64
		want     Pico
		fits     bool
	}{
		"exact":                        {7, 3, 1, 21, true},
		"below half":                   {1, 1, 3, 0, true},
		"above half":                   {2, 1, 3, 1, true},
		"half, to even below":          {1, 1, 2, 0, true},
		"half, to even above":          {3, 1, 2, 2, true},
		"the product needs 128 bits":   {maxCount, maxPico, maxCount, maxPico, true},
		"one more than fits":           {2, 1 << 62, 1, maxPico, false},
		"the quotient needs 128 bits":  {maxCount, maxPico, 1, maxPico, false},
		"the quotient needs 64 bits":   {4, 1 << 61, 1, maxPico, false},
		"rounded up to one too many":   {math.MaxInt64, 3, 2, maxPico, false},
		"nothing of the dearest price": {0, maxPico, 1, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, fits := amount(tc.count, tc.pico, tc.quantity)
			assert.Equal(t, tc.want, got)
			assert.Equal(t, tc.fits, fits)
		})
	}
}
