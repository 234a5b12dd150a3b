package detect

// Entity is a kind of finding. The zero Entity stands for none.
type Entity uint8

// The entities of the default pack. Their names (see [Entity.String]) are what users read in placeholders and metrics and write
// in configuration, so they never change.
const (
	None Entity = iota
	Email
	Phone
	CreditCard
	IBAN
	SSN
	ITIN
	NINO
	MRZ
	URLCredentials
	JWT
	PrivateKey
	APIKey
	Authorization
	Cookie
	Password
	CryptoWallet
	Person
	Secret
	entityCount
)

// EntityCount is the number of values of Entity, None included: the length of an array indexed by Entity.
const EntityCount = int(entityCount)

var entityNames = [EntityCount]string{
	None:           "",
	Email:          "EMAIL",
	Phone:          "PHONE",
	CreditCard:     "CREDIT_CARD",
	IBAN:           "IBAN",
	SSN:            "US_SSN",
	ITIN:           "US_ITIN",
	NINO:           "UK_NINO",
	MRZ:            "MRZ",
	URLCredentials: "URL_CREDENTIALS",
	JWT:            "JWT",
	PrivateKey:     "PRIVATE_KEY",
	APIKey:         "API_KEY",
	Authorization:  "AUTHORIZATION",
	Cookie:         "COOKIE",
	Password:       "PASSWORD",
	CryptoWallet:   "CRYPTO_WALLET",
	Person:         "PERSON",
	Secret:         "SECRET",
}

var placeholders = [EntityCount]string{
	None:           "<REDACTED>",
	Email:          "<EMAIL>",
	Phone:          "<PHONE>",
	CreditCard:     "<CREDIT_CARD>",
	IBAN:           "<IBAN>",
	SSN:            "<US_SSN>",
	ITIN:           "<US_ITIN>",
	NINO:           "<UK_NINO>",
	MRZ:            "<MRZ>",
	URLCredentials: "<URL_CREDENTIALS>",
	JWT:            "<JWT>",
	PrivateKey:     "<PRIVATE_KEY>",
	APIKey:         "<API_KEY>",
	Authorization:  "<AUTHORIZATION>",
	Cookie:         "<COOKIE>",
	Password:       "<PASSWORD>",
	CryptoWallet:   "<CRYPTO_WALLET>",
	Person:         "<PERSON>",
	Secret:         "<SECRET>",
}

// String returns the entity's name, such as "CREDIT_CARD"; "" for None and for a value that is no entity.
func (e Entity) String() string {
	if e >= entityCount {
		return ""
	}
	return entityNames[e]
}

// Placeholder returns what replaces a finding of e, such as "<CREDIT_CARD>". That of None, "<REDACTED>", replaces a value that
// could not be processed.
func (e Entity) Placeholder() string {
	if e >= entityCount {
		e = None
	}
	return placeholders[e]
}

// longestPlaceholder is the length in bytes of the longest placeholder.
const longestPlaceholder = len("<URL_CREDENTIALS>")

// PlaceholderEnd returns the offset behind the placeholder that starts at b[at], or at if none does. The grammar is exact: an
// angle bracket, the name of an entity or REDACTED, an angle bracket.
func PlaceholderEnd(b []byte, at int) int {
	if at >= len(b) || b[at] != '<' {
		return at
	}
	limit := min(len(b), at+longestPlaceholder)
	for i := at + 1; i < limit; i++ {
		if b[i] == '>' {
			if isPlaceholder(b[at : i+1]) {
				return i + 1
			}
			return at
		}
		if classes[b[i]]&(upper|underscore) == 0 {
			return at
		}
	}
	return at
}

// endsPlaceholder reports whether a placeholder ends at end.
func endsPlaceholder(b []byte, end int) bool {
	if b[end-1] != '>' {
		return false
	}
	for i := end - 2; i >= 0 && end-i <= longestPlaceholder; i-- {
		if b[i] == '<' {
			return isPlaceholder(b[i:end])
		}
	}
	return false
}

// isPlaceholder reports whether b is exactly one placeholder.
func isPlaceholder(b []byte) bool {
	for i := range placeholders {
		if string(b) == placeholders[i] {
			return true
		}
	}
	return false
}
