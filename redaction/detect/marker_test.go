package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCutMarker(t *testing.T) {
	t.Parallel()
	p := NewPlaceholders(nil, nil)
	for _, c := range []struct {
		in          string
		start, size int
	}{
		{"…[genai: 48213 bytes]", 0, 48213},
		{"abc…[genai: 7 bytes]", 3, 7},
		{"…[genai: 1 bytes]…[genai: 4194304 bytes]", 19, 4194304},
		{"", -1, 0},
		{"…[genai: 48213 bytes] ", -1, 0},
		{"[genai: 48213 bytes]", -1, 0},
		{"…[genai:  bytes]", -1, 0},
		{"…[genai: -1 bytes]", -1, 0},
		{"…[genai: 12345678901 bytes]", -1, 0},
		{"…[Genai: 1 bytes]", -1, 0},
	} {
		t.Run(c.in, func(t *testing.T) {
			t.Parallel()
			start, size := CutMarker([]byte(c.in))
			assert.Equal(t, c.start, start)
			assert.Equal(t, c.size, size)
			if start < 0 {
				return
			}
			assert.Equal(t, c.in[start:], string(AppendCutMarker(nil, size)))
			assert.Equal(t, len(c.in), p.End([]byte(c.in), start), "passed over")
			assert.Equal(t, start, p.Before([]byte(c.in), len(c.in)-3), "not cut in two")
			assert.Equal(t, len(c.in), p.Before([]byte(c.in), len(c.in)))
		})
	}
}

// The number in a marker looks like a telephone number or an account to a detector that has its word before it.
func TestScanPassesOverCutMarkers(t *testing.T) {
	t.Parallel()
	checkPack(t, PackBank, []family{
		{"marker", "my phone is …[genai: 41553104 bytes]", nil},
		{"marker behind digits", "account number 0209…[genai: 41553104 bytes]", nil},
		{"number of the same size", "my phone is 41553104", []string{"PHONE 41553104"}},
		{"no marker", "my phone is …[Genai: 41553104 bytes]", []string{"PHONE 41553104"}},
	})
}
