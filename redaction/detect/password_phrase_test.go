package detect

import "testing"

func TestPasswordPhrase(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"an option", "wget --http-password hunter2x https://example.com", found},
		{"an option of the cloud", "aws rds create-db-instance --master-user-password hunter2x --engine x", found},
		{"with one dash", "influx -username jane -password hunter2x", found},
		{"in quotes", `New-LocalUser jane -Password "hunter2x"`, found},
		{"a short name", "run --passwd hunter2x", found},
		{"a .netrc file on one line", "machine api.example.com login jane password hunter2x", found},
		{"a .netrc file", "machine api.example.com\n  login jane\n\tpassword\thunter2x\nmachine b", found},
		{"a .netrc file in quotes", `"machine api.example.com login jane password hunter2x"`, found},
		{"a .netrc file in JSON that was cut short", `{"content":"machine api.example.com login jane password hunter2x`, found},
		{"a .netrc file behind an equals sign", "note=machine api.example.com login jane password hunter2x", found},
		{"the default of a .netrc file in quotes", "'default login jane password hunter2x'", found},
		{"the default of a .netrc file", "default login jane password hunter", []string{"PASSWORD hunter"}},
		{"with an account", "machine example.com login jane account x password hunter2x", found},
		{"without a login", "machine example.com password hunter2x", found},
		{"a new user in SQL", "CREATE USER jane WITH PASSWORD 'hunter2x'", found},
		{"a hash's place in SQL", "ALTER USER jane WITH ENCRYPTED PASSWORD 'hunter2x';", found},
		{"a role in SQL", "alter role jane password 'hunter2x'", found},

		{"whose it is", "the password for the db is hunter2x, [sudo] password for jane: hunter2x", []string{found[0], found[0]}},
		{"whose it is, in other languages", "das Passwort für den Server ist hunter2x; la contraseña de la base es: hunter2x", []string{found[0], found[0]}},

		{"whose it may be", "the password for the db is long, password for jane: none; password of 8chars: x1", nil},
		{"whose it is, far away", "the password for one of the users of it is hunter2x", nil},
		{"in quotes, in a sentence", `the password is "hunter"`, []string{"PASSWORD hunter"}},
		{"a word behind an option", "run --password hunter --yes", []string{"PASSWORD hunter"}},

		{"a metavariable", "  --passwd PASSWD\n  --password PASS  the password\n  --passphrase USER_ID, --db-password PW", nil},
		{"a type", "  -p, --password string   the password", nil},
		{"an option in prose", "the --password command switches to one; --user and --password options", nil},
		{"a description in quotes", `the password is "required"; the password is 'base64-encoded'`, nil},
		{"a description", "the password is base64-encoded. The password is sha256-hashed", nil},
		{"a description behind WITH", "log in with password 'required'", nil},
		{"options that take none", "psql --no-password db1x; wget --ask-password user1; adduser --disabled-password jane2", nil},
		{"a length", "pwgen --random-password 16chars", nil},
		{"a file", "run --vault-password-file pass1.txt --password-file=x1", nil},
		{"a word behind an option", "run --require-password always --db-password prompt", nil},
		{"a variable", `run --db-password "$DB_PASS" -password $pw --http-password ${PASS1}`, nil},
		{"a stand-in", "run --db-password <password> --db-password **** --db-password changeme", nil},
		{"a placeholder", "run --db-password <PASSWORD>; machine x login y password <PASSWORD>", nil},
		{"a word with a dash", "the one-time-password abc123 pre-password abc123", nil},
		{"prose about a login", "login with password auth2x; the user forgot password hunter2x", nil},
		{"a default in prose", "the default password callback; default password hunter2x", nil},
		{"another machine", "state-machine a1 login jane2 password hunter2x; x.machine a password hunter2x", nil},
		{"a machine in prose", "the machine wants password reset", nil},
		{"a rule", "password policy: 8chars", nil},
		{"a quoted word in prose", "the field password 'hunter2x' of a form", nil},
		{"a variable in SQL", "CREATE USER jane WITH PASSWORD '${PASS}'", nil},
	})
}

func TestSQLPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"a user", "CREATE USER 'jane'@'%' IDENTIFIED BY 'hunter2x';", found},
		{"a plugin", "ALTER USER jane IDENTIFIED WITH mysql_native_password BY 'hunter2x'", found},
		{"a hash", "GRANT ALL ON *.* TO jane IDENTIFIED BY PASSWORD 'hunter2x'", found},

		{"in small letters", "create user jane identified by 'hunter2x'; grant all on x.* to 'jane'@'%' identified by 'hunter2x'", []string{found[0], found[0]}},
		{"two blanks", "CREATE USER jane IDENTIFIED  BY  'hunter2x'", found},
		{"options of a role", "CREATE ROLE jane WITH LOGIN PASSWORD 'hunter2x'; create role jim superuser createdb password 'hunter2x'", []string{found[0], found[0]}},
		{"the password of a user", "SET PASSWORD FOR 'jane'@'localhost' = 'hunter2x'", found},
		{"the hash of a password", "SET PASSWORD FOR jane = PASSWORD('hunter2x'); UPDATE user SET p=PASSWORD('hunter2x')", []string{found[0], found[0]}},
		{"text in a national alphabet", "CREATE LOGIN jane WITH PASSWORD = N'hunter2x'", found},

		{"a function in code", "x = password('hunter2x'); PASSWORD(hunter2x); PASSWORD('password')", nil},
		{"text about a password", "set password for jane = the one 'hunter2x'; I set a password for her = 'hunter2x'", nil},
		{"prose", "rows are identified by 'sku1234'", nil},
		{"an identifier", "CREATE USER jane IDENTIFIED EXTERNALLY; IDENTIFIED BY hunter2x", nil},
		{"a plugin alone", "IDENTIFIED WITH auth_socket", nil},
		{"a password that starts with a quote", `IDENTIFIED BY "'hunter2x"`, []string{"PASSWORD 'hunter2x"}},
		{"text that code joins", `"IDENTIFIED BY '" + pass1 + "'"; "BY '" . $pw1; "IDENTIFIED BY '", pw1`, nil},
		{"a parameter", "IDENTIFIED BY ?; IDENTIFIED BY ':pw'; IDENTIFIED BY '%s'; IDENTIFIED BY '$1'", nil},
		{"a variable", "IDENTIFIED BY '$PASS'; IDENTIFIED BY '<PASSWORD>'; IDENTIFIED BY '{password}'", nil},
	})
}

func TestShortPasswordNames(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"pw", "pw: hunter2x", found},
		{"of a directory", "ldap_bind_pw = hunter2x", found},
		{"in JSON that was cut short", `{"pw":"hunter2x","x`, found},
		{"pword", "pword=hunter2x", found},
		{"of Ansible", "ansible_become_pass: hunter", []string{"PASSWORD hunter"}},

		{"a word", "pw: forgotten pw=secret", nil},
		{"a size", "pw=1024 pw: 12px pw = width2(x)", nil},
		{"prose", "the pw is in the safe, pw see hunter2x", nil},
		{"another word", "spw: hunter2x", nil},
		{"variables", "pw=$DB_PW1 pw={{ pw1 }} pw=<your-pw1>", nil},
	})
}
