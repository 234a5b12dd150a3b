package costcalc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTheLastPricesThatHoldAreUsed(t *testing.T) {
	t.Parallel()
	priced := func(price Pico, d datedRates) datedRates {
		d.rates = *ratesOf(t, map[Unit]Pico{InputTokens: price})
		return d
	}
	const hour = 3600
	july := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	m := model{prices: []datedRates{
		priced(1, datedRates{from: july.AddDate(1, 0, 0)}), // the first is the answer where no other holds
		priced(2, datedRates{from: july}),
		priced(3, datedRates{window: window{set: true, start: 22 * hour, end: 2 * hour}}),
		priced(4, datedRates{from: july.AddDate(0, 1, 0), window: window{set: true, start: 6 * hour, end: 8*hour + 1}}),
	}}
	for name, tc := range map[string]struct {
		at   string
		want Pico
	}{
		"before all dates":                     {"2026-06-30T12:00:00Z", 1},
		"the last moment before a date":        {"2026-06-30T21:59:59.999999999Z", 1},
		"a window has no date":                 {"2026-06-30T22:00:00Z", 3},
		"a window spans midnight":              {"2026-07-01T01:59:59.999Z", 3},
		"a window ends":                        {"2026-07-01T02:00:00Z", 2},
		"a window with a date, before that":    {"2026-07-31T07:00:00Z", 2},
		"a window with a date, from then on":   {"2026-08-01T06:00:00Z", 4},
		"that window's last second":            {"2026-08-01T08:00:00.5Z", 4},
		"that window has ended":                {"2026-08-01T08:00:01Z", 2},
		"the time counts in UTC, not in zones": {"2026-08-01T08:00:01+02:00", 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at, err := time.Parse(time.RFC3339Nano, tc.at)
			assert.NoError(t, err)
			assert.Equal(t, tc.want, m.prices[m.pricesAt(at)].rates.units[0].base)
		})
	}
}
