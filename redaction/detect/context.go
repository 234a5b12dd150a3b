package detect

// context is the set of subjects that the words around a candidate speak of.
type context uint8

const (
	aboutPhone context = 1 << iota
	aboutCard
	aboutSSN
	aboutITIN
	aboutWallet
	// notAbout marks words that end the name of a field which holds no personal number, whatever comes before them: "phone_id",
	// "card_updated_at", "call_count".
	notAbout
)

const (
	contextBefore = 48 // bytes
	contextAfter  = 16 // bytes
	contextWord   = 24 // the longest word looked up, in bytes
)

// contextWords are single words, in lower case. Ambiguous ones ("call", "text", "contact", "number") are left out: in traces of
// language models they are everywhere.
var contextWords = map[string]context{
	"phone": aboutPhone, "phones": aboutPhone, "phonenumber": aboutPhone, "phoneno": aboutPhone, "telephone": aboutPhone,
	"telephones": aboutPhone, "tel": aboutPhone, "telno": aboutPhone, "mobile": aboutPhone, "mobiles": aboutPhone,
	"mobileno": aboutPhone, "cell": aboutPhone, "cellphone": aboutPhone, "cellular": aboutPhone, "landline": aboutPhone,
	"fax": aboutPhone, "whatsapp": aboutPhone, "sms": aboutPhone, "msisdn": aboutPhone, "dial": aboutPhone,
	"hotline": aboutPhone, "voicemail": aboutPhone,
	"telefon": aboutPhone, "telefonnummer": aboutPhone, "handy": aboutPhone, "handynummer": aboutPhone, "mobil": aboutPhone,
	"mobilnummer": aboutPhone, "rufnummer": aboutPhone, "telefono": aboutPhone, "teléfono": aboutPhone, "telefone": aboutPhone,
	"téléphone": aboutPhone, "celular": aboutPhone, "móvil": aboutPhone, "movil": aboutPhone, "cellulare": aboutPhone,
	"telefoon": aboutPhone, "téléfono": aboutPhone,

	"card": aboutCard, "cards": aboutCard, "cardnumber": aboutCard, "cardno": aboutCard, "creditcard": aboutCard,
	"debitcard": aboutCard, "cc": aboutCard, "ccnumber": aboutCard, "visa": aboutCard, "mastercard": aboutCard,
	"amex": aboutCard, "maestro": aboutCard, "jcb": aboutCard, "diners": aboutCard, "unionpay": aboutCard,
	"rupay": aboutCard, "cvv": aboutCard, "cvc": aboutCard, "kreditkarte": aboutCard, "tarjeta": aboutCard, "carte": aboutCard,
	"cartão": aboutCard,

	"ssn": aboutSSN | aboutITIN, "ssns": aboutSSN, "socialsecurity": aboutSSN, "socialsecuritynumber": aboutSSN,
	"itin": aboutITIN, "tin": aboutITIN, "taxid": aboutITIN | aboutSSN, "taxpayer": aboutITIN | aboutSSN,

	"wallet": aboutWallet, "eth": aboutWallet, "ether": aboutWallet, "ethereum": aboutWallet, "erc20": aboutWallet,
	"crypto": aboutWallet, "usdt": aboutWallet, "usdc": aboutWallet, "metamask": aboutWallet,

	"id": notAbout, "ids": notAbout, "uuid": notAbout, "at": notAbout, "time": notAbout, "timestamp": notAbout, "ts": notAbout,
	"date": notAbout, "ms": notAbout, "ns": notAbout, "seconds": notAbout, "count": notAbout, "tokens": notAbout, "cost": notAbout,
	"size": notAbout, "bytes": notAbout, "length": notAbout, "index": notAbout, "price": notAbout, "amount": notAbout,
	"version": notAbout, "total": notAbout, "duration": notAbout, "limit": notAbout, "balance": notAbout,
}

// contextPairs are pairs of neighbouring words, joined by a space.
var contextPairs = map[string]context{
	"social security": aboutSSN, "social sec": aboutSSN, "tax id": aboutITIN | aboutSSN, "tax number": aboutITIN | aboutSSN,
	"call me": aboutPhone, "call us": aboutPhone, "can call": aboutPhone, "please call": aboutPhone, "to call": aboutPhone,
	"call at": aboutPhone, "call on": aboutPhone, "call him": aboutPhone,
	"call her": aboutPhone, "call them": aboutPhone, "me at": aboutPhone, "me on": aboutPhone, "text me": aboutPhone,
	"contact number": aboutPhone, "home number": aboutPhone, "office number": aboutPhone, "answering at": aboutPhone,
	"discover card": aboutCard, "pan number": aboutCard,
	"reach me": aboutPhone, "messages to": aboutPhone,
}

// contextOf returns what the words around the candidate [start, end) and the keys above it speak of.
func (t *Text) contextOf(start, end int) context {
	if !t.keyKnown {
		t.keyed, t.keyKnown = keyContext(t.Place.Key)|keyContext(t.Place.Attribute), true
	}
	low := contextStart(t.Bytes, start)
	high := end
	for high < len(t.Bytes) && high-end < contextAfter && !is(t.Bytes[high], lineEnd) {
		high++
	}
	t.Work += start - low + high - end
	before, _ := wordsContext(t.Bytes[low:start])
	after, _ := wordsContext(t.Bytes[end:high])
	return (before | after | t.keyed) &^ notAbout
}

// contextStart returns where the words before a candidate begin to count: at most contextBefore bytes earlier, on the same line or,
// where the line before ends with a colon, on that one.
func contextStart(b []byte, start int) int {
	low := max(0, start-contextBefore)
	for i := start - 1; i >= low; i-- {
		if !is(b[i], lineEnd) {
			continue
		}
		p := i
		for p > low && classes[b[p-1]]&(lineEnd|blank) != 0 {
			p--
		}
		if p == low || b[p-1] != ':' {
			return i + 1
		}
		i = p
	}
	for low > 0 && low < start && isAlnumAt(b, low-1) && isAlnumAt(b, low) {
		low++ // a word that the window cuts
	}
	return low
}

// keyContext returns what a key speaks of; none if its last word says that it holds no personal number.
func keyContext(key []byte) context {
	all, last := wordsContext(key)
	if last&notAbout != 0 {
		return 0
	}
	return all
}

// wordsContext returns what the words of b speak of together, and what the last of them does alone. Words are letters, split where
// a capital follows a small letter. Placeholders are no words.
func wordsContext(b []byte) (all, last context) {
	var pair [2*contextWord + 1]byte
	previous := 0 // bytes of pair in use by the word before
	for i := 0; i < len(b); {
		if end := PlaceholderEnd(b, i); end > i {
			i, previous = end, 0
			continue
		}
		if classes[b[i]]&(letter|highByte) == 0 {
			i++
			continue
		}
		j := wordEnd(b, i)
		if j-i > contextWord {
			i, previous, last = j, 0, 0
			continue
		}
		pair[previous] = ' '
		for k := i; k < j; k++ {
			pair[previous+1+k-i] = lowerByte(b[k])
		}
		current := pair[previous+1 : previous+1+j-i]
		last = contextWords[string(current)]
		all |= last
		if previous > 0 {
			all |= contextPairs[string(pair[:previous+1+j-i])]
		}
		copy(pair[:], current)
		i, previous = j, j-i
	}
	return all, last
}

func wordEnd(b []byte, i int) int {
	j := i + 1
	for j < len(b) && classes[b[j]]&(letter|highByte) != 0 && !(is(b[j], upper) && is(b[j-1], lower)) {
		j++
	}
	return j
}
