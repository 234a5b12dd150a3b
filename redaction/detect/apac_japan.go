package detect

// The My Number detector finds individual numbers of Japan beside a word: twelve digits, the last a check digit modulo 11 (Ministry of
// Internal Affairs and Communications, ordinance 85 of 2014, article 5, stdnum.jp.in_ of python-stdnum, read in November 2026).
var jpMyNumber = identifier{
	digits: []int{12},
	check: func(d []byte) bool {
		check := elevens(weighted(d, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
		return check%10 == digitAt(d, 11)
	},
}.detector(JPMyNumber, PackAPAC, "マイナンバー", "個人番号", "my number", "mynumber", "individual number", "kojin bango")
