package e2e

import (
	"encoding/base64"
	"strings"
)

// canary is a planted value that must not survive. None of them belongs to anybody: they are documentation examples,
// test numbers and invented keys.
type canary struct {
	name   string
	entity string // expected in the placeholder
	text   string // a sentence that holds the value
	core   string // the part of the value that no output byte may show
	comma  bool   // it is found behind a comma
	lines  bool   // it is found over several lines
	folds  bool   // it is also planted in full-width characters and with zero-width characters inside
}

// canaries are written in pieces where the whole would look like a secret to a scanner of this repository.
func canaries() []canary {
	return []canary{
		{name: "e-mail", entity: "EMAIL", text: "write to jane.canary@example.com today", core: "jane.canary", folds: true},
		{name: "international phone", entity: "PHONE", text: "call +44 20 7946 0958 please", core: "7946 0958"},
		{name: "North American phone", entity: "PHONE", text: "call (415) 555-2671 please", core: "555-2671"},
		{name: "card in groups", entity: "CREDIT_CARD", text: "charge 4012 8888 8888 1881 now", core: "8888 1881", folds: true},
		{name: "card without groups", entity: "CREDIT_CARD", text: "charge 5555555555554444 now", core: "555555555554444", folds: true},
		{name: "IBAN", entity: "IBAN", text: "pay to GB82 WEST 1234 5698 7654 32 now", core: "5698 7654"},
		{name: "social security number", entity: "US_SSN", text: "my number is 536-90-4399, thanks", core: "90-4399", folds: true},
		{name: "taxpayer number", entity: "US_ITIN", text: "my number is 912-70-1234, thanks", core: "70-1234"},
		{name: "national insurance number", entity: "UK_NINO", text: "it is JM402426C, thanks", core: "402426"},
		{
			name: "machine-readable zone", entity: "MRZ", core: "L898902C3",
			text: "passport:\nP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\nthanks",
		},
		{name: "URL credentials", entity: "URL_CREDENTIALS", text: "see https://svc:Tr0ub4dor-canary@db.example.com/x", core: "Tr0ub4dor-canary"},
		{name: "JSON web token", entity: "JWT", text: "token " + webToken() + " works", core: signature},
		{
			name: "private key", entity: "PRIVATE_KEY", core: keyBody()[20:60],
			text: "-----BEGIN " + "RSA PRIVATE KEY-----\n" + keyBody() + "\n-----END " + "RSA PRIVATE KEY-----",
		},
		{name: "Anthropic key", entity: "API_KEY", text: "use sk-" + "ant-api03-" + letters(93) + "AA now", core: letters(93)[10:60]},
		{name: "AWS key", entity: "API_KEY", text: "use AKIA" + "QYLPMN5HHHFPZAM2 now", core: "QYLPMN5HHHFPZAM2"},
		{name: "authorization header", entity: "AUTHORIZATION", text: "Authorization: Bearer " + letters(40), core: letters(40)[5:]},
		{name: "cookie header", entity: "COOKIE", text: "Cookie: session=" + letters(32)[8:], core: letters(32)[12:]},
		{name: "password", entity: "PASSWORD", text: "the password: Hunter2-canary! is set", core: "Hunter2-canary"},
		{name: "password in German", entity: "PASSWORD", text: "das Passwort: Hunter2-canary! gilt", core: "Hunter2-canary"},
		{name: "credentials of curl", entity: "URL_CREDENTIALS", text: "run curl -u svc:Tr0ub4dor-canary https://db.example.com", core: "Tr0ub4dor-canary"},
		{name: "argument of a call", entity: "SECRET", text: "setenv('ACME_TOKEN', '" + letters(32) + "') first", core: letters(32)[5:], comma: true},
		{name: "option of a command", entity: "SECRET", text: "run deploy --token " + letters(32) + " now", core: letters(32)[5:]},
		{name: "value beside its name", entity: "SECRET", text: "with <add key='ACME_TOKEN' value='" + letters(32) + "' /> in it", core: letters(32)[5:]},
		{name: "Terraform token", entity: "API_KEY", text: "use " + letters(14) + ".atlasv1." + letters(67) + " now", core: letters(67)[5:]},
		{name: "password of mysql", entity: "PASSWORD", text: "mysql -uroot -pHunter2-canary! shop", core: "Hunter2-canary"},
		{name: "password of docker", entity: "PASSWORD", text: "docker login -u jane -p Hunter2-canary! then", core: "Hunter2-canary"},
		{name: "password of sshpass", entity: "PASSWORD", text: "sshpass -p Hunter2-canary! ssh db", core: "Hunter2-canary"},
		{name: "password of redis-cli", entity: "PASSWORD", text: "redis-cli -a Hunter2-canary! ping", core: "Hunter2-canary"},
		{name: "password in quotes of redis-cli", entity: "PASSWORD", text: "redis-cli -a 'Hunter2 canary!' ping", core: "Hunter2 canary"},
		{name: "password of sudo", entity: "PASSWORD", text: "echo Hunter2-canary! | sudo -S reboot", core: "Hunter2-canary"},
		{name: "password in SQL", entity: "PASSWORD", text: "CREATE USER jane IDENTIFIED BY 'Hunter2-canary!';", core: "Hunter2-canary"},
		{name: "password of a role in SQL", entity: "PASSWORD", text: "ALTER ROLE jane WITH PASSWORD 'Hunter2-canary!';", core: "Hunter2-canary"},
		{name: "password of .netrc", entity: "PASSWORD", text: "machine db login jane password Hunter2-canary! ok", core: "Hunter2-canary"},
		{
			name: "value of a Kubernetes Secret", entity: "SECRET", core: "IgHunterCanary", lines: true,
			text: "as YAML:\nkind: Secret\nmetadata:\n  name: db\ndata:\n  a: IgHunterCanary\n  b: Zm9v\n",
		},
		{
			name: "value from a command", entity: "SECRET", core: "Hunter2-canary",
			text: "kubectl create secret generic db --from-literal=user=Hunter2-canary! now",
		},
		{name: "personal access token behind its name", entity: "SECRET", text: "ACME_PAT=" + letters(32), core: letters(32)[5:]},
		{name: "bearer behind its name", entity: "SECRET", text: "acme_bearer=" + letters(32), core: letters(32)[5:]},
		{name: "credential behind its name", entity: "SECRET", text: "acme_cred=" + letters(32), core: letters(32)[5:]},
		{name: "German phone", entity: "PHONE", text: "Telefonnummer 030 901820 bitte", core: "030 901820"},
		{name: "French phone", entity: "PHONE", text: "mon portable 06 12 34 56 78 merci", core: "12 34 56 78"},
		{name: "Russian phone", entity: "PHONE", text: "мой номер 8 495 123-45-67 да", core: "495 123-45-67"},
		{name: "Japanese phone", entity: "PHONE", text: "電話 03-1234-5678 です", core: "1234-5678"},
		{name: "bitcoin address", entity: "CRYPTO_WALLET", text: "pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa now", core: "QGefi2DMPTfTL5SLmv7"},
	}
}

const signature = "kXp2s5v8yBzEGhKmQqTwYrUuWxZaCdFfJjNnRtVb"

func webToken() string {
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + encode([]byte(`{"sub":"canary"}`)) + "." + signature
}

// keyBody is the shape of a private key's content: base64, long enough to be one.
func keyBody() string {
	return base64.StdEncoding.EncodeToString([]byte(strings.Repeat("not a key, only its length. ", 8)))
}

// letters returns count letters and digits that look random and are always the same.
func letters(count int) string {
	const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	made := make([]byte, count)
	state := uint32(12345)
	for i := range made {
		state = state*1664525 + 1013904223
		made[i] = alphabet[int(state>>16)%len(alphabet)]
	}
	return string(made)
}
