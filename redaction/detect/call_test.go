package detect

import "testing"

func TestCall(t *testing.T) {
	t.Parallel()
	body := randomBody(24)
	checkFamily(t, []family{
		{"a property", `System.setProperty("ACME_TOKEN", "` + body + `")`, []string{"SECRET " + body}},
		{"a header", `headers.put("X-Api-Key", "` + body + `");`, []string{"API_KEY " + body}},
		{"a setting with dots", `conf.set("fs.s3a.secret.key","` + body + `")`, []string{"SECRET " + body}},
		{"a password in single quotes", `os.environ.setdefault('db_password', 'hunter2!')`, []string{"PASSWORD hunter2!"}},
		{"a password of letters behind a name in capitals", `define( 'X', 1 ); define('DB_PASSWORD', 'correcthorse');`, []string{"PASSWORD correcthorse"}},
		{"a value on the next line", "setenv(\"ACME_TOKEN\",\n  \"" + body + "\")", []string{"SECRET " + body}},

		{"a token alone", `classList.add("token", "` + body + `")`, nil},
		{"a label", `t("password", "Passwort")`, nil},
		{"another name", `getString("name", "` + body + `")`, nil},
		{"no value", `getenv("ACME_TOKEN", fallback)`, nil},
		{"a variable", `setenv("ACME_TOKEN", "${ACME_TOKEN}")`, nil},
		{"a placeholder", `setenv("ACME_TOKEN", "<SECRET>")`, nil},
		{"a name alone", `getenv("ACME_TOKEN")`, nil},
		{"quotes that differ", `setenv("ACME_TOKEN', "` + body + `")`, nil},
		{"the end of the text", `setenv("ACME_TOKEN", "`, nil},
	})
}
