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
