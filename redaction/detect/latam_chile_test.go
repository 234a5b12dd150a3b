package detect

import "testing"

func TestChile(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"in its form", "12.345.678-5", []string{"CL_RUT 12.345.678-5"}},
		{"with K", "de 10.000.013-K.", []string{"CL_RUT 10.000.013-K"}},
		{"without dots beside its name", "RUT 12345678-5", []string{"CL_RUT 12345678-5"}},
		{"in one run beside its name", "rut: 123456785", []string{"CL_RUT 123456785"}},
		{"without dots or a word", "part 12345678-5", nil},
		{"with a wrong digit", "12.345.678-6", nil},
	})
}
