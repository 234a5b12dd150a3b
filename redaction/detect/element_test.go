package detect

import "testing"

func TestElement(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a password", "<password>hunter2x</password>", []string{"PASSWORD hunter2x"}},
		{"a password with a namespace and attributes", `<wsse:Password Type="x">hunter2x</wsse:Password>`, []string{"PASSWORD hunter2x"}},
		{"an API key", "<apiKey>" + randomBody(24) + "</apiKey>", []string{"API_KEY " + randomBody(24)}},
		{"another element", "<username>hunter2x</username>", nil},
		{"a label", "<password>Your password</password>", nil},
		{"a type", "<password>string</password>", nil},
		{"a redacted element", "<password><PASSWORD></password>", nil},
		{"elements inside", "<secrets><secret/></secrets>", nil},
		{"a name in a manual", "mysql -u root -p<password> db", nil},
		{"a closing tag alone", "hunter2x</password>", nil},
	})
}
