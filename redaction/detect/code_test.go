package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPasswordsInCode(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"a bracket inside", "password=pa55(word", []string{"PASSWORD pa55(word"}},
		{"a tag of HTML behind", "Password: Hunter<br>", []string{"PASSWORD Hunter"}},
		{"an element behind", "Password: Hunter</p>", []string{"PASSWORD Hunter"}},
		{"a code of a forum behind", "password: hunter[/code]", []string{"PASSWORD hunter"}},
		{"a footnote behind", "password: hunter2x[1]", found},
		{"a column behind", "password: hunter | user: jane", []string{"PASSWORD hunter"}},
		{"padding at the end", "password= aHVudGVy=", []string{"PASSWORD aHVudGVy="}},
		{"a number of 64 bits", "password=0x" + hexBody(16), []string{"PASSWORD 0x" + hexBody(16)}},
		{"an exclamation mark first", "password: !hunter2x", []string{"PASSWORD !hunter2x"}},
		{"behind a tag that says the type", "password: !!str hunter2x\npassword: !unsafe 'hunter2x'", []string{found[0], found[0]}},
		{"behind a name and a slash", "user/password: hunter2x", found},
		{"capitals", "PASSWORD=HUNTER", []string{"PASSWORD HUNTER"}},
		{"random capitals of an option", "run --password=QZXKWJVQ", []string{"PASSWORD QZXKWJVQ"}},
		{"a colon before random letters", "password=:QZXKWJVQ", []string{"PASSWORD :QZXKWJVQ"}},
		{"a hexadecimal number in quotes", `password: "0xdeadbeef"`, []string{"PASSWORD 0xdeadbeef"}},
		{"behind a user and a colon", "user:password:hunter", []string{"PASSWORD hunter"}},

		{"a call with digits", "password = base64.b16encode(x1[8:]); password = utf8_to_utf16(v); $password = md5($pw1);", nil},
		{"a call of a private method", "password = self._get_password2(url)", nil},
		{"a call of another package", "$pwd = Cwd::getcwd(); $password = Digest2::hex(1)", nil},
		{"an index", "password = args[2]; password := source[:len(x)-6]; password = data['x']", nil},
		{"a type with an argument", "password: Option<String>, password: Vec<u8>, password: SecretBox<str>, password: Dict[str, int]", nil},
		{"a literal", "Password: Flag{1}", nil},
		{"another assignment", "user = passwd = acct = ''", nil},
		{"an operator", "BAD_PASSWORD = ERROR_BASE + 15; password = a ?? b; password:type_name -> x.Y", nil},
		{"a constant", "ATTR_PASSWORD = 0x115; SYS___PASSWD = 0x2_16", nil},
		{"a type of GraphQL", "login(password: String!): Token", nil},
		{"types", "password: Buffer; password: Uint8Array; password: SecretString", nil},
		{"a keyword", "const readPasswords = async () => 1", nil},
		{"a tag that refers", "password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\npassword: !Ref DbPassword\npassword: !ENV DB_PW1", nil},
		{"an expansion with a message", "DB_PASSWORD=${DB_PASSWORD:?must be set}", nil},
		{"expansions", "PASSWORD=$(cat pw1) PASSWORD=${X:?err} PASSWORD=${PW1:-}", nil},
		{"templates", `password: {{ .Values.pw1 }} password: <%= ENV["PW1"] %> password: %PASSWORD1%`, nil},
		{"a parameter of SQL", "WHERE password = :pw AND password=$1 AND password=%s", nil},
		{"verbs of a format", "user/password: %s/%s", nil},
		{"a role of documentation", ":type passphrase: :py:data:`bytes`", nil},
		{"fields of a record", "name:password:UID:GID:shell HOST:PASSWORD:BASE_DN", nil},
		{"a URL", "password=https://host/path1 password=file:///etc/pw1", nil},
		{"an empty pair", "password= host=db1", nil},
		{"a selector of CSS", `input[type="password"]:hover`, nil},
		{"the folder of a shell", "PWD=/home/jane1/x PWD=/tmp; pwd: ~/src, PWD=C:\\Users", nil},
		{"a contraction", "set_password: don't accept it", nil},
		{"prose with a colon behind", "passwd.1: cleanups: added", nil},
		{"words that describe", "password: base64-encoded password = on/off password: not_required", nil},
		{"a metavariable of an option", "run --password=PASS --passwd=FILE", nil},
	})
}

func TestFoldersAreNoPasswords(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a slash first", "PWD=/k9x", []string{"PASSWORD /k9x"}},
		{"a sign that paths do not have", "PWD=/home/jane!x1", []string{"PASSWORD /home/jane!x1"}},
		{"another name", "PASSWORD=/home/jane1/x", []string{"PASSWORD /home/jane1/x"}},
		{"a random name first", "PWD=/u7UUCCqQn/uFhvA7Ihd", []string{"PASSWORD /u7UUCCqQn/uFhvA7Ihd"}},
		{"a random name further down", "PWD=/home/u7UUCCqQn/uFhvA7Ihd", nil},
		{"a name of connection strings", "Server=db;Pwd=/x8/k9;", []string{"PASSWORD /x8/k9"}},
		{"a longer name", "DB_PWD=/home/jane1/x", []string{"PASSWORD /home/jane1/x"}},
	})
}

