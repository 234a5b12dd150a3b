package redaction

import "strings"

// testCase is a text with what becomes of it. The cases are also the seeds of the fuzz targets.
type testCase struct{ name, in, want string }

// secret assembles a key at run time, so that no scanner takes the test for a leak.
func secret(parts ...string) string { return strings.Join(parts, "") }

// body is the random-looking part of made-up keys.
const body = "a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3"

func token() string {
	return secret("eyJ", "hbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", ".", body)
}

// textCases are texts with findings.
func textCases() []testCase {
	key := secret("sk-", "ant-api03-", body, body)
	pem := secret("-----BEGIN ", "PRIVATE KEY-----", "\n", body, "\n", body, "\n", "-----END ", "PRIVATE KEY-----")
	escapedPEM := strings.ReplaceAll(pem, "\n", `\n`)
	return []testCase{
		{"an e-mail in prose", "mail alice@example.com now", "mail <EMAIL> now"},
		{"two e-mails in a list", "alice@example.com, bob.b+x@mail.example.org;", "<EMAIL>, <EMAIL>;"},
		{"an e-mail in angle brackets", "Alice <alice@example.com>", "Alice <<EMAIL>>"},
		{"a card with spaces", "pay with 4111 1111 1111 1111.", "pay with <CREDIT_CARD>."},
		{"a card alone", "4111111111111111", "<CREDIT_CARD>"},
		{"a card that is a JSON number", `{"card":4111111111111111}`, `{"card":"<CREDIT_CARD>"}`},
		{"a card as a number with an exponent", `{"card":4.111111111111111e15}`, `{"card":"<CREDIT_CARD>"}`},
		{"a card as a number with a fraction of zeros", `[4111111111111111.0, 1]`, `["<CREDIT_CARD>", 1]`},
		{"a social security number behind an escape", `{"a":"a\n123-45-6789"}`, `{"a":"a\n<US_SSN>"}`},
		{"a social security number behind an escape in cut JSON", `{"a":"a\n123-45-6789`, `{"a":"a\n<US_SSN>`},
		{"a social security number behind a doubled escape in cut JSON", `{"a":"{\"b\":\"a\\n123-45-6789`, `{"a":"{\"b\":\"a\\n<US_SSN>`},
		{"an escaped at sign", `{"to": "alice\u0040example.com" }`, `{"to": "<EMAIL>" }`},
		{"an escaped at sign in cut JSON", `{"to": "alice\u0040example.com`, `{"to": "<EMAIL>`},
		{"a percent-encoded at sign", "https://x.example/?u=alice%40example.com&a=1", "https://x.example/?u=<EMAIL>&a=1"},
		{"a card of a form", "card=4111+1111+1111+1111&x=1", "card=<CREDIT_CARD>&x=1"},
		{"emphasis around findings", "**_4111 1111 1111 1111_** __415-555-0132__ _123-45-6789_", "**_<CREDIT_CARD>_** __<PHONE>__ _<US_SSN>_"},
		{"a card in a string, read as a decimal number", `{"a":"4111111111111111.0"}`, `{"a":"<CREDIT_CARD>.0"}`},
		{"a token behind a name", "session_" + token(), "session_<JWT>"},
		{"a percent-encoded phone", "to=%2B14155550132&x=1", "to=<PHONE>&x=1"},
		{"a card with percent-encoded blanks", "card=4111%201111%201111%201111", "card=<CREDIT_CARD>"},
		{"a number with percent-encoded dashes", "ssn=123%2D45%2D6789", "ssn=<US_SSN>"},
		{"a percent-encoded assignment", "password%3Dhunter2secret9", "password%3D<PASSWORD>"},
		{"a header with percent-encoded blanks", "authorization=Basic%20" + body, "authorization=Basic%20<AUTHORIZATION>"},
		{"an address percent-encoded twice", "u=jane%2540example.com", "u=<EMAIL>"},
		{"digits all percent-encoded", "n=%34%31%31%31111111111111", "n=<CREDIT_CARD>"},
		{"full-width digits percent-encoded", "n=%EF%BC%94111111111111111", "n=<CREDIT_CARD>"},
		{"a percent-encoded password of a URL", "postgres://jane:pa%2Fss%23w@db", "postgres://<URL_CREDENTIALS>@db"},
		{"character references", "jane&#64;example.com, &#43;14155550132, bob&commat;example.org, eve&#x40;example.org", "<EMAIL>, <PHONE>, <EMAIL>, <EMAIL>"},
		{"JSON in HTML", "{&quot;password&quot;:&quot;hunter2&quot;}", "{&quot;password&quot;:&quot;<PASSWORD>&quot;}"},
		{"JSON inside of JSON", `{"a":"{\"to\":\"alice@example.com\",\"n\":4111111111111111}"}`,
			`{"a":"{\"to\":\"<EMAIL>\",\"n\":\"<CREDIT_CARD>\"}"}`},
		{"JSON three deep", `["[\"[\\\"alice@example.com\\\",4111111111111111]\"]"]`, `["[\"[\\\"<EMAIL>\\\",\\\"<CREDIT_CARD>\\\"]\"]"]`},
		{"a JSON string alone", `"alice@example.com"`, `"<EMAIL>"`},
		{"a key of a map", `{"alice@example.com":1}`, `{"<EMAIL>":1}`},
		{"white space and number text stay", "{ \"n\" : 1.50e+1 ,\n\t\"to\":\"alice@example.com\"}", "{ \"n\" : 1.50e+1 ,\n\t\"to\":\"<EMAIL>\"}"},
		{"JSON cut short", `{"a":"alice@example.com","b":"x`, `{"a":"<EMAIL>","b":"x`},
		{"a password by its key", `{"password":"hunter2"}`, `{"password":"<PASSWORD>"}`},
		{"a password by its key in cut JSON", `{"password":"hunter2","b":"x`, `{"password":"<PASSWORD>","b":"x`},
		{"a password with escapes by its key in cut JSON", `{"password":"line1\nline2secret","b":"x`, `{"password":"<PASSWORD>","b":"x`},
		{"a password with an escaped quote by its key in cut JSON", `{"password":"abc\",def`, `{"password":"<PASSWORD>`},
		{"a password with doubled escapes by its key in cut JSON", `{"a":"{\"password\":\"a\\n\\\"b\",\n\"c\":\"d`, `{"a":"{\"password\":\"<PASSWORD>\",\n\"c\":\"d`},
		{"a list of passwords by its key in cut JSON", `{"password":["a","bbbb2222"],"x":"`, `{"password":["<PASSWORD>","<PASSWORD>"],"x":"`},
		{"a number by its key", `{"pwd":1234}`, `{"pwd":"<PASSWORD>"}`},
		{"the strings of an object by its key", `{"cookies":{"sid":"abc","n":3},"a":[]}`, `{"cookies":{"sid":"<COOKIE>","n":3},"a":[]}`},
		{"objects in an array by its key", `{"cookies":[{"name":"sid"},{"a":{"b":"c"}}]}`, `{"cookies":[{"name":"<COOKIE>"},{"a":{"b":"<COOKIE>"}}]}`},
		{"a password that is an object", `{"password":{"value":"x","n":1234}}`, `{"password":{"value":"<PASSWORD>","n":"<PASSWORD>"}}`},
		{"a key further in says more", `{"cookies":{"api_key":"x","user.email":"y"}}`, `{"cookies":{"api_key":"<API_KEY>","user.email":"<EMAIL>"}}`},
		{"an address as a key under a key", `{"cookies":{"alice@example.com":"x"}}`, `{"cookies":{"<EMAIL>":"<COOKIE>"}}`},
		{"credentials beside their type", `{"authorization":{"type":"bearer","token":"abc"}}`, `{"authorization":{"type":"bearer","token":"<AUTHORIZATION>"}}`},
		{"a password among properties that is no description", `{"properties":{"password":"hunter2"}}`, `{"properties":{"password":"<PASSWORD>"}}`},
		{"an example in a description", `{"properties":{"password":{"type":"string","password":"x"}}}`, `{"properties":{"password":{"type":"string","password":"<PASSWORD>"}}}`},
		{"a long number by its key", `{"api_key":12345}`, `{"api_key":"<API_KEY>"}`},
		{"the elements of an array by its key", `{"x-api-key":["abc",null,"def"]}`, `{"x-api-key":["<API_KEY>",null,"<API_KEY>"]}`},
		{"full-width digits and at sign", "４１１１１１１１１１１１１１１１ and alice＠ｅｘａｍｐｌｅ．ｃｏｍ", "<CREDIT_CARD> and <EMAIL>"},
		{"Arabic-Indic digits", "٤١١١١١١١١١١١١١١١", "<CREDIT_CARD>"},
		{"zero-width characters inside", "4111\u200b1111\u200b1111\u200b1111 alice@exam\u00adple.com", "<CREDIT_CARD> <EMAIL>"},
		{"no-break spaces and Unicode dashes", "4111\u00a01111\u00a01111\u00a01111, 123\u201145\u20116789", "<CREDIT_CARD>, <US_SSN>"},
		{"a key in colour", "\x1b[32m" + key + "\x1b[0m", "\x1b[32m<API_KEY>\x1b[0m"},
		{"a card in bold", "\x1b[1m4111111111111111\x1b[0m", "\x1b[1m<CREDIT_CARD>\x1b[0m"},
		{"a number in colour in JSON", `{"a":"\u001b[31m123-45-6789\u001b[0m"}`, `{"a":"\u001b[31m<US_SSN>\u001b[0m"}`},
		{"a number in colour in cut JSON", `{"a":"\u001b[31m123-45-6789`, `{"a":"\u001b[31m<US_SSN>`},
		{"keycap digits", "1\u20e32\u20e33\u20e3-45-6789", "<US_SSN>"},
		{"characters of two bytes", "j\x00a\x00n\x00e\x00@\x00b\x00.\x00d\x00e\x00", "<EMAIL>\x00"},
		{"invalid UTF-8 around stays", "\xff\xfealice@example.com\xff", "\xff\xfe<EMAIL>\xff"},
		{"Chinese around stays", "邮箱是alice@example.com。电话", "邮箱是<EMAIL>。电话"},
		{"a phone with a plus", "call +44 20 7946 0958 now", "call <PHONE> now"},
		{"a North American phone", "call (415) 555-0132 x123.", "call <PHONE>."},
		{"bare digits beside the word phone", "phone 4155550132", "phone <PHONE>"},
		{"bare digits under the key phone", `{"customerPhone":"4155550132","n":4155550132}`, `{"customerPhone":"<PHONE>","n":4155550132}`},
		{"a number under the key phone", `{"phone":4155550132}`, `{"phone":"<PHONE>"}`},
		{"bare digits under a key in cut JSON", `{"phone":"4155550132","x":"`, `{"phone":"<PHONE>","x":"`},
		{"an IBAN", "to DE89 3704 0044 0532 0130 00, please", "to <IBAN>, please"},
		{"a taxpayer number", "itin 912-70-1234", "itin <US_ITIN>"},
		{"a national insurance number", "NI no AB123456C", "NI no <UK_NINO>"},
		{"credentials in a URL", "postgres://app:s3cr3t@db.example.com:5432/x", "postgres://<URL_CREDENTIALS>@db.example.com:5432/x"},
		{"a signed URL", "https://b.example/o?X-Amz-Signature=0123abcd4567&a=1", "https://b.example/o?X-Amz-Signature=<URL_CREDENTIALS>&a=1"},
		{"a token", "got " + token() + ".", "got <JWT>."},
		{"a private key", pem, "<PRIVATE_KEY>"},
		{"a private key in JSON", `{"k":"` + escapedPEM + `"}`, `{"k":"<PRIVATE_KEY>"}`},
		{"a private key with escapes in a code block", "```json\n{\"k\": \"" + escapedPEM + "\\n\"}\n```", "```json\n{\"k\": \"<PRIVATE_KEY>\\n\"}\n```"},
		{"a private key with escapes behind its name in a code block", "```json\n{\"private_key\": \"" + escapedPEM + "\\n\"}\n```",
			"```json\n{\"private_key\": \"<PRIVATE_KEY>\"}\n```"},
		{"a private key behind its name", "password=" + pem + "\nx", "password=<PRIVATE_KEY>\nx"},
		{"a private key in string literals", `"` + strings.ReplaceAll(escapedPEM, `\n`, "\\n\" +\n  \"") + `";`, `"<PRIVATE_KEY>";`},
		{"a password in an element", "<password>hunter2x</password>", "<password><PASSWORD></password>"},
		{"a password in an element in JSON", `["<password>hunter2x<\/password>"]`, `["<password><PASSWORD><\/password>"]`},
		{"an e-mail before a dash", "alice@example.com\u2014Sales", "<EMAIL>\u2014Sales"},
		{"an e-mail before glued digits", "alice@example.com1", "<EMAIL>1"},
		{"a password below its key in cut JSON", "{\"password\":\n  \"hunter22x\",\n \"a", "{\"password\":\n  \"<PASSWORD>\",\n \"a"},
		{"a password in bold type", "**Password:** hunter2x", "**Password:** <PASSWORD>"},
		{"a password of several words", `password: "correct horse battery staple"`, `password: "<PASSWORD>"`},
		{"an object by its key in cut JSON", `{"password":{"value":"xyz"},"a":"`, `{"password":{"value":"<PASSWORD>"},"a":"`},
		{"a key with a prefix", "use " + key + ", then", "use <API_KEY>, then"},
		{"a key with a prefix before an escaped quote", `{"a":"{\"k\":\"` + key + `\"`, `{"a":"{\"k\":\"<API_KEY>\"`},
		{"a bearer header", "Authorization: Bearer " + body, "Authorization: Bearer <AUTHORIZATION>"},
		{"a cookie header", "Cookie: sid=" + body + "; lang=en\nnext", "Cookie: <COOKIE>\nnext"},
		{"a password assignment", "PASSWORD=hunter2 and go", "PASSWORD=<PASSWORD> and go"},
		{"a password in a sentence", "the password is hunter2.", "the password is <PASSWORD>."},
		{"a wallet", "send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "send to <CRYPTO_WALLET>"},
		{"a placeholder beside a finding", "<EMAIL> alice@example.com", "<EMAIL> <EMAIL>"},
		{"something like a placeholder beside a finding", "<EMAILS> alice@example.com", "<EMAILS> <EMAIL>"},
	}
}

// cleanCases are texts that must come back untouched; want says why.
func cleanCases() []testCase {
	return []testCase{
		{"a git remote", "git clone git@github.com:org/x", "not a mailbox"},
		{"a package version", "npm i react@18.2.0", "a top-level domain has letters only"},
		{"a time in milliseconds", `{"ts":1624946351000,"at":"1624946351000"}`, "no issuer, no context"},
		{"a UUID", "request 0b747ac3-73f0-4e61-8814-d845b23af91d done", "digits inside of a longer token"},
		{"a hash", "sha256:61be1b0129728e47b048d08d64c4fc35adcb6f44bbdeb7b2ff00e8829909a475", "digits inside of a longer token"},
		{"an embedding", `[0.46894656, -0.13036272, 1.9512719e-05, 4.111111111111111]`, "decimals"},
		{"usage", `{"input_tokens":57683,"output_tokens":9702,"total_tokens":92237,"cost":0.0012}`, "counts"},
		{"a card with a wrong check digit", "4111 1111 1111 1112", "Luhn"},
		{"a sum", "956 913 4800 = 06169935", "spaced digits need context"},
		{"prose about passwords", "Your password is required; the password is too short. password: string", "no value"},
		{"a stand-in for a key", secret("sk-", "xxxxxxxxxxxxxxxxxxxxxxxx") + " or YOUR_KEY", "no key"},
		{"placeholders", "<EMAIL> <CREDIT_CARD> <REDACTED> password=<PASSWORD>", "already redacted"},
		{"booleans and null under a key", `{"password":true,"secret":null,"cookie":"","api_key":{},"token":"Hello"}`, "no value to hide"},
		{"a schema of a tool", `{"properties":{"password":{"type":"string","description":"The password"},"api_key":{"type":"string"}},"required":["password"]}`,
			"it describes a password"},
		{"a description of an interface", `{"securitySchemes":{"cookies":{"type":"apiKey","in":"cookie","name":"sid"}}}`, "it describes a cookie"},
		{"a type", `{"authorization":{"type":"none"}}`, "it says that there is none"},
		{"counts under a key", `{"cookies":3,"secrets":0,"access_token":{"count":12}}`, "small numbers count"},
		{"an order number", "order #259598057 shipped", "bare digits without context"},
		{"text in other scripts", "日本語のテキスト、это текст, ελληνικά — “quotes”", "no findings"},
		{"a template", "postgres://${USER}:${PASS}@host/db Authorization: Bearer <token>", "variables"},
		{"percent signs", "100%, 5%4 of %s, %02d%zz %E2%28 &unknown; &#; &#xzz; a&b", "no encoded bytes, or none that matter"},
		{"encoded text", "q=caf%C3%A9%20au%20lait&lang=fr&amp;page=2", "no findings"},
		{"white space", " \n\t ", "nothing there"},
		{"an empty text", "", "nothing there"},
	}
}
