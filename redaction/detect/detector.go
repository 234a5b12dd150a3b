package detect

// Detector is one family of findings: when to look, and how.
type Detector struct {
	// Bytes are the bytes other than letters and digits at which Find is called.
	Bytes string
	// Starts are literals of two or more bytes, the first a letter or digit; Find is called where a token starts with one.
	Starts []string
	// Words are like Starts, in lower case, and match in any case.
	Words []string
	// Numbers: Find is called where a token starts with a digit.
	Numbers bool
	// Codes: Find is called where a token starts with two letters and a digit.
	Codes bool
	// LongTokens: Find is called at tokens of longToken bytes or more.
	LongTokens bool
	// Find looks at offset at of the text. It calls t.add for what it finds and returns true, or returns false. A token is a run
	// of letters and digits with neither before it.
	Find func(t *Text, at int) bool
}

// Default returns the detectors of the default pack, in the order in which they are asked.
func Default() []Detector {
	return []Detector{
		urlUserinfo, // before e-mail: "https://user:secret@example.com"
		urlQuery,
		email,
		privateKey,
		mrz,
		jwt,
		apiKey,
		azureSecret,
		telegramKey,
		bearer,
		passwordPhrase,
		assigned,
		element,
		wallet,
		iban,
		nino,
		taxpayer,
		card,
		phone,
	}
}
