package detect

import "testing"

func TestIsrael(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAfrica, []family{
		{"beside its name", "תעודת זהות 123456782", []string{"IL_ID 123456782"}},
		{"abbreviated", "ת.ז. 123456782", []string{"IL_ID 123456782"}},
		{"beside its English name, dashed", "Teudat Zehut 12345678-2", []string{"IL_ID 12345678-2"}},
		{"without a word", "ts 123456782", nil},
		{"with a wrong digit", "zehut 123456783", nil},
	})
}
