package detect

// The ID detector finds identity numbers of Israel (Mispar Zehut) beside a word: eight digits and a check digit of Luhn, the leading
// zeros written (Population and Immigration Authority, https://en.wikipedia.org/wiki/Israeli_identity_card).
var ilID = identifier{
	digits: []int{9},
	check:  luhn,
}.detector(ILID, PackAfrica, "teudat", "zehut", "teudat zehut", "mispar zehut", "israeli id", "il id", "national id",
	"id number",
	"זהות", "הזהות", "ת ז", "תז", "מספר זהות", "תעודת זהות")