func TestSecretsInCode(t *testing.T) {
	t.Parallel()
	body := randomBody(24)
	checkFamily(t, []family{
		{"a token with dots", "access_token=" + body + "." + body, []string{"SECRET " + body + "." + body}},
		{"in a call", "login(secret_key=" + body + ")", []string{"SECRET " + body}},
		{"digits under a key in quotes", `{"api_key": 12345, x}`, []string{"API_KEY 12345"}},
		{"signs and a bracket", "client_secret=Q6-h1Y(E~n", []string{"SECRET Q6-h1Y(E~n"}},
		{"signs and a full stop", "api_key=9.1~QQlU", []string{"API_KEY 9.1~QQlU"}},
		{"a brace behind", "access_token=" + body + "{", []string{"SECRET " + body}},
		{"a number of 64 bits", "encryption_key=0x22f828767efc2f91", []string{"SECRET 0x22f828767efc2f91"}},
		{"a UUID", "client_secret=5547f287-58f8-4b47-97d5-2d8594c80125", []string{"SECRET 5547f287-58f8-4b47-97d5-2d8594c80125"}},
		{"in an attribute behind a word", `<x acme key="` + body + `">`, []string{"SECRET " + body}},

		{"a call with digits", "signing_key := hmacSHA256(service, 1); secret_key = tls13.NewSecret2(x)", nil},
		{"a member with digits", "api_key = s.ec2VpcEndpointService; secret_key = user?.key2Of", nil},
		{"a literal of a type", "secret: tpm2.Auth2Value{", nil},
		{"a number of a list", `"KIND_API_KEY": 7, "KIND_ID_TOKEN": 19,`, nil},
		{"a constant in quotes or not", "SIOCGLIFTOKEN = -0x3fd39680; FS_ENCRYPTION_KEY = 0xc0506617; secret_key = API_KEY_2", nil},
		{"the name of a resource", "existingSecret: postgres-secret-2", nil},
		{"the name of a resource of AWS", "KMS key: arn:aws:kms:us-west-2:111122223333:key/" + hexBody(12), nil},
		{"the key of an element", `<div key="` + body + `">`, nil},
	})
}

func TestQuantitiesAndNamesAreNoPasswords(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"letters behind a number", "pw=1024pixel", []string{"PASSWORD 1024pixel"}},
		{"letters behind a number that are no unit", "pass=123qwe DB_PASS=2024abc", []string{"PASSWORD 123qwe", "PASSWORD 2024abc"}},
		{"no name of a test", "USER: jane\nPASS: test1234\nPASS: 'testOf12'", []string{"PASSWORD test1234", "PASSWORD testOf12"}},
		{"a number behind letters", "pw=Hunter22", []string{"PASSWORD Hunter22"}},
		{"a result in lower case", "pass: hunter2x", []string{"PASSWORD hunter2x"}},
		{"below a user", "USER: jane\nPASS: hunter2x", []string{"PASSWORD hunter2x"}},
		{"behind a user", "USER: jane PASS: Test1234", []string{"PASSWORD Test1234"}},
		{"a random one", "--- PASS: " + randomBody(24), []string{"PASSWORD " + randomBody(24)}},

		{"a size", "pw=1024px pass: 120.5ms pw=512MiB", nil},
		{"a version", "pw: PlaywrightV2", nil},
		{"results of tests", "PASS: TestParse2\nPASS: test_parse2\n--- PASS: Test2Parse (0.00s)\n    --- PASS: Example2/a (0.00s)", nil},
	})
}

func TestAuthorizationInCode(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"credentials", `headers["Authorization"] = "Bearer abc"`, []string{"AUTHORIZATION Bearer abc"}},

		{"a scheme and a variable", `headers["Authorization"] = "Bearer " + token2`, nil},
		{"a slot", `{"Authorization": f"Bearer {api_key}"}; {"Authorization": "Bearer %s"}; 'Authorization': ` + "`Basic ${auth2}`", nil},
		{"a stand-in", `"Authorization": "Bearer YOUR_TOKEN_HERE",`, nil},
		{"a call", "authorization = base64.decodebytes(x1)", nil},
	})
}

func TestIsVersion(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]bool{
		"5.1.1": true, "10.1.12": true, "^5.1.1": true, "^10.12.34": true, "~2.5": true, ">=0.10.0": true,
		"24.12.1990": false, "24.12.90": false, "020.7946.0958": false,
		"5.1": false, "12345": false, "^12345": false, "1.2.3.4": false, "1.2.": false, ".1.2": false, "1.2.x": false, "12345.1.1": false, "": false,
	} {
		assert.Equal(t, want, isVersion([]byte(value)), value)
	}
}

func TestIsSlot(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]bool{
		"${DB_PASSWORD}": true, "{{ .Values.pw }}": true, "{pw}": true, "#{pw}": true, "%s": true, "Bearer $TOKEN": true, "Basic ": true, "{}": true,
		"$ecret": false, "{pw}x": false, "x${PW}": false, "${PW}-${X}": false, "{p!w}": false, "<hunter>": false, "%1": false, "Bearer x": false, "": false,
		"{" + randomBody(20) + "}": false, "${" + randomBody(20) + "}": false, "Bearer {" + randomBody(20) + "}": false, "Bearer <" + randomBody(8): false,
	} {
		assert.Equal(t, want, isSlot([]byte(value)), value)
	}
}
