package detect

import (
	"strings"
	"testing"
)

func TestPassword(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"environment", "DB_PASSWORD=hunter2", []string{"PASSWORD hunter2"}},
		{"in quotes", `password = "rootpasswd"`, []string{"PASSWORD rootpasswd"}},
		{"a bracket that is no index", "password=abc[1def", []string{"PASSWORD abc"}},
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
		{"more than a line of a few hundred bytes in quotes", `password="` + strings.Repeat(randomBody(37), 8) + `TAIL" x`,
			[]string{"PASSWORD " + strings.Repeat(randomBody(37), 8) + "TAIL"}},
		{"behind a tab", "password:\thunter22x", []string{"PASSWORD hunter22x"}},
		{"in quotes behind a tab", "\"password\":\t\"hunter22x\",", []string{"PASSWORD hunter22x"}},
		{"on the line below a key in quotes", "{\"password\":\n    \"hunter22x\", \"q", []string{"PASSWORD hunter22x"}},
		{"on the line below its key", "password:\n  hunter22x\n", []string{"PASSWORD hunter22x"}},
		{"in a block of YAML", "password: |\n  hunter22x\nx: y", []string{"PASSWORD hunter22x"}},
		{"long and of few characters", "password=" + strings.Repeat("ab", 40), []string{"PASSWORD " + strings.Repeat("ab", 40)}},
		{"in bold type", "**Password:** hunter2x **Password**: hunter3x", []string{"PASSWORD hunter2x", "PASSWORD hunter3x"}},
		{"with the sign of a variable", "password=$uperS3cret password=#Hunter2! password=*Secret99",
			[]string{"PASSWORD $uperS3cret", "PASSWORD #Hunter2!", "PASSWORD *Secret99"}},
		{"with a word of a stand-in inside", "password=Yourmom123", []string{"PASSWORD Yourmom123"}},
		{"of several words in quotes", `password: "correct horse battery staple"`, []string{"PASSWORD correct horse battery staple"}},
		{"the key on the line below", "password:\n  type: string\npassword:\n  minLength=8", nil},
		{"a word on the line below", "Password:\n\nforgotten", nil},
		{"an empty variable of an environment file", "PASSWORD=\nHOST=10.0.0.1", nil},
		{"a sentence in quotes", `password: "Enter your password"`, nil},
		{"an element of a list", "password = args[0]; password = kwargs['password']; password = opts[\"pw1\"]", nil},
		{"an encrypted value", "db_password: ENC[AES256_GCM,data:O+5l4g==,type:str]", nil},
		{"a stand-in of several words", "password=your-password-here password=change_me_please", nil},
		{"a mask", "password=******** password=xxxxxxxx password=':****'", nil},
		{"a variable in small letters", "password=$password password=$user->password password=$1", nil},
		{"a literal that ends behind the sign", `env("PWD="+dir, "HOME=off", "x")`, nil},
		{"a pointer", "password: *cfg.Password", nil},
		{"a variable of Windows", "password=%DB_PASS1%", nil},
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
