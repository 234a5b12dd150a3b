package detect

import "testing"

func TestPassword(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"environment", "DB_PASSWORD=hunter2", []string{"PASSWORD hunter2"}},
		{"in quotes", `password = "rootpasswd"`, []string{"PASSWORD rootpasswd"}},
		{"an arrow", `'password' => 'hunter2'`, []string{"PASSWORD hunter2"}},
		{"a connection string", "Server=x;Uid=sa;Pwd=S3cret!;", []string{"PASSWORD S3cret!"}},
		{"a sentence", "the password is hunter2.", []string{"PASSWORD hunter2"}},
		{"an option", "mysql --password hunter", []string{"PASSWORD hunter"}},
		{"cut JSON", `{"password":"a b","x`, []string{"PASSWORD a b"}},
		{"a quote inside of cut JSON", `{"password":"a"b","x`, []string{`PASSWORD a"b`}},
		{"an API key by its name", "api_key=" + randomBody(24), []string{"API_KEY " + randomBody(24)}},
		{"an API key by its name in words", "API key: " + randomBody(24), []string{"API_KEY " + randomBody(24)}},
		{"a secret by its name", "CLIENT_SECRET: " + randomBody(24), []string{"SECRET " + randomBody(24)}},
		{"a verification code", "cvv: 123", []string{"CREDIT_CARD 123"}},
		{"required", "password is required", nil},
		{"a rule", "Password: must be 8 characters", nil},
		{"a type", "password: string;", nil},
		{"a variable", "password=$PASSWORD password=${x} password=os.environ['x']", nil},
		{"a call", "password = getpass(prompt)", nil},
		{"a member", "password=config.password", nil},
		{"an argument of the same name", "connect(password=db_password)", nil},
		{"a comparison", "password == other", nil},
		{"prose behind a colon", "Password: please choose one", nil},
		{"a stand-in", "api_key=your-api-key-123456", nil},
		{"a count", "max_tokens=4096 token_id=123456789", nil},
	})
}
