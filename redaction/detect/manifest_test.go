package detect

import (
	"strings"
	"testing"
)

func TestManifest(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"as kubectl writes it", "apiVersion: v1\ndata:\n  config: Zm9v\n  username: YWRtaW4=\nkind: Secret\nmetadata:\n  name: db\n",
			[]string{"SECRET Zm9v", "SECRET YWRtaW4="}},
		{"as people write it", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  tls.key: Zm9v\n  password: YWRtaW4=\n---\nx: Zm9v",
			[]string{"SECRET Zm9v", "SECRET YWRtaW4="}},
		{"plain values", "kind: Secret\nstringData:\n  a: hunter\n  b: \"one two\"\n  # note: c\n\n  c: 12", []string{"SECRET hunter", "SECRET one two", "SECRET 12"}},
		{"a value of several lines", "kind: Secret\nstringData:\n  a.yaml: |-\n    user: jane\n\n    port: 5\n  b: hunter\ntype: Opaque",
			[]string{"SECRET user: jane\n\n    port: 5", "SECRET hunter"}},
		{"with other findings", "kind: Secret\ndata:\n  a: Zm9v\nmetadata:\n  owner: jane@example.com", []string{"SECRET Zm9v", "EMAIL jane@example.com"}},
		{"findings before its data", "kind: Secret\nmetadata:\n  owner: jane@example.com\ndata:\n  a: jim@example.com",
			[]string{"EMAIL jane@example.com", "SECRET jim@example.com"}},
		{"in a list", "items:\n- apiVersion: v1\n  data:\n    a: Zm9v\n  kind: Secret\n- apiVersion: v1\n  data:\n    b: Zm9v\n  kind: ConfigMap\n",
			[]string{"SECRET Zm9v"}},
		{"a list below", "data:\n  a: Zm9v\nmetadata:\n  finalizers:\n  - x\nkind: Secret\n", []string{"SECRET Zm9v"}},
		{"behind a command", "cat <<EOF | kubectl apply -f -\napiVersion: v1\nkind: Secret\ndata:\n  a: Zm9v\nEOF\necho: done", []string{"SECRET Zm9v"}},
		{"lines with numbers", "     1\tkind: Secret\n     2\tdata:\n     3\t  a: Zm9v\n     4\ttype: Opaque", []string{"SECRET Zm9v"}},
		{"lines with numbers and arrows", "    9→data:\n   10→  a: Zm9v\n   11→kind: Secret", []string{"SECRET Zm9v"}},
		{"ends of lines of Windows", "kind: Secret\r\ndata:\r\n  a: Zm9v\r\n", []string{"SECRET Zm9v"}},
		{"what was applied last", "kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {\"data\":{\"a\":\"Zm9v\"}}\n  name: db",
			[]string{`SECRET {"data":{"a":"Zm9v"}}`}},
		{"a kind in quotes", "kind: \"Secret\"\ndata:\n  a: Zm9v\n---\nkind: 'Secret'\ndata:\n  b: YmFy", []string{"SECRET Zm9v", "SECRET YmFy"}},
		{"in small letters, with tabs", "kind: secret\ndata:\n\ta: Zm9v\nmetadata:\n\tname: db", []string{"SECRET Zm9v"}},
		{"a comment behind the kind", "kind: Secret # of jane@example.com\ndata:\n  a: Zm9v", []string{"EMAIL jane@example.com", "SECRET Zm9v"}},
		{"values in braces", "data: {a: Zm9v, b: YmFy}\nkind: Secret", []string{"SECRET a: Zm9v, b: YmFy"}},
		{"added lines of a diff", "@@ -0,0 +1,3 @@\n+kind: Secret\n+data:\n+  a: Zm9v\n", []string{"SECRET Zm9v"}},
		{"changed lines of a diff", " kind: Secret\n data:\n-  a: Zm9v\n+  a: YmFy\n   b: YmF6\n", []string{"SECRET Zm9v", "SECRET YmFy", "SECRET YmF6"}},
		{"removed lines of a diff", "-data:\n-  a: Zm9v\n-kind: Secret", []string{"SECRET Zm9v"}},
		{"lines with numbers and colons", "1:kind: Secret\n2:data:\n3:  a: Zm9v", []string{"SECRET Zm9v"}},
		{"lines of grep", "8-data:\n9:  a: Zm9v\n10-kind: Secret\n11-type: Opaque", []string{"SECRET Zm9v"}},
		{"lines with numbers and bars", " 9 | data:\n10 |   a: Zm9v\n11 | kind: Secret", []string{"SECRET Zm9v"}},
		{"more behind a placeholder", "kind: Secret\ndata:\n  a: <SECRET>hunter\n  b: <SECRET>", []string{"SECRET <SECRET>hunter"}},

		{"another kind in quotes", "kind: \"Secret\ndata:\n  a: Zm9v\n---\nkind: \"SecretStore\"\ndata:\n  a: Zm9v", nil},
		{"braces without values", "kind: Secret\ndata: {}\nstringData: {{ .Values.all }}\n", nil},
		{"redacted values in braces", "kind: Secret\ndata: {<SECRET>}\n", nil},
		{"another document of a diff", "+kind: ConfigMap\n+data:\n+  a: Zm9v\n+---\n+kind: Secret\n+metadata:\n+  name: db", nil},
		{"another kind", "kind: ConfigMap\ndata:\n  a: Zm9v\n---\nkind: SecretStore\ndata:\n  a: Zm9v", nil},
		{"a reference", "kind: Pod\ndata:\n  a: Zm9v\nspec:\n  ref:\n    kind: Secret\n    name: db", nil},
		{"another document", "kind: ConfigMap\ndata:\n  a: Zm9v\n---\nkind: Secret\nmetadata:\n  name: db", nil},
		{"many on one line", strings.Repeat("kind: Secret ", 1<<14), nil},
		{"prose", "This is of kind: Secret\ndata:\n  a: Zm9v", nil},
		{"a template", "kind: Secret\nstringData:\n  a: {{ .Values.a }}\n  b: ${B}\n  c: <your token>\n  {{- end }}", nil},
		{"nothing", "kind: Secret\ndata:\n  a: \"\"\n  b: null\n  c:\n", nil},
		{"placeholders", "kind: Secret\ndata:\n  a: <SECRET>\n  b: \"<SECRET>\"\n", nil},
	})
}

