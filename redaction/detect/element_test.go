package detect

import "testing"

func TestElement(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a password", "<password>hunter2x</password>", []string{"PASSWORD hunter2x"}},
		{"a password with a namespace and attributes", `<wsse:Password Type="x">hunter2x</wsse:Password>`, []string{"PASSWORD hunter2x"}},
		{"an API key", "<apiKey>" + randomBody(24) + "</apiKey>", []string{"API_KEY " + randomBody(24)}},
		{"Android", `<string name="api_key">` + randomBody(24) + `</string>`, []string{"API_KEY " + randomBody(24)}},
		{"Java", `<entry key="db.password">hunter2x</entry>`, []string{"PASSWORD hunter2x"}},
		{"a property list", "<key>AcmeToken</key>\n  <string>" + randomBody(24) + "</string>", []string{"SECRET " + randomBody(24)}},
		{"another attribute", `<string id="api_key">` + randomBody(24) + `</string>`, nil},
		{"another name", `<string name="app_id">` + randomBody(24) + `</string>`, nil},
		{"another key in a property list", "<key>CommitHash</key>\n<string>" + randomBody(24) + "</string>", nil},
		{"what a form shows", `<string name="password">Lykilorð</string>`, nil},
		{"no name", "<string>" + randomBody(24) + "</string>", nil},
		{"another element", "<username>hunter2x</username>", nil},
		{"a label", "<password>Your password</password>", nil},
		{"a type", "<password>string</password>", nil},
		{"a redacted element", "<password><PASSWORD></password>", nil},
		{"elements inside", "<secrets><secret/></secrets>", nil},
		{"a name in a manual", "mysql -u root -p<password> db", nil},
		{"a closing tag alone", "hunter2x</password>", nil},
	})
}
