package detect

// The TNIN detector finds national identity numbers of Thailand: a type of 1 to 8, a province, ten digits more, the last a check digit
// modulo 11, in groups of 1, 4, 5, 2 and 1, or beside a word (Department of Provincial Administration,
// https://en.wikipedia.org/wiki/Thai_identity_card).
var thTNIN = identifier{
	free:   []string{"9-9999-99999-99-9"},
	digits: []int{13},
	check: func(d []byte) bool {
		provinces := [][2]int{{10, 27}, {30, 58}, {60, 67}, {70, 77}, {80, 86}, {90, 96}}
		return d[0] >= '1' && d[0] <= '8' && inRanges(decimal(d[1:3]), provinces...) &&
			(11-weighted(d, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11)%10 == digitAt(d, 12)
	},
}.detector(THTNIN, PackAPAC, "tnin", "thai id", "thai national", "national id", "citizen id", "identity card", "id card", "ประชาชน")
