package detect

// The RIC detector finds numbers of Chinese resident identity cards: six digits of a region, the date of birth, three digits, and a check
// character of 0-9 or X (GB 11643-1999 and ISO 7064 MOD 11-2). One that ends with X needs no word beside it.
var cnRIC = identifier{
	free:   []string{"99999999999999999A"},
	named:  []string{"99999999999999999a"},
	digits: []int{18},
	check:  isRIC,
}.detector(CNRIC, PackAPAC, "身份证", "身份證", "公民身份号码", "居民身份", "证件号", "resident identity", "resident id", "identity card", "id card",
	"idcard", "id number", "ric", "shenfenzheng", "chinese id", "china id", "citizen id", "national id")

func isRIC(d []byte) bool {
	last := d[17]
	if !is(last, digit) && last != 'X' || !isProvince(decimal(d[:2])) {
		return false
	}
	if year := decimal(d[6:10]); year < 1850 || year > 2099 || !isDay(year, decimal(d[10:12]), decimal(d[12:14])) {
		return false
	}
	check := 12 - weighted(d, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)%11
	return "0123456789X"[check%11] == last
}

// isProvince reports whether GB/T 2260 has such a province, Taiwan, Hong Kong and Macau included.
func isProvince(code int) bool {
	return inRanges(code, [][2]int{{11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}}...)
}
