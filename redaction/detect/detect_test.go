package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// family is a case of a detector's table: a text and its findings, as "ENTITY text"; none for a near miss, whose name gives the reason.
type family struct {
	name, text string
	want       []string
}

func checkFamily(t *testing.T, cases []family) {
	t.Helper()
	s := NewScanner(Default())
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, Place{}))
		})
	}
}

// scanAll returns the findings in text as "ENTITY text".
func scanAll(t *testing.T, s *Scanner, text string, p Place) []string {
	t.Helper()
	x := Text{Bytes: []byte(text), Place: p, Limit: 100*len(text) + 1<<16}
	require.True(t, s.Scan(&x), "budget")
	var found []string
	at := 0
	for _, m := range x.Matches {
		require.LessOrEqual(t, at, m.Start, "matches are disjoint and ascending")
		require.Less(t, m.Start, m.End)
		at = m.End
		found = append(found, m.Entity.String()+" "+text[m.Start:m.End])
	}
	return found
}

// join puts a secret together at run time, so that no scanner takes the test for a leak.
func join(parts ...string) string { return strings.Join(parts, "") }

// randomBody is n characters that look random, in letters of both cases and digits.
func randomBody(n int) string {
	return strings.Repeat("a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3", n/37+1)[:n]
}

// hexBody is n hexadecimal digits that look random.
func hexBody(n int) string {
	return strings.Repeat("3fa85f64b7e19c20d4", n/18+1)[:n]
}

func TestEmail(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"plain", "alice@example.com", []string{"EMAIL alice@example.com"}},
		{"with signs", "<o'brien+x.y_z-1@mail-1.example.co.uk>", []string{"EMAIL o'brien+x.y_z-1@mail-1.example.co.uk"}},
		{"behind mailto and before a full stop", "mailto:alice@example.com.", []string{"EMAIL alice@example.com"}},
		{"in single quotes", "'alice@example.com'", []string{"EMAIL alice@example.com"}},
		{"behind an equals sign", "to=alice@example.com&x", []string{"EMAIL alice@example.com"}},
		{"encoded", "to=alice%40example.com&x", []string{"EMAIL alice%40example.com"}},
		{"in Cyrillic", "почта иван@пример.рф, да", []string{"EMAIL иван@пример.рф"}},
		{"in Chinese text", "邮箱alice@example.com请", []string{"EMAIL alice@example.com"}},
		{"in Chinese", "写信 用户@例子.广告 谢谢", []string{"EMAIL 用户@例子.广告"}},
		{"encoded domain", "a@xn--d1acufc.xn--p1ai", []string{"EMAIL a@xn--d1acufc.xn--p1ai"}},
		{"a numeric provider", "alice@163.com", []string{"EMAIL alice@163.com"}},
		{"before a number", "alice@example.com.5", []string{"EMAIL alice@example.com"}},
		{"a git remote is no mailbox", "git@github.com:org/x", nil},
		{"a version has a numeric end", "react@18.2.0 lodash@4.17.21-beta", nil},
		{"a version may end in letters", "pkg@1.0.0-beta.rc", nil},
		{"a host without a dot", "deploy@bastion", nil},
		{"a decorator has nothing before it", "\n@app.route('/')", nil},
		{"a template", "user@{host}.com", nil},
		{"a digest", "img@sha256:ab", nil},
		{"an image for dense screens", "icon@2x.png", nil},
		{"a label of Kotlin", "this@MainActivity.onCreate(", nil},
		{"a local part of more than 64 bytes", strings.Repeat("a", 65) + "@example.com", nil},
		{"two at signs", "a@@example.com", nil},
	})
}

