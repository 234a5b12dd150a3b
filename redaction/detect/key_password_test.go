package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPasswordsInOtherLanguages(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"German", "Passwort: hunter2x", found},
		{"German, a sentence", "Mein Kennwort lautet hunter2x, bitte", found},
		{"French", "Mot de passe : hunter2x", found},
		{"French, a sentence", "Le mot de passe est hunter2x.", found},
		{"Spanish", "Contraseña: hunter2x", found},
		{"Spanish in capitals", "CONTRASEÑA=hunter2x", found},
		{"Spanish without the tilde", "contrasena=hunter2x", found},
		{"Spanish, a sentence", "la contraseña es hunter2x", found},
		{"Portuguese, a sentence", "A senha é hunter2x", found},
		{"Swedish in capitals", "LÖSENORD: hunter2x", found},
		{"Russian", "Пароль: hunter2x", found},
		{"Chinese", "我的密码: hunter2x", found},
		{"Japanese", "パスワード: hunter2x", found},
		{"Korean", "비밀번호: hunter2x", found},

		{"German, what it must be", "Passwort: erforderlich", nil},
		{"German, a sentence about one", "Das Passwort ist falsch", nil},
		{"French, another word", "Il passe : hunter2x; passe: hunter2x", nil},
		{"Spanish, a word that starts so", "contraseguro: hunter2x", nil},
		{"Chinese, a word that goes on", "密码长度: hunter2x", nil},
		{"Italian, a word", "parola: hunter2x", nil},
	})
	s := NewScanner(Policy{})
	for _, word := range append(passwordWords, unspacedPasswordWords...) {
		assert.Equal(t, Password, s.KeyEntity([]byte("app."+word)), word)
		assert.Equal(t, Password, s.KeyEntity([]byte(strings.ToUpper(word))), word)
	}
	for _, word := range shortPasswordKeys {
		assert.Equal(t, Password, s.KeyEntity([]byte(strings.ReplaceAll(word, " ", "_"))), word)
	}
}

func TestPass(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"an assignment", "PASS=hunter2x", []string{"PASSWORD hunter2x"}},
		{"in quotes", `pass: "hunter2!x"`, []string{"PASSWORD hunter2!x"}},
		{"behind its system", "DB_PASS=secretword", []string{"PASSWORD secretword"}},
		{"an element", "<pass>hunter2x</pass>", []string{"PASSWORD hunter2x"}},

		{"a result", "pass: 12", nil},
		{"a part of results", "pass: 12/15 pass=true pass: partially", nil},
		{"another pass", "first_pass=hunter2x proxy_pass http://127.0.0.1:8080", nil},
		{"a call", "pass=load2(x)", nil},
		{"too short", "pass=ab12", nil},
	})
}
