package detect

import "testing"

func TestUnitedStates(t *testing.T) {
	t.Parallel()
	checkPack(t, PackUS, []family{
		{"EIN", "EIN 12-3456789", []string{"US_EIN 12-3456789"}},
		{"EIN in one run", "fein: 123456789", []string{"US_EIN 123456789"}},
		{"EIN without a word", "part 12-3456789", nil},
		{"EIN of a prefix that is none", "EIN 07-3456789", nil},
		{"passport", "passport number 123456789", []string{"US_PASSPORT 123456789"}},
		{"passport with a letter", "passport: A12345678", []string{"US_PASSPORT A12345678"}},
		{"passport card", "passport card C12345678", []string{"US_PASSPORT C12345678"}},
		{"passport without a word", "build 123456789 A12345678", nil},
		{"passport by its key of one word", "passportNumber=123456789", []string{"US_PASSPORT 123456789"}},
		{"driver license of digits", "my driver's license is 1234567", []string{"US_DRIVER_LICENSE 1234567"}},
		{"driver license with a letter", "driver license A1234567", []string{"US_DRIVER_LICENSE A1234567"}},
		{"driver license in groups", "DL number A000-123-45-678-0", []string{"US_DRIVER_LICENSE A000-123-45-678-0"}},
		{"driver license of Washington", "drivers license AB1C2**9DEF7", []string{"US_DRIVER_LICENSE AB1C2**9DEF7"}},
		{"a word in capitals that change", "DrIvEr LiCeNsE: 7774567901234", []string{"US_DRIVER_LICENSE 7774567901234"}},
		{"driver without a license", "driver 1234567 loaded", nil},
		{"license of software", "license MIT 1234567", nil},
		{"driver license too short", "driver license A1234", nil},
	})
}