func TestCard(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"Visa in one run", "4111111111111111", []string{"CREDIT_CARD 4111111111111111"}},
		{"Visa with spaces before a full stop", "4012 8888 8888 1881.", []string{"CREDIT_CARD 4012 8888 8888 1881"}},
		{"Mastercard with dashes", "5555-5555-5555-4444", []string{"CREDIT_CARD 5555-5555-5555-4444"}},
		{"Mastercard of the 2 series", "2223003122003222", []string{"CREDIT_CARD 2223003122003222"}},
		{"American Express in groups", "3782 822463 10005", []string{"CREDIT_CARD 3782 822463 10005"}},
		{"Diners Club of 14 digits", "30569309025904", []string{"CREDIT_CARD 30569309025904"}},
		{"JCB of 15 digits", "213100000000001", []string{"CREDIT_CARD 213100000000001"}},
		{"JCB of 15 digits, the other range", "180000826105910", []string{"CREDIT_CARD 180000826105910"}},
		{"13 digits beside the word card", "my card 4222222222222", []string{"CREDIT_CARD 4222222222222"}},
		{"13 digits without a word", "job 4222222222222", nil},
		{"an unknown issuer beside the word card", "card 3590730093437731", []string{"CREDIT_CARD 3590730093437731"}},
		{"an unknown issuer without a word", "job 3590730093437731", nil},
		{"behind another number in a table", "5,4111111111111111,alice", []string{"CREDIT_CARD 4111111111111111"}},
		{"a wrong check digit", "4111111111111112 4012-8888-8888-1882", nil},
		{"inside of a longer token", "a4111111111111111 4111111111111111b x_4111111111111111", nil},
		{"the fraction of a decimal", "0.4111111111111111 4111111111111111.5", nil},
		{"groups of other sizes", "411 11111 1111 1111", nil},
		{"separators that differ", "4111-1111 1111-1111", nil},
		{"a date and a time beside the word card", "card 20190916165215", nil},
		{"a time in nanoseconds", "1674546051003568771", nil},
		{"zeros", "0000000000000000", nil},
	})
}

func TestTaxpayer(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"dashed", "123-45-6789", []string{"US_SSN 123-45-6789"}},
		{"dotted", "at 078.05.1123.", []string{"US_SSN 078.05.1123"}},
		{"spaced among words", "abc 078 05 1123 abc", []string{"US_SSN 078 05 1123"}},
		{"ITIN", "911-70-1234", []string{"US_ITIN 911-70-1234"}},
		{"bare beside its name", "SSN: 123456789", []string{"US_SSN 123456789"}},
		{"bare beside social security", "social security number 123456789", []string{"US_SSN 123456789"}},
		{"bare ITIN beside its name", "itin 911701234", []string{"US_ITIN 911701234"}},
		{"bare without a word", "order 123456789", nil},
		{"bare beside social media", "social media post 123456789", nil},
		{"spaced in a table", "| 921 | 430 | 1987 | 078 05 1123 |", nil},
		{"spaced in a row of numbers", "12 078 05 1123", nil},
		{"area 666", "666-45-6789", nil},
		{"area 000", "000-45-6789", nil},
		{"group 00", "123-00-6789", nil},
		{"serial 0000", "123-45-0000", nil},
		{"ITIN group not in use", "911-89-1234", nil},
		{"separators that differ", "693-09.4444", nil},
		{"inside of a longer number", "1-123-45-6789 123-45-6789-1", nil},
		{"a score", "370-26-764", nil},
	})
}

func TestPhone(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"international", "+44 20 7946 0958", []string{"PHONE +44 20 7946 0958"}},
		{"international with brackets", "+44 (20) 7946 0958,", []string{"PHONE +44 (20) 7946 0958"}},
		{"international with a trunk zero", "+46 (0)8 928 571 38", []string{"PHONE +46 (0)8 928 571 38"}},
		{"international in one run", "tel:+14155550132", []string{"PHONE +14155550132"}},
		{"international before another number", "+1 415 555 0132 2024", []string{"PHONE +1 415 555 0132"}},
		{"a code of three digits", "+971 50 123 4567", []string{"PHONE +971 50 123 4567"}},
		{"North American in brackets", "(415) 555-0132", []string{"PHONE (415) 555-0132"}},
		{"North American with dots", "415.555.0132.", []string{"PHONE 415.555.0132"}},
		{"North American with 1", "1-415-555-0132", []string{"PHONE 1-415-555-0132"}},
		{"North American with 001 and an extension", "001-518-640-0854x4587", []string{"PHONE 001-518-640-0854x4587"}},
		{"with an extension in words", "415-555-0132 ext. 12", []string{"PHONE 415-555-0132 ext. 12"}},
		{"bare beside a word", "my phone number is 4155550132", []string{"PHONE 4155550132"}},
		{"national groups beside a word", "Fax: 01.84.17.61.18", []string{"PHONE 01.84.17.61.18"}},
		{"beside a word on the line before", "Phone:\n467 3395", []string{"PHONE 467 3395"}},
		{"before a word", "4155550132 mobile", []string{"PHONE 4155550132"}},
		{"beside a word in another language", "Teléfono 612 345 678", []string{"PHONE 612 345 678"}},
		{"bare without a word", "id 4155550132", nil},
		{"spaced without a word", "956 913 4800 = 06169935", nil},
		{"a time", "\"created\": 1624946351", nil},
		{"an ISBN", "ISBN 978-7-744-25665-6", nil},
		{"a standard", "NIST SP 800-53 section 6.8.5", nil},
		{"an exchange of N11", "415-911-0132", nil},
		{"an area code below 200", "115-555-0132", nil},
		{"a code not assigned", "+999 123 456 789", nil},
		{"too short for its country", "+1 415 555", nil},
		{"plus inside of a token", "a+14155550132", nil},
		{"a date beside a word", "phone call on 2024-01-02", nil},
		{"a tool call", "tool call 1234567890", nil},
		{"a word on another line", "phone\n4155550132 items", nil},
	})
}

