package detect

// The NRIC detector finds numbers of Malaysian identity cards (MyKad): the date of birth, a place of birth, and four digits, dashed or
// beside a word. There is no check digit (National Registration Department, codes of states and countries,
// https://en.wikipedia.org/wiki/Malaysian_identity_card).
var myNRIC = identifier{
	free:   []string{"999999-99-9999"},
	digits: []int{12},
	check: func(d []byte) bool {
		return isShortDate(d) && inRanges(decimal(d[6:8]), [][2]int{{1, 16}, {21, 59}, {60, 68}, {71, 72}, {74, 79}, {82, 93}, {98, 99}}...)
	},
}.detector(MYNRIC, PackAPAC, "nric", "mykad", "mypr", "kad pengenalan", "pengenalan", "ic number", "my ic", "no ic", "ic no", "no kp",
	"malaysian ic",
	"identity card")
