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

		{"a secret of Kubernetes", "kubectl create secret generic db --from-literal=a=hunter --from-literal='b=one two' --from-literal c=\"dd1\"",
			[]string{"SECRET hunter", "SECRET one two", "SECRET dd1"}},
		{"more behind a placeholder", "kubectl create secret generic db --from-literal=a=<SECRET>hunter --from-literal='b=<SECRET>one two'",
			[]string{"SECRET <SECRET>hunter", "SECRET <SECRET>one two"}},
		{"a password of Kubernetes", "kubectl -n x create secret generic db --from-literal=password=hunter", []string{"PASSWORD hunter"}},

		{"a map of Kubernetes", "kubectl create configmap db --from-literal=a=hunter2x; foo secret --from-literal=a=hunter2x", nil},
		{"variables of Kubernetes", "kubectl create secret generic db --from-literal=a=$A --from-literal=b=<b> --from-literal=c=<SECRET>", nil},
		{"a flag", "run --with-token --yes", nil},
		{"a variable", `run --token "$TOKEN" --api-key ${API_KEY}`, nil},
		{"a stand-in", "run --api-key <your key> --token YOUR_TOKEN_GOES_HERE_1234", nil},
		{"a name", "run --cache-key " + body + " --page-token next", nil},
		{"a limit", "run --max-tokens 4096", nil},
		{"the end of the text", "run --api-key ", nil},
		{"the end of the name", "run --api-key", nil},
		{"a rule", "------api-key " + body, nil},
		{"a placeholder", "run --token <SECRET>", nil},
	})
}
