package detect

// The national ID detector finds numbers of Egypt beside a word: 2 or 3 for the century, the date of birth, a governorate, a serial
// number, and a check digit whose rule is not published (Civil Status Organization,
// https://en.wikipedia.org/wiki/Egyptian_National_Identity_Card, read in November 2026).
var egNationalID = identifier{
	digits: []int{14},
	check: func(d []byte) bool {
		if d[0] != '2' && d[0] != '3' {
			return false
		}
		year := (digitAt(d, 0)+17)*100 + decimal(d[1:3])
		return isDay(year, decimal(d[3:5]), decimal(d[5:7])) &&
			inRanges(decimal(d[7:9]), [][2]int{{1, 4}, {11, 19}, {21, 29}, {31, 35}, {88, 88}}...)
	},
}.detector(EGNationalID, PackAfrica, "national id", "national number", "egypt", "egyptian", "id number", "id card", "الرقم القومي",
	"رقم قومي",
	"القومي", "بطاقة", "البطاقة")
