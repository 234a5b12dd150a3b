package detect

// Keys whose values are replaced whole, whatever they hold. A key is split into words at signs and where a capital follows a small
// letter ("OPENAI_API_KEY", "openaiApiKey", "x-api-key" all end with the words "api key"); the last one, two or three words decide.
// So "api_key_hash" and "max_tokens" are not meant, and neither is a bare "token", which in traces of language models is a piece of
// text more often than a secret.
//
// wholeKeys holds the words in lower case, joined by spaces.
var wholeKeys = addAPIKeyNames(addPasswordKeys(map[string]Entity{
	"password": Password, "passwords": Password, "passwd": Password, "passphrase": Password, "passcode": Password,
	"pwd": Password, "pword": Password, "password1": Password, "password2": Password, "userpassword": Password,
	"dbpassword": Password, "pgpassword": Password,

	"authorization": Authorization, "bearer token": Authorization, "auth header": Authorization,

	"cookie": Cookie, "cookies": Cookie, "setcookie": Cookie,

	"api key": APIKey, "api keys": APIKey, "apikey": APIKey, "apikeys": APIKey, "xapikey": APIKey, "api token": APIKey,
	"apitoken": APIKey, "apisecret": APIKey,
	"subscription key": APIKey,

	"private key": PrivateKey, "privatekey": PrivateKey,

	"secret": Secret, "secrets": Secret, "clientsecret": Secret, "secret key": Secret,
	"secretkey": Secret, "secret string": Secret, "secretstring": Secret, "secret key base": Secret, "secret access key": Secret,
	"secretaccesskey": Secret, "access token": Secret, "accesstoken": Secret,
	"refresh token": Secret, "refreshtoken": Secret, "id token": Secret, "idtoken": Secret, "auth token": Secret,
	"authtoken": Secret, "session token": Secret, "sessiontoken": Secret, "security token": Secret, "csrf token": Secret,
	"bot token": Secret, "github token": Secret, "gitlab token": Secret, "encryption key": Secret, "signing key": Secret,
	"shared access key": Secret, "sharedaccesskey": Secret, "account key": Secret, "accountkey": Secret,
	"seed phrase": Secret, "recovery phrase": Secret, "mnemonic phrase": Secret, // of wallets
	"gitlab session": Secret,   // the cookie of GitLab
	"contribsys com": Password, // BUNDLE_GEMS__CONTRIBSYS__COM: Sidekiq's packages, in the settings of Bundler

	"cvv": CreditCard, "cvv2": CreditCard, "cvc": CreditCard,
}))

// dottedKeys are attribute keys of the OpenTelemetry semantic conventions (registry "user", v1.41.0) whose values name a
// person; matched with their dots, alone or behind a namespace.
var dottedKeys = map[string]Entity{
	"user.email":     Email,
	"user.name":      Person,
	"user.full_name": Person,
}

const (
	maxKeyTail  = 48 // bytes at the end of a key that are looked at
	maxIndex    = 9  // digits of an index
	maxKeyWords = 3
)

// KeyEntity returns the entity of the values that stand under key: None for nearly all keys, and for entities that the policy switches off.
// A numeric index at the end ("http.request.header.cookie.0") is skipped.
func (s *Scanner) KeyEntity(key []byte) Entity {
	key = trimIndex(key)
	tail := key
	if len(tail) > maxKeyTail {
		tail = tail[len(tail)-maxKeyTail:]
	}
	var lowered [maxKeyTail]byte
	for i, c := range tail {
		lowered[i] = lowerByte(c)
	}
	e := dottedEntity(lowered[:len(tail)])
	if e == None {
		e = s.wordsEntity(tail, lowered[:len(tail)])
	}
	if s.off[e] {
		return None
	}
	return e
}

// trimIndex drops ".0" and its like at the end of key.
func trimIndex(key []byte) []byte {
	end := len(key)
	for end > 0 && len(key)-end < maxIndex && is(key[end-1], digit) {
		end--
	}
	if end > 0 && end < len(key) && key[end-1] == '.' {
		return key[:end-1]
	}
	return key
}

// dottedEntity looks up the last two segments of key.
func dottedEntity(key []byte) Entity {
	dots := 0
	for i := len(key) - 1; i >= 0; i-- {
		if key[i] != '.' {
			continue
		}
		if dots++; dots == 2 {
			return dottedKeys[string(key[i+1:])]
		}
	}
	return dottedKeys[string(key)]
}

// wordsEntity looks up the last one, two and three words of key; lowered is key in lower case.
func (s *Scanner) wordsEntity(key, lowered []byte) Entity {
	var joined [maxKeyTail + maxKeyWords]byte
	from := len(joined) // joined[from:] holds the words taken so far
	end := len(key)
	for range maxKeyWords {
		for end > 0 && classes[key[end-1]]&(alnum|highByte) == 0 {
			if s.placeholders.endsAt(key, end) {
				return None // a redacted key says nothing, "<PASSWORD>" least of all
			}
			end--
		}
		if end == 0 {
			return None
		}
		start := keyWordStart(key, end)
		if from < len(joined) {
			from--
			joined[from] = ' '
		}
		from -= end - start
		copy(joined[from:], lowered[start:end])
		if e := wholeKeys[string(joined[from:])]; e != None {
			return e
		}
		if e := s.keys[string(joined[from:])]; e != None {
			return e
		}
		if end == len(key) && endsUnspaced(key[start:end]) {
			return Password
		}
		end = start
	}
	return None
}

// keyWordStart returns the start of the word of key that ends at end. Words start behind a sign and at a capital behind a small
// letter or a digit ("apiKey") or, where capitals run on, at the last of them ("APIKey").
func keyWordStart(key []byte, end int) int {
	i := end - 1
	for i > 0 && classes[key[i-1]]&(alnum|highByte) != 0 {
		if is(key[i], upper) && classes[key[i-1]]&(lower|digit) != 0 {
			break
		}
		if is(key[i], upper) && is(key[i-1], upper) && i+1 < end && is(key[i+1], lower) {
			break
		}
		i--
	}
	return i
}
