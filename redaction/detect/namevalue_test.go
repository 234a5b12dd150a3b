package detect

import "testing"

func TestNameBesideValue(t *testing.T) {
	t.Parallel()
	body := randomBody(24)
	checkFamily(t, []family{
		{"attributes of an element", `<add key="DB_PASSWORD" value="hunter2!" />`, []string{"PASSWORD hunter2!"}},
		{"attributes of an element that ends right behind", `<add key="DB_PASSWORD" value="hunter2!"/> <add key="x" value="y"/>`, []string{"PASSWORD hunter2!"}},
		{"attributes of an element in single quotes", `<property name='acme.token' value='` + body + `'/>`, []string{"SECRET " + body}},
		{"YAML", "env:\n- name: DB_PASSWORD\n  value: hunter2!\n- name: LOG\n  value: x9y", []string{"PASSWORD hunter2!"}},
		{"YAML with quotes", "- name: \"ACME_TOKEN\"\n  value: \"" + body + "\"", []string{"SECRET " + body}},
		{"JSON that was cut short", `[{"name":"DB_PASSWORD","value":"hunter2!"},{"na`, []string{"PASSWORD hunter2!"}},
		{"an object of JavaScript", `{ key: "API_SECRET", value: "` + body + `" }`, []string{"SECRET " + body}},

		{"another name", `<add key="Colour" value="` + body + `" />`, nil},
		{"a value of something else", `<add other="DB_PASSWORD" value="hunter2!" />`, nil},
		{"a value alone", "value: " + body, nil},
		{"prose", "the name of the password and its value: 12345678", nil},
		{"a variable", `<add key="DB_PASSWORD" value="%DB_PASSWORD%" />`, nil},
		{"a placeholder", `<add key="DB_PASSWORD" value="<PASSWORD>" />`, nil},
	})
}
