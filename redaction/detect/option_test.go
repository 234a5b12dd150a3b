package detect

import "testing"

func TestOption(t *testing.T) {
	t.Parallel()
	body := randomBody(24)
	checkFamily(t, []family{
		{"a token", "deploy --prod --token " + body + " --yes", []string{"SECRET " + body}},
		{"a token in quotes", `deploy --auth-token "` + body + `"`, []string{"SECRET " + body}},
		{"an API key", "run --api-key " + body, []string{"API_KEY " + body}},
		{"a secret key", "run --secret-access-key '" + body + "'", []string{"SECRET " + body}},
		{"with an equals sign", "run --api-key=" + body, []string{"API_KEY " + body}},
		{"a password", "run --password hunter2x", []string{"PASSWORD hunter2x"}},

		{"a flag", "run --with-token --yes", nil},
		{"a variable", `run --token "$TOKEN" --api-key ${API_KEY}`, nil},
		{"a stand-in", "run --api-key <your key> --token YOUR_TOKEN_GOES_HERE_1234", nil},
		{"a name", "run --cache-key " + body + " --page-token next", nil},
		{"a limit", "run --max-tokens 4096", nil},
		{"the end of the text", "run --api-key ", nil},
		{"the end of the name", "run --api-key", nil},
		{"a rule", "------ api-key " + body, nil},
		{"a placeholder", "run --token <SECRET>", nil},
	})
}
