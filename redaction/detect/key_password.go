package detect

import (
	"bytes"
	"strings"
)

// passwordWords are what forms of other languages than English call a password, as their users write it as a key or before a colon, with
// accents and without.
var passwordWords = []string{
	"adgangskode", "contrasena", "contrasenya", "contraseña", "hasło", "haslo", "heslo", "jelszó", "jelszo", "kennwort", "lozinka", "lösenord",
	"losenord", "motdepasse", "mot de passe", "parolă", "passord", "passwort", "salasana", "senha", "slaptažodis",
	"şifre", "sifre", "wachtwoord", "лозинка", "парола", "пароль", "סיסמה",
	"de passe", // in text: "mot de passe : …"
}

// unspacedPasswordWords are those of scripts without blanks, which stand at the end of a key ("我的密码").
var unspacedPasswordWords = []string{"密码", "密碼", "口令", "パスワード", "비밀번호", "รหัสผ่าน"}

// shortPasswordKeys end with a word that means a password behind these only: of tests, "pass" tells the result.
var shortPasswordKeys = []string{
	"admin pass", "auth pass", "become pass", "bind pass", "database pass", "db pass", "email pass", "ftp pass",
	"imap pass", "ldap pass", "login pass", "mail pass",
	"mongo pass", "mysql pass", "pg pass", "postgres pass", "redis pass", "root pass", "smtp pass", "ssh pass", "sudo pass",
	"user pass", "vpn pass",
	"wifi pass",
	"adminpass", "bindpw", "dbpass", "ftppass", "pgpass", "rootpass", "smtppass", "sshpass", "userpass",
	"db pw", "user pw", "admin pw", "bind pw", "root pw",
}

// addPasswordKeys adds to keys what passwords are called, in the cases in which that is written. Of these, [Scanner.KeyEntity] lowers ASCII
// only.
func addPasswordKeys(keys map[string]Entity) map[string]Entity {
	for _, word := range passwordWords {
		first := strings.ToUpper(firstRune(word)) + strings.TrimPrefix(word, firstRune(word))
		for _, written := range []string{word, first, strings.ToUpper(word)} {
			keys[lowerASCII(written)] = Password
		}
	}
	for _, list := range [][]string{unspacedPasswordWords, shortPasswordKeys} {
		for _, word := range list {
			keys[word] = Password
		}
	}
	return keys
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// endsUnspaced reports whether word ends with one of unspacedPasswordWords.
func endsUnspaced(word []byte) bool {
	if len(word) == 0 || word[len(word)-1] < 0x80 {
		return false
	}
	for _, w := range unspacedPasswordWords {
		if bytes.HasSuffix(word, []byte(w)) {
			return true
		}
	}
	return false
}
