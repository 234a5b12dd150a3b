package detect

import "testing"

func TestAuthorization(t *testing.T) {
	t.Parallel()
	secret := randomBody(30)
	checkFamily(t, []family{
		{"bearer header", "Authorization: Bearer " + secret, []string{"AUTHORIZATION " + secret}},
		{"basic header of a command", `curl -H "Authorization: Basic YXBpOmtleQ==" x`, []string{"AUTHORIZATION YXBpOmtleQ=="}},
		{"digest header", "authorization: Digest username=\"a\", response=\"b\"\nx", []string{"AUTHORIZATION username=\"a\", response=\"b\""}},
		{"without a scheme", "authorization=" + secret, []string{"AUTHORIZATION " + secret}},
		{"in cut JSON", `{"Authorization": "Bearer ` + secret + `", "x`, []string{"AUTHORIZATION Bearer " + secret}},
		{"bearer alone", "send Bearer " + secret + ".", []string{"AUTHORIZATION " + secret}},
		{"behind two blanks", "Authorization: Bearer  " + secret + "\nbearer\t" + secret, []string{"AUTHORIZATION " + secret, "AUTHORIZATION " + secret}},
		{"a template", "Authorization: Bearer <token>", nil},
		{"a variable", "Authorization: Bearer $TOKEN", nil},
		{"a mask", "Authorization: Bearer XXXXXXXXXXXX", nil},
		{"prose", "Authorization: required. The bearer of this letter", nil},
	})
}