func TestManifestWithComments(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"at the start of a line", "kind: Secret\nstringData:\n# the user\n  a: jane\n# b\n#c\n  d: x y\nmetadata:", []string{"SECRET jane", "SECRET x y"}},
		{"before the kind", "stringData:\n  a: jane\n#b\n  c: plainwords\nkind: Secret", []string{"SECRET jane", "SECRET plainwords"}},
		{"a comment alone", "kind: Secret\nstringData:\n  # a: jane\nmetadata: {name: b}", nil},
	})
}

func TestManifestJSON(t *testing.T) {
	t.Parallel()
	found := []string{"SECRET Zm9v"}
	checkFamily(t, []family{
		{"behind a prompt", "$ kubectl get secret db -o json\n{\"kind\": \"Secret\", \"data\": {\"a\": \"Zm9v\"}}", found},
		{"in a code block", "```json\n{\n  \"apiVersion\": \"v1\",\n  \"data\": {\n    \"a\": \"Zm9v\"\n  },\n  \"kind\": \"Secret\"\n}\n```", found},
		{"one a line", "{\"kind\":\"Secret\",\"data\":{\"a\":\"Zm9v\"}}\n{\"stringData\":{\"b\":\"YmFy\"},\"kind\":\"Secret\"}",
			[]string{"SECRET Zm9v", "SECRET YmFy"}},
		{"cut short behind its data", `{"metadata":{"labels":{"x":"y"}},"data":{"a":"Zm9v"},"kind":"Secret","typ`, found},
		{"cut short in its data", `{"kind":"Secret","data":{"a":"Zm9v","b":"YmF`, []string{"SECRET Zm9v", "SECRET YmF"}},
		{"in a list", `{"items":[{"data":{"a":"Zm9v"},"kind":"Secret"},{"data":{"b":"YmFy"},"kind":"ConfigMap"}],"kind":"List`, found},
		{"a dictionary of Python", "{'kind': 'Secret', 'data': {'a': 'Zm9v'}}", found},
		{"with another finding", `> {"kind":"Secret","data":{"a":"Zm9v","password":"YmFy"},"x":"jane@example.com"}`,
			[]string{"SECRET Zm9v", "SECRET YmFy", "EMAIL jane@example.com"}},

		{"another kind", `> {"kind":"SecretList","data":{"a":"Zm9v"}} {"kind":"ConfigMap","data":{"a":"Zm9v"}}`, nil},
		{"another object beside it", `> {"a":{"kind":"Secret"},"data":{"a":"Zm9v"}}`, nil},
		{"an object around it", `> {"data":{"a":"Zm9v","ref":{"kind":"Secret","name":"db"}}}`, nil},
		{"below another key", `> {"kind":"Secret","spec":{"data":{"a":"Zm9v"}}}`, nil},
		{"text between", `"kind":"Secret"; "data":{"a":"Zm9v"}`, nil},
		{"nothing", `> {"kind":"Secret","data":{},"stringData":{"a":"","b":null}}`, nil},
		{"redacted", `> {"kind":"Secret","data":{"a":"<SECRET>"}}`, nil},
	})
}
