package detect

import "testing"

func TestPlacedPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"a share", `net use Z: \\srv\share hunter2x /user:jane`, found},
		{"behind the user", `net use \\srv\share /user:ACME\jane "hunter2x"`, found},
		{"a user of Windows", "net user jane hunter2x /add", found},
		{"Oracle", "sqlplus -S jane/hunter2x@db1", found},
		{"Oracle, in quotes", `sqlplus "jane/hunter2x@//host1:1521/db"`, found},
		{"RabbitMQ", "sudo rabbitmqctl add_user jane hunter2x", found},
		{"RabbitMQ, another password", "rabbitmqctl change_password jane 'hunter2x'", found},
		{"Expect", "expect \"assword:\"\nsend \"hunter2x\\r\"", found},
		{"Expect, with what an escape stands for", "expect \"assword:\"\nsend -- \"hunter2x\n\"", found},
		{"keytool", "keytool -genkey -keystore k1 -storepass hunter2x -keypass 'hunter3x'", []string{found[0], "PASSWORD hunter3x"}},
		{"PuTTY", "plink -ssh jane@host -pw hunter2x ls", found},
		{"more behind a placeholder", "net user jane <PASSWORD>hunter2x /add", []string{"PASSWORD <PASSWORD>hunter2x"}},

		{"a password that is asked for", `net use Z: \\srv\share * /user:jane1`, nil},
		{"a share alone", `net use Z: \\srv\share1 /persistent:yes`, nil},
		{"all shares", "net use /delete y2", nil},
		{"no new password", "net user jane1 /add; net user jane1", nil},
		{"prose", "net user growth 12% in Q4, net use of x2; rabbitmqctl reads add_user a1 b2; send \"hunter2x\" to me", nil},
		{"no password was asked for", "expect \"login:\"\nsend \"hunter2x\\r\"", nil},
		{"a program that asks", "sqlplus jane@db1; sqlplus / as sysdba1; sqlplus /nolog; sqlplus @run/x1", nil},
		{"a variable", "sqlplus jane/$PASS@db; net user jane %PASS1% /add; keytool -storepass $PASS1 -keypass ${P1}", nil},
		{"a placeholder", "sqlplus jane/<PASSWORD>@db; net user jane <PASSWORD> /add; keytool -storepass <PASSWORD>", nil},
		{"words", "the pw hunter2x, keypass hunter2x, -pw width", nil},
		{"the end of the text", "sqlplus ", nil},
		{"the end of a share", `net use \\a`, nil},
	})
}

func TestClusteredPassword(t *testing.T) {
	t.Parallel()
	found, login := []string{"PASSWORD hunter2x"}, []string{"URL_CREDENTIALS jane:hunter2x"}
	checkFamily(t, []family{
		{"curl", "curl -sSu jane:hunter2x https://example.com", login},
		{"curl, right behind", "curl -k -sujane:hunter2x https://example.com", login},
		{"curl, in quotes", "curl -fsSLu 'jane:hunter2x' https://example.com", login},
		{"zip", "zip -rP hunter2x a.zip b", found},
		{"unzip", "unzip -oPhunter2x a.zip", found},
		{"LDAP", "ldapsearch -xw hunter2x -b dc=example", found},

		{"options without one", "curl -sSf jane:hunter2x https://example.com; zip -rq hunter2x; ldapsearch -xLLL hunter2x", nil},
		{"an option with a name", "curl --silent-u jane:hunter2x; zip --rP hunter2x", nil},
		{"a variable", `curl -su "$USER:$PASS" https://example.com; zip -rP $PASS a`, nil},
		{"prose", "curl -su reads jane from a file and zip -rP takes it", nil},
		{"a placeholder", "curl -su <URL_CREDENTIALS> https://example.com; zip -rP <PASSWORD> a", nil},
		{"the end of the text", "curl -su", nil},
	})
}
