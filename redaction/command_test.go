package redaction

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCommandsTwice redacts commands and manifests whose findings stand before what they are found by, in text and in JSON, and looks again.
func TestCommandsTwice(t *testing.T) {
	t.Parallel()
	for _, action := range []Action{Replace, Mask} {
		e := newEngine(t, Settings{Action: action})
		for _, in := range []string{
			"echo 'hunter2x' | sudo -S ls; mysql -uroot -phunter2x db; echo jane@example.com",
			"echo hunter2x | docker login -u jane@example.com --password-stdin",
			"kubectl create secret generic db --from-literal=a=hunter --from-literal='b=one two'",
			"owner: jane@example.com\ndata:\n  a: Zm9v\n  password: YWRtaW4=\nkind: Secret\nmetadata:\n  owner: jane@example.com\n",
			"kind: Secret\nmetadata:\n  owner: jane@example.com\nstringData:\n  a: |\n    one two\n    three\n  password: hunter2x\n---\nx: jane@example.com",
			"sudo -S ls <<< hunter2x; printf 'hunter2x\\n' | sudo -kS ls; echo <PASSWORD>hunter2x|sudo -S ls",
			"$ kubectl get secret -o json\n{\"data\":{\"a\":\"Zm9v\",\"password\":\"hunter2x\"},\"kind\":\"Secret\",\"owner\":\"jane@example.com\"}",
			"sqlplus jane/hunter2x@db; zip -rPhunter2x a",
			"the password for the db is hunter2x; SET PASSWORD FOR jane = PASSWORD('hunter2x'); keytool -storepass hunter2x -keypass hunter2x",
			"my API key is hunter2x9Qz4Lp3Wv1; | ACME_TOKEN | hunter2x9Qz4Lp3Wv1 | f(process.env.API_KEY || 'hunter2x9Qz4Lp3Wv1')",
			"+data: {a: Zm9v}\n+kind: \"Secret\" # of jane@example.com\n+stringData:\n+  a: <SECRET>hunter2x\n",
			"machine a login jane password hunter2x\nCREATE USER jane IDENTIFIED BY 'hunter2x'",
		} {
			once, changed := e.Text(in, Place{}, &Tally{})
			assert.True(t, changed, in)
			assert.NotRegexp(t, "hunter|Zm9v|YWRtaW4|one two|jane@", once)
			twice, _ := e.Text(once, Place{}, &Tally{})
			assert.Equal(t, once, twice)

			quoted, err := json.Marshal(map[string]string{"text": in})
			require.NoError(t, err)
			of, _ := e.Text(string(quoted), Place{}, &Tally{})
			var back map[string]string
			require.NoError(t, json.Unmarshal([]byte(of), &back))
			assert.Equal(t, once, back["text"])
		}
	}
}
