package detect

import "strings"

// apiKeyNames are names of API keys in other languages than English, as keys of the package say them (see wholeKeys): in small letters, a blank
// between words. Where one is written as one word, it is here twice.
var apiKeyNames = []string{
	"api schlüssel", "api sleutel", "api nyckel", "api nøgle", "api nøkkel", "api avain", "api anahtarı", "api klíč", "api ключ",
	"clé api", "clave api", "clau api", "chiave api", "chave api", "klucz api", "cheie api", "ключ api",
	"api 密钥", "api密钥", "api 金鑰", "api金鑰", "api キー", "apiキー", "api 키", "api키",
}

// addAPIKeyNames adds apiKeyNames in small letters and capitals.
func addAPIKeyNames(keys map[string]Entity) map[string]Entity {
	for _, name := range apiKeyNames {
		for _, written := range []string{name, strings.ToUpper(name)} {
			keys[lowerASCII(written)] = APIKey
		}
	}
	return keys
}
