package costcalc

import "testing"

// go test ./costcalc -run ^$ -bench . -benchtime 1s
func BenchmarkPrice(b *testing.B) {
	table := defaultTable(b)
	for _, bc := range []struct {
		name string
		call Call
		want Pico
	}{
		{"name=warm", warmCall(), 336_900_000},
	} {
		b.Run(bc.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if cost, _ := table.Price(bc.call); cost.Total != bc.want {
					b.Fatalf("Price() = %d, want %d", cost.Total, bc.want)
				}
			}
		})
	}
	b.Run("name=new", func(b *testing.B) {
		c := warmCall()
		n := names{provider: c.Provider, server: c.ServerAddress, model: c.ResponseModel}
		b.ReportAllocs()
		for b.Loop() {
			if m := table.resolve(n); m.reason != "" {
				b.Fatalf("resolve() = %s", m.reason)
			}
		}
	})
}

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
