package detect

import "testing"

func TestAPIKeyNames(t *testing.T) {
	t.Parallel()
	body := randomBody(18)
	found := []string{"API_KEY " + body}
	checkFamily(t, []family{
		{"German", "API-Schlüssel: " + body, found},
		{"German, in capitals", "API-SCHLÜSSEL=" + body, found},
		{"French", "ma clé API : " + body, found},
		{"Spanish", "clave API: " + body, found},
		{"Italian", "chiave_api=" + body, found},
		{"Russian", "API-ключ: " + body, found},
		{"Russian, in two words", "ключ API: " + body, found},
		{"Chinese", "API密钥: " + body, found},
		{"Chinese, in two words", "API 密钥: " + body, found},
		{"Japanese", "APIキー=" + body, found},
		{"in JSON that was cut short", `{"clave_api":"` + body + `","x`, found},

		{"an API", "la API: " + body + " api=" + body + " mi API: " + body, nil},
		{"another key", "Schlüssel: " + body + " clé: " + body + " 密钥: " + body, nil},
		{"a word", "API-Schlüssel: erforderlich; clé API: requise", nil},
		{"a placeholder", "API-Schlüssel: <API_KEY>", nil},
	})
}
