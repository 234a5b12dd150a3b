package detect

import "testing"

func TestKeysByForm(t *testing.T) {
	t.Parallel()
	body, bot := randomBody(34), "123456789012345"
	atlas := randomBody(14) + ".atlasv1." + randomBody(67)
	braintree := join("access_token$", "production$", randomBody(16))
	vault := "s." + randomBody(24)
	hook := "https://acme.webhook.office.com/webhookb2/" + hexBody(36) + "@" + hexBody(36) + "/IncomingWebhook/" + hexBody(32) + "/" + hexBody(36)
	mailchimp := hexBody(32) + "-us20"
	airtable := join("pat", randomBody(14), ".", hexBody(64))
	checkFamily(t, []family{
		{"Facebook", "id " + bot + "|" + body + ".", []string{"API_KEY " + bot + "|" + body}},
		{"a time before a bar", "1700000000000000|info-service-started-on-the-host-42", nil},
		{"a number before a bar", bot + "|word", nil},
		{"too many digits before a bar", "12" + bot + "|" + body, nil},
		{"Terraform", "use " + atlas + " here", []string{"API_KEY " + atlas}},
		{"Terraform, cut short before", "x" + atlas, nil},
		{"Terraform, words", "atlasv1.example", nil},
		{"Braintree", "with " + braintree + ", then", []string{"API_KEY " + braintree}},
		{"Braintree, in full", braintree + "$" + hexBody(32), []string{"API_KEY " + braintree + "$" + hexBody(32)}},
		{"Braintree, a variable", "access_token$production$name", nil},
		{"Vault", "it was " + vault + ")", []string{"API_KEY " + vault}},
		{"Vault, behind another word", "theirs." + randomBody(24), nil},
		{"Vault, a field", "s.getElementById2OrNothing1", nil},
		{"Teams", "post to " + hook + " now", []string{"API_KEY " + hook}},
		{"Teams, another page", "https://learn.example.com/webhookb2/" + hexBody(100), nil},
		{"Mailchimp", "key: " + mailchimp, []string{"API_KEY " + mailchimp}},
		{"a hash before a region", hexBody(32) + "-use", nil},
		{"Airtable", "Bearer: " + airtable + ";", []string{"API_KEY " + airtable}},
		{"a hash behind another word", "sha256." + hexBody(64), nil},
	})
}

func TestKeysThatEndWithADash(t *testing.T) {
	t.Parallel()
	key := join("AIza", randomBody(34), "-")
	checkFamily(t, []family{
		{"a dash that belongs to the key", "use " + key + " for it", []string{"API_KEY " + key}},
		{"a dash behind the key", "use " + key[:38] + "x- for it", []string{"API_KEY " + key[:38] + "x"}},
	})
}

func TestKeysWithoutADigit(t *testing.T) {
	t.Parallel()
	key := join("gl", "pat-", "zqXkvbJwgtrhPmQcxWfy")
	checkFamily(t, []family{
		{"random letters", key, []string{"API_KEY " + key}},
		{"words", join("gl", "pat-", "this-is-not-the-token"), nil},
	})
}
