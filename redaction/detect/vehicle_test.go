package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVIN(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackVehicle, []family{
		{"with a check digit", "saw 1M8GDM9AXKP042788 there", []string{"VIN 1M8GDM9AXKP042788"}},
		{"ones", "VIN 11111111111111111A", nil},
		{"of Europe, beside its name", "VIN: WVWZZZ1JZ3W386752", []string{"VIN WVWZZZ1JZ3W386752"}},
		{"of Europe, without a name", "WVWZZZ1JZ3W386752", nil},
		{"a wrong check digit", "vin 1M8GDM9A1KP042788", nil},
		{"the letter O", "vin 1M8GDM9AXKPO42788", nil},
		{"in small letters", "vin 1m8gdm9axkp042788", nil},
		{"part of a name", "id-1M8GDM9AXKP042788 1M8GDM9AXKP042788_x", nil},
		{"letters at its end, without a name", "1M8GDM9A1KPABCDEF", nil},
	})
	s := NewScanner(Policy{Packs: PackVehicle})
	assert.Equal(t, []string{"VIN WVWZZZ1JZ3W386752"}, scanAll(t, s, "WVWZZZ1JZ3W386752", Place{Attribute: []byte("car.vin")}))
}

// TestVINAgreesWithATable holds the check digit against the table of 49 CFR 565.15, written out.
func TestVINAgreesWithATable(t *testing.T) {
	t.Parallel()
	value := map[rune]int{'A': 1, 'B': 2, 'C': 3, 'D': 4, 'E': 5, 'F': 6, 'G': 7, 'H': 8, 'J': 1, 'K': 2, 'L': 3, 'M': 4, 'N': 5, 'P': 7,
		'R': 9, 'S': 2, 'T': 3, 'U': 4, 'V': 5, 'W': 6, 'X': 7, 'Y': 8, 'Z': 9}
	weight := strings.Split("8 7 6 5 4 3 2 10 0 9 8 7 6 5 4 3 2", " ")
	number := func(w string) (n int) {
		for _, c := range w {
			n = 10*n + int(c-'0')
		}
		return n
	}
	for start := range "ABCDEFGHJKLMNPRSTUVWXYZ" {
		vin := []rune(strings.Repeat("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 2)[start : start+17])
		for _, check := range "0123456789X" {
			vin[8] = check
			sum := 0
			for i, c := range vin {
				v, ok := value[c]
				if !ok {
					v = number(string(c))
				}
				sum += v * number(weight[i])
			}
			want := sum%11 == 10 && check == 'X' || sum%11 == int(check-'0')
			assert.Equal(t, want, isVIN([]byte(string(vin))), string(vin))
		}
	}
}

func TestLicensePlate(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackVehicle, []family{
		{"British", "registration number AB51 ABC", []string{"LICENSE_PLATE AB51 ABC"}},
		{"with words between", "The license plate is: 7ABC123.", []string{"LICENSE_PLATE 7ABC123"}},
		{"German", "Kennzeichen B-AB 1234", []string{"LICENSE_PLATE B-AB 1234"}},
		{"Turkish", "Plaka numarası 06 A 123 olarak", []string{"LICENSE_PLATE 06 A 123"}},
		{"Indian", "vehicle registration: KA53ME3456", []string{"LICENSE_PLATE KA53ME3456"}},
		{"too long", "license plate KA53ME345678", nil},
		{"a product", "GPT4 cluster, B200 cluster", nil},
		{"digits alone", "registration number 123456", nil},
		{"words", "license plate READER MODEL", nil},
		{"a sentence", "the registration number is not known for GPT4", nil},
		{"far behind", "license plate reader with a very good camera B200", nil},
	})
}
