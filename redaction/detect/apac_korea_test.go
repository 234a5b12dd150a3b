package detect

import "testing"

func TestKorea(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"RRN dashed", "900101-1234567", []string{"KR_RRN 900101-1234567"}},
		{"RRN in one run, its name with an ending", "주민등록번호는 9001011234567입니다", []string{"KR_RRN 9001011234567"}},
		{"RRN of a foreigner", "FRN 911124-5678901", []string{"KR_RRN 911124-5678901"}},
		{"RRN in one run without a word", "ts 9001011234567", nil},
		{"RRN with a day that is none", "900132-1234567", nil},
		{"RRN of a leap day that was none", "010229-3234567 rrn 000229-1234567", nil},
		{"RRN of century 0", "960303-0021413", nil},
		{"RRN of a place that is none", "900101-1964567", nil},
		{"RRN with another sign", "900101+1234567", nil},
		{"BRN dashed", "104-82-13138", []string{"KR_BRN 104-82-13138"}},
		{"BRN in one run beside its name", "사업자등록번호: 1048213138", []string{"KR_BRN 1048213138"}},
		{"BRN with a wrong digit", "104-82-13139", nil},
		{"BRN in one run without a word", "ts 1048213138", nil},
		{"passport beside a word", "여권번호는 M123A4567입니다", []string{"KR_PASSPORT M123A4567"}},
		{"passport of the old form", "passport m87654321", []string{"KR_PASSPORT m87654321"}},
		{"passport of the old form with G", "여권 G12345678", []string{"KR_PASSPORT G12345678"}},
		{"passport without a word", "part M123A4567", nil},
		{"passport with a letter not in use", "여권 Q123A4567", nil},
		{"driver license", "11-22-123456-12", []string{"KR_DRIVER_LICENSE 11-22-123456-12"}},
		{"driver license in one run beside its name", "운전면허 112212345612", []string{"KR_DRIVER_LICENSE 112212345612"}},
		{"driver license of a region that is none", "10-22-123456-12", nil},
		{"driver license of a year to come", "11-45-123456-12", nil},
	})
}
