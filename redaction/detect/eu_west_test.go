package detect

import "testing"

func TestBelgium(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"with dots and a dash", "85.07.30-033.28", []string{"BE_NATIONAL_NUMBER 85.07.30-033.28"}},
		{"of this century", "15.01.01-005.25", []string{"BE_NATIONAL_NUMBER 15.01.01-005.25"}},
		{"in other groups", "850730-033.28", []string{"BE_NATIONAL_NUMBER 850730-033.28"}},
		{"with blanks, named", "rijksregisternummer 85 07 30 033 28", []string{"BE_NATIONAL_NUMBER 85 07 30 033 28"}},
		{"in one run, named", "INSZ 85073003328", []string{"BE_NATIONAL_NUMBER 85073003328"}},
		{"in one run, not named", "85073003328", nil},
		{"with a wrong check number", "85.07.30-033.27", nil},
		{"with no date, not named", "85.13.30-033.78", nil},
	})
}

func TestNetherlands(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"a passport", "paspoort XR1001R58", []string{"NL_PASSPORT XR1001R58"}},
		{"a passport, not named", "XR1001R58", nil},
		{"with an O", "paspoort XO1001R58", nil},
		{"with a letter last", "paspoort XR1001R5A", nil},
	})
}

func TestFrance(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"in groups", "2 95 10 99 126 111 93", []string{"FR_NIR 2 95 10 99 126 111 93"}},
		{"with dashes", "1-51-02-46102-043-25", []string{"FR_NIR 1-51-02-46102-043-25"}},
		{"of Corsica", "253072B07300470 253072A07300443", []string{"FR_NIR 253072B07300470", "FR_NIR 253072A07300443"}},
		{"in one run, named", "Sécurité sociale : 295109912611193", []string{"FR_NIR 295109912611193"}},
		{"in 13 and 2, named", "NIR 2951099126111 93", []string{"FR_NIR 2951099126111 93"}},
		{"in one run, not named", "295109912611193", nil},
		{"with a wrong key", "2 95 10 99 126 111 94", nil},
		{"month 13, not named", "2 95 13 99 126 111 63", nil},
		{"of no department", "253072C07300443", nil},
		{"of taxes", "numéro fiscal 07 01 987 765 493", []string{"FR_NIF 07 01 987 765 493"}},
		{"of taxes, not named", "0701987765493", nil},
		{"of taxes, with a wrong key", "numéro fiscal 0701987765432", nil},
	})
}

func TestAlpineStates(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"Austria", "SVNR 1237 010180", []string{"AT_SVNR 1237 010180"}},
		{"Austria, in one run", "Sozialversicherungsnummer: 1237010180", []string{"AT_SVNR 1237010180"}},
		{"Austria, not named", "1237 010180", nil},
		{"Austria, with a wrong check digit", "SVNR 2237 010180", nil},
		{"Austria, a 0 first", "SVNR 0234 010180", nil},
		{"Switzerland", "756.9217.0769.85", []string{"CH_AHV 756.9217.0769.85"}},
		{"Switzerland, in one run and named", "AHV 7569217076985", []string{"CH_AHV 7569217076985"}},
		{"Switzerland, in one run and not named", "7569217076985", nil},
		{"Switzerland, with a wrong check digit", "756.9217.0769.84", nil},
		{"another country", "123.4567.8910.19", nil},
	})
}

func TestIreland(t *testing.T) {
	t.Parallel()
	checkPack(t, PackEU, []family{
		{"of before 2013", "PPS 6433435F", []string{"IE_PPSN 6433435F"}},
		{"with a second letter", "PPSN: 6433435OA, 6433435IH, 6433435FW",
			[]string{"IE_PPSN 6433435OA", "IE_PPSN 6433435IH", "IE_PPSN 6433435FW"}},
		{"in small letters", "pps 6433435f", []string{"IE_PPSN 6433435f"}},
		{"not named, like a size", "6433435F 1048576KB", nil},
		{"with the wrong letter", "PPS 6433435E", nil},
		{"with the wrong letter before a second one", "PPS 6433435VH", nil},
		{"with a second letter not in use", "PPS 6433435FZ", nil},
	})
}
