package oracle

import (
	"encoding/json"
	"strings"
)

// join assembles what looks like a secret, so that no scanner takes the test for a leak.
func join(parts ...string) string { return strings.Join(parts, "") }

// quoted returns text as a JSON string.
func quoted(text string) string {
	out, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(out)
}

// seeds are documents with findings in their names, strings and numbers.
func seeds() []string {
	message := `[{"role":"user","parts":[{"type":"text","content":"pay with 4111 1111 1111 1111"}]}]`
	key := join("sk-", "ant-api03-", "a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3", "a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3")
	return []string{
		// Nested, also as strings in strings.
		message,
		quoted(message),
		quoted(quoted(message)),
		`{"a":{"b":[{"c":` + quoted(`{"card":4111111111111111}`) + `}]}}`,
		`{"arguments":` + quoted(`{"to":`+quoted("alice@example.com")+`}`) + `}`,
		// Escapes and surrogates, whole and half.
		`{"to":"alice\u0040example.com","\u0063ard":"4111\u00201111\u002011111111"}`,
		`["\ud83d\ude00 alice@example.com \ud83d","\ude00","\/\b\f\n\r\t\"\\"]`,
		"[\"\xff alice@example.com \xc3\",\"\xed\xa0\x80\"]",
		// Numbers.
		`[4111111111111111,-4111111111111111,4.111111111111111e15,4111111111111111.0,0,-0.5e-3,1E400]`,
		`{"phone":2025550143,"card":4111111111111111,"tokens":4111111111111111}`,
		// Deep, wide, empty.
		strings.Repeat("[", 100) + "4111111111111111" + strings.Repeat("]", 100),
		strings.Repeat(`{"a":[`, 20) + `"alice@example.com"` + strings.Repeat("]}", 20),
		`[[],{},"",null,true,false, { } ,[ ]]`,
		// Names, several times the same.
		`{"alice@example.com":1,"bob@example.com":2,"alice@example.com":"alice@example.com"}`,
		`{"a":"alice@example.com","a":"alice@example.com", "a" : 4111111111111111}`,
		// Replaced whole for their key.
		`{"password":"hunter2-canary","authorization":["Bearer x",12345678,null],"cookie":{"sid":"a","n":true}}`,
		`{"user.email":"{\r\n  }","user.name":" \t"}`,
		`{"api_key":"` + key + `","note":"` + key + `"}`,
		// Parts that go on in each other.
		`[{"type":"text","text":"card 4111 1111"},{"type":"text","text":" 1111 1111 is mine"}]`,
		// White space, and what is nearly JSON.
		" \t\r\n{ \"a\" :\n[ \"alice@example.com\" ,\t1 ] } \n",
		`{"a":"alice@example.com"`, `{"a":"alice@example.com",}`, `[01]`, `["alice@example.com"]]`, `{"a" "b"}`,
		"[\"a\x00\"]", `[tru]`, `["\x"]`, `["\u12g4"]`, `[1.]`, `[-]`, `[1e+]`, "[1\f]", "[1\u00a0]", "[\"\x1f\"]", "\ufeff[1]",
		// Other packs.
		`{"text":"IBAN DE89 3704 0044 0532 0130 00, ABA routing 021000021, VIN 1HGBH41JXMN109186, from 192.0.2.1"}`,
		`["Dear Mr. John Doe, 350 Fifth Avenue, New York, NY 10118","born 1990-01-02","ssn 123-45-6789"]`,
	}
}
