package detect

import "testing"

func TestValueStart(t *testing.T) {
	t.Parallel()
	body := randomBody(24)
	key, secret, password := []string{"API_KEY " + body}, []string{"SECRET " + body}, []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"bytes in Python", `password = b"hunter2x"`, password},
		{"a raw string in Python", "api_key=r'" + body + "'", key},
		{"Objective-C", `NSString *acmeToken = @"` + body + `";`, secret},
		{"C#", `var apiKey = $@"` + body + `"; password: $"hunter2x"`, password},
		{"Rust", `let api_key: &str = "` + body + `"; let acme_token = String::from("` + body + `");`, append(key[:1:1], secret...)},
		{"bytes in Go", `var jwtKey = []byte("` + body + `")`, secret},
		{"a default in JavaScript", `const apiKey = process.env.API_KEY || "` + body + `";`, key},
		{"another default in JavaScript", `{acmeToken: env.ACME_TOKEN ?? '` + body + `'}`, secret},
		{"a default in Python", `password = os.getenv("DB_PASSWORD") or "hunter2x"`, password},
		{"a default in Ruby", `acme_token ||= "` + body + `"`, secret},

		{"a secret before an empty default", `acme_token = ` + body + ` || ""`, secret},

		{"words with apostrophes", "password: I'm not sure that it's 'here' or 'there'", nil},
		{"a default that was redacted", `api_key = env.KEY || "<API_KEY>"`, nil},
		{"an empty default", `token = options.token || ""`, nil},
		{"a message", `errors.password = e.password || "is too short"`, nil},
		{"a sentence", "The token: use it or \"" + body + "\"", nil},
		{"a default of something else", `acmeToken = f(a), x = y || "` + body + `"`, nil},
		{"a table", "| acme_token |:---|---\n| API key |: " + body, nil},
		{"a prefix alone", `password = b"`, nil},
		{"the end of the text", `api_key = x || "`, nil},
	})
}
