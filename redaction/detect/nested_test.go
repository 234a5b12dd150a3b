package detect

import "testing"

func TestNested(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"the strings of a list", `{"password":["a","bbbb2222"],`, []string{"PASSWORD a", "PASSWORD bbbb2222"}},
		{"the strings of a list cut short", `{"password":["a1", "b`, []string{"PASSWORD a1", "PASSWORD b"}},
		{"the strings of an object, not its keys", `{"cookies":{"sid":"abc","n":1},"x":"y`, []string{"COOKIE abc"}},
		{"an object in a list", "{\"api_key\": [\n {\"a\": \"b c\"}, \"d\"], \"e\": \"f", []string{"API_KEY b c", "API_KEY d"}},
		{"a key inside that names a secret too", `{"secret":{"password":"abc","x":"y"},`, []string{"SECRET abc", "SECRET y"}},
		{"a list of numbers", `{"password":[1,2],"x":"y`, nil},
		{"a schema", `"properties":{"password":{"type":"string","description":"The password of the user"},`, nil},
		{"redacted strings", `{"password":["<PASSWORD>","<PASSWORD>"],`, nil},
		{"a list behind a key without quotes", `password: ["a", "b"]`, nil},
		{"code", `rules["password"] = [isLong, (x) => "y"]`, nil},
	})
}
