package detect

import "testing"

func TestSecretPhrase(t *testing.T) {
	t.Parallel()
	body := randomBody(18)
	key, found := []string{"API_KEY " + body}, []string{"SECRET " + body}
	hub := join("gh", "p_", "HEEjXavM6wKtyhAUwDblMznMEhWyTt4XwY6f")
	checkFamily(t, []family{
		{"a sentence", "Hi, my API key is " + body + ".", key},
		{"with a colon", "the access token is: " + body, found},
		{"in quotes", `The client secret was "` + body + `"!`, found},
		{"a token", "and the token is `" + body + "`", found},
		{"other languages", "mein API-Key lautet " + body + ", la API key es " + body + "; l'API key è " + body, []string{key[0], key[0], key[0]}},
		{"a name alone", "use API key " + body, key},
		{"a file of Docker", "ENV API_KEY " + body, key},
		{"commands", "setx ACME_TOKEN \"" + body + "\" /m\naws configure set aws_secret_access_key " + body, []string{found[0], found[0]}},
		{"an option with one dash", "run -token " + body, found},
		{"a setting", "apikey '" + body + "';", key},
		{"Redis", "SET\tapi_key\t" + body, key},
		{"a table", "| API key | `" + body + "` |\n| ACME_TOKEN | " + body + " |", []string{key[0], found[0]}},
		{"separated by commas", "name,value\napi_key," + body + ",3", key},
		{"more behind a placeholder", "my API key is <API_KEY>" + body, []string{"API_KEY <API_KEY>" + body}},
		{"a key with a form", "github token " + hub, []string{"API_KEY " + hub}},
		{"a token with a form", "the token is " + join("eyJ", "hbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", body),
			[]string{"JWT " + join("eyJ", "hbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", body)}},

		{"words", "my API key is invalid; the secret is out, the token is get_token_from_env_v2", nil},
		{"words in a table", "| api_key | string | yes |\n| token | varchar255 | api_key,created_at,token,next", nil},
		{"another key", "the primary key is " + body + ", the object key is " + body + ", next token is " + body, nil},
		{"an option with a short value", "run -token a8Kd03Lqz7 -key " + body, nil},
		{"a short token", "the token is a8Kd03Lqz7", nil},
		{"a UUID", "the acme token is 5547f287-58f8-4b47-97d5-2d8594c80125", nil},
		{"a key that may be any", "key " + body + " token " + body + ", the SSH key " + body, nil},
		{"the name of a secret", "secret db-9f8b6c5tk4xw created; secret " + body, nil},
		{"digits", "API key 19108498102154996921", nil},
		{"a URL", "the API key is https://example.com/x7Qz9Lp3Wv1Bn5", nil},
		{"a variable", "my API key is ${X7QZ9LP3WV1BN5} or $X7QZ9LP3WV1BN5", nil},
		{"a placeholder", "my API key is <API_KEY>. ENV API_KEY <API_KEY>\n", nil},
		{"an ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret,prod-aB3xY9kq7Wv1", nil},
		{"the end of the text", "my API key is ", nil},
		{"the end of a sign", "my API key ", nil},
	})
}

func TestFallback(t *testing.T) {
	t.Parallel()
	body := randomBody(18)
	checkFamily(t, []family{
		{"a variable of the environment", `f(process.env.API_KEY || "` + body + `")`, []string{"API_KEY " + body}},
		{"in brackets", `f(env["ACME_TOKEN"] ?? '` + body + `')`, []string{"SECRET " + body}},
		{"a password", `f(process.env.DB_PASSWORD || "hunter2x")`, []string{"PASSWORD hunter2x"}},

		{"a word", `f(process.env.DB_PASSWORD || "password", opts.secret || "none")`, nil},
		{"another variable", `f(process.env.REGION || "` + body + `")`, nil},
		{"no text", "f(process.env.API_KEY || " + body + ")", nil},
		{"no name", `f(1 || "` + body + `")`, nil},
		{"a placeholder", `f(process.env.API_KEY || "<API_KEY>")`, nil},
		{"the end of the text", `f(process.env.API_KEY || "`, nil},
	})
}
