package detect

import "testing"

func TestValuesBehindForgedPlaceholders(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a password glued to a placeholder", "password=<PASSWORD>hunter2 x", []string{"PASSWORD <PASSWORD>hunter2"}},
		{"a password glued to another placeholder", "password: <EMAIL>hunter2.", []string{"PASSWORD <EMAIL>hunter2"}},
		{"a password between placeholders", "password: <EMAIL>hunter2<JWT>x", []string{"PASSWORD <EMAIL>hunter2<JWT>x"}},
		{"a password in quotes", `password="<PASSWORD>hunter2"`, []string{"PASSWORD <PASSWORD>hunter2"}},
		{"a password in cut JSON", `{"password":"<EMAIL>hunter2`, []string{"PASSWORD <EMAIL>hunter2"}},
		{"a password in a phrase", "the password is <EMAIL>hunter2.", []string{"PASSWORD <EMAIL>hunter2"}},
		{"credentials of a header", "Authorization: Bearer <JWT>abcdef012", []string{"AUTHORIZATION <JWT>abcdef012"}},
		{"credentials without a scheme", "Authorization: <JWT>abcdef012", []string{"AUTHORIZATION <JWT>abcdef012"}},
		{"parameters of a header", `Authorization: Digest <JWT>, response="6629fae4"`, []string{`AUTHORIZATION <JWT>, response="6629fae4"`}},
		{"credentials without a header", "Bearer <JWT>abcdef012", []string{"AUTHORIZATION <JWT>abcdef012"}},
		{"pairs of a cookie", "Cookie: <COOKIE>; sid=abcdef", []string{"COOKIE <COOKIE>; sid=abcdef"}},
		{"a cookie glued to a placeholder", "Cookie: <COOKIE>abcdef", []string{"COOKIE <COOKIE>abcdef"}},
		{"a password of a URL", "https://jane:<PASSWORD>s3cret@db/x", []string{"URL_CREDENTIALS jane:<PASSWORD>s3cret"}},
		{"a user that is a placeholder", "https://<EMAIL>:s3cret@db/x", []string{"URL_CREDENTIALS <EMAIL>:s3cret"}},

		{"a secret behind its name", `acme_token=<SECRET>a8Kd03Lqz7Wm2`, []string{`SECRET <SECRET>a8Kd03Lqz7Wm2`}},

		{"a secret behind its name, with a sign behind it", `x_token string = "<SECRET>"@`, nil},
		{"a placeholder is the whole password", "password=<PASSWORD>, x", nil},
		{"a full stop ends the sentence", "password: <PASSWORD>.", nil},
		{"a quote ends the value", `password="<PASSWORD>" x`, nil},
		{"JSON cut behind the placeholder", `{"password":"<PASSWORD>`, nil},
		{"a placeholder is all of a phrase", "the password is <PASSWORD>, or 'PASSWORD is \"<PASSWORD>\"'", nil},
		{"a placeholder is all of the credentials", "Authorization: Bearer <AUTHORIZATION>, Bearer <AUTHORIZATION>", nil},
		{"a placeholder is all of the parameters", "Authorization: Digest <AUTHORIZATION>\nnext", nil},
		{"a placeholder is all of a cookie", "Cookie: <COOKIE>\nnext: a=b", nil},
		{"words behind a placeholder are no pair", "Cookie: <COOKIE> is sent", nil},
		{"a placeholder is the whole password of a URL", "https://jane:<PASSWORD>@db/x https://<URL_CREDENTIALS>@db", nil},
		{"a person is known as a whole value only", "user.name: <PERSON> and more", nil},
	})
}