func TestIBAN(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"German with spaces", "DE89 3704 0044 0532 0130 00", []string{"IBAN DE89 3704 0044 0532 0130 00"}},
		{"British in one run", "GB82WEST12345698765432.", []string{"IBAN GB82WEST12345698765432"}},
		{"in small letters", "gb82west12345698765432", []string{"IBAN gb82west12345698765432"}},
		{"Norwegian, the shortest", "NO9386011117947", []string{"IBAN NO9386011117947"}},
		{"before a word", "DE89 3704 0044 0532 0130 00 X in", []string{"IBAN DE89 3704 0044 0532 0130 00"}},
		{"wrong check digits", "DE88370400440532013000", nil},
		{"too long", "DE893704004405320130001", nil},
		{"too short", "DE8937040044053201300", nil},
		{"a letter where the country has digits", "DE89A70400440532013000", nil},
		{"a country without IBANs", "US89370400440532013000", nil},
		{"inside of a token", "xDE89370400440532013000", nil},
	})
}

func TestNINO(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"in one run", "AB123456C", []string{"UK_NINO AB123456C"}},
		{"in pairs", "AB 12 34 56 C,", []string{"UK_NINO AB 12 34 56 C"}},
		{"in pairs and small letters", "hh 01 02 03 d", []string{"UK_NINO hh 01 02 03 d"}},
		{"in one run and small letters, like a hash", "ab123456c", nil},
		{"a suffix not in use", "AA 12 34 56 H", nil},
		{"a prefix not allocated", "NT 99 88 77 A", nil},
		{"a first letter not in use", "DB123456C", nil},
		{"O as second letter", "AO123456C", nil},
		{"too few digits", "AB12345C", nil},
		{"inside of a token", "XAB123456C AB123456CX", nil},
	})
}

func TestMRZ(t *testing.T) {
	t.Parallel()
	// The specimens of ICAO Doc 9303, parts 4, 5 and 6.
	passport := "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
	card := "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
	visa := "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
	checkFamily(t, []family{
		{"passport", "x\n" + passport + "\ny", []string{"MRZ " + passport}},
		{"identity card", card, []string{"MRZ " + card}},
		{"official document of two lines", visa, []string{"MRZ " + visa}},
		{"a wrong check digit", strings.Replace(passport, "L898902C36", "L898902C37", 1), nil},
		{"one line", passport[:44], nil},
		{"a shift in source code", "a << 2; std::cout << x << std::endl;", nil},
	})
}

func TestURLCredentials(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"user and password", "postgres://app:s3cr3t@db.example.com/x", []string{"URL_CREDENTIALS app:s3cr3t"}},
		{"password alone", "redis://:s3cr3t@cache:6379", []string{"URL_CREDENTIALS :s3cr3t"}},
		{"an at sign in the password", "https://a:p@ss@example.com", []string{"URL_CREDENTIALS a:p@ss"}},
		{"a token alone", "https://" + randomBody(20) + "@example.com/x", []string{"URL_CREDENTIALS " + randomBody(20)}},
		{"a signature", "?X-Amz-Signature=0123abcd4567&a=1", []string{"URL_CREDENTIALS 0123abcd4567"}},
		{"an access token", "https://x.example/?a=1&access_token=abc123def&b", []string{"URL_CREDENTIALS abc123def"}},
		{"a random token", "?token=" + randomBody(20), []string{"URL_CREDENTIALS " + randomBody(20)}},
		{"a user alone", "ssh://git@example.com/x", nil},
		{"variables", "https://${USER}:${PASS}@example.com", nil},
		{"a port", "http://localhost:3600/a@b", nil},
		{"a token of another kind", "?token=next&code=404&page=2", nil},
	})
}

