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
		{"a public key", strings.ReplaceAll(begin, "PRIVATE", "PUBLIC") + "\n" + lines, nil},
		{"documentation", begin + "\n...\n" + end, nil},
		{"a rule", strings.Repeat("-", 80), nil},
	})
}
