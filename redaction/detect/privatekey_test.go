package detect

import (
	"strings"
	"testing"
)

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
		{"PEM that is decorated and cut short", strings.ReplaceAll(begin+"\n"+lines, "\n", "\n 2→"),
			[]string{"PRIVATE_KEY " + strings.ReplaceAll(begin+"\n"+strings.TrimRight(lines, "\n"), "\n", "\n 2→")}},
		{"PEM in a form", strings.ReplaceAll(begin, " ", "+") + "%0A" + randomBody(80) + "%0A" + strings.ReplaceAll(end, " ", "+"),
			[]string{"PRIVATE_KEY " + strings.ReplaceAll(begin, " ", "+") + "%0A" + randomBody(80) + "%0A" + strings.ReplaceAll(end, " ", "+")}},
		{"PEM behind its name", "password=" + begin + "\n" + lines + end + "\nx", []string{"PRIVATE_KEY " + begin + "\n" + lines + end}},
		{"PEM behind its name in quotes", `{"private_key": "` + begin + "\n" + lines + end + `", "q`, []string{"PRIVATE_KEY " + begin + "\n" + lines + end}},
		{"documentation before a key", begin + "\n...\n" + begin + "\n" + lines + end, []string{"PRIVATE_KEY " + begin + "\n" + lines + end}},
		{"a certificate behind documentation", begin + "\n...\n" + strings.ReplaceAll(begin, "PRIVATE", "PUBLIC") + "\n" + lines, nil},
		{"a key without a name", strings.ReplaceAll(begin, "PRIVATE KEY", "MESSAGE") + "\n" + lines, nil},
		{"a public key", strings.ReplaceAll(begin, "PRIVATE", "PUBLIC") + "\n" + lines, nil},
		{"documentation", begin + "\n...\n" + end, nil},
		{"a rule", strings.Repeat("-", 80), nil},
	})
}

func TestDecoratedPrivateKey(t *testing.T) {
	t.Parallel()
	begin, end := join("-----BEGIN ", "PRIVATE KEY-----"), join("-----END ", "PRIVATE KEY-----")
	for _, between := range []string{"\n     2→", "\n> ", "\n2 | ", "\" +\n \"", "\\\n", "<br>", "%0A", "\n--\n", "\r\n\t# "} {
		t.Run(between, func(t *testing.T) {
			t.Parallel()
			key := begin + between + randomBody(64) + between + randomBody(32) + between + end
			checkFamily(t, []family{{"whole", "a" + between + key + between + "b", []string{"PRIVATE_KEY " + key}}})
		})
	}
}