func TestJWT(t *testing.T) {
	t.Parallel()
	header, payload := join("eyJ", "hbGciOiJIUzI1NiJ9"), join("eyJ", "zdWIiOiIxMjM0In0")
	token := header + "." + payload + "." + randomBody(43)
	checkFamily(t, []family{
		{"signed", "got " + token + ". Then", []string{"JWT " + token}},
		{"without a signature", header + "." + payload, []string{"JWT " + header + "." + payload}},
		{"a header without alg before an object", join("eyJ", "hIjoxfQ") + "." + payload, []string{"JWT " + join("eyJ", "hIjoxfQ") + "." + payload}},
		{"a cursor of one part", header, nil},
		{"a header without alg before something else", join("eyJ", "hIjoxfQ") + "." + randomBody(20), nil},
		{"a header that is no JSON", join("eyJ", "hhhhhhhh") + "." + payload, nil},
		{"a file name", header + ".js", nil},
	})
}

func TestPrivateKey(t *testing.T) {
	t.Parallel()
	begin, end := join("-----BEGIN ", "RSA PRIVATE KEY-----"), join("-----END ", "RSA PRIVATE KEY-----")
	lines := randomBody(64) + "\n" + randomBody(64) + "\n"
	encrypted := "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123\n\n"
	pgp := join("-----BEGIN ", "PGP PRIVATE KEY BLOCK-----")
	checkFamily(t, []family{
		{"PEM", "a\n" + begin + "\n" + lines + end + "\nb", []string{"PRIVATE_KEY " + begin + "\n" + lines + end}},
		{"PEM on one line", begin + " " + randomBody(80) + " " + end, []string{"PRIVATE_KEY " + begin + " " + randomBody(80) + " " + end}},
		{"PEM with headers", begin + "\n" + encrypted + lines + end, []string{"PRIVATE_KEY " + begin + "\n" + encrypted + lines + end}},
		{"PEM cut short", begin + "\n" + lines, []string{"PRIVATE_KEY " + begin + "\n" + strings.TrimRight(lines, "\n")}},
		{"OpenPGP", pgp + "\n" + lines, []string{"PRIVATE_KEY " + pgp + "\n" + strings.TrimRight(lines, "\n")}},
		{"a public key", strings.ReplaceAll(begin, "PRIVATE", "PUBLIC") + "\n" + lines, nil},
		{"documentation", begin + "\n...\n" + end, nil},
		{"a rule", strings.Repeat("-", 80), nil},
	})
}

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
		{"a template", "Authorization: Bearer <token>", nil},
		{"a variable", "Authorization: Bearer $TOKEN", nil},
		{"a mask", "Authorization: Bearer XXXXXXXXXXXX", nil},
		{"prose", "Authorization: required. The bearer of this letter", nil},
	})
}

func TestCookie(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"header", "Cookie: sid=abc; lang=en\nHost: x", []string{"COOKIE sid=abc; lang=en"}},
		{"header that sets", "Set-Cookie: sid=abc; Path=/", []string{"COOKIE sid=abc; Path=/"}},
		{"header of a command", `curl -H 'Cookie: sid=abc' x`, []string{"COOKIE sid=abc"}},
		{"prose", "Cookie: chocolate chip", nil},
		{"an empty value", "Cookie: sid=", nil},
	})
}

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

func TestWallet(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"Bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", []string{"CRYPTO_WALLET 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"}},
		{"Bitcoin, script", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy.", []string{"CRYPTO_WALLET 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"}},
		{"Bitcoin, Bech32", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", []string{"CRYPTO_WALLET bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"}},
		{"Bitcoin, Bech32m", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
			[]string{"CRYPTO_WALLET bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"}},
		{"XRP", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", []string{"CRYPTO_WALLET rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"}},
		{"Ethereum in mixed case", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", []string{"CRYPTO_WALLET 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"}},
		{"Ethereum in one case beside a word", "wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
			[]string{"CRYPTO_WALLET 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"}},
		{"Monero", "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
			[]string{"CRYPTO_WALLET 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"}},
		{"a wrong checksum", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", nil},
		{"a wrong capital", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35D", nil},
		{"a hash in one case without a word", "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359", nil},
		{"a commit", "89f4d7ac84452463f2f15eade2fa29161cfaa0de", nil},
		{"mixed case in Bech32", "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", nil},
	})
}
