package detect

import "testing"

func TestPlacedPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"Oracle", "sqlplus -S jane/hunter2x@db1", found},
		{"Oracle, in quotes", `sqlplus "jane/hunter2x@//host1:1521/db"`, found},
		{"RabbitMQ", "sudo rabbitmqctl add_user jane hunter2x", found},
		{"RabbitMQ, another password", "rabbitmqctl change_password jane 'hunter2x'", found},
		{"keytool", "keytool -genkey -keystore k1 -storepass hunter2x -keypass 'hunter3x'", []string{found[0], "PASSWORD hunter3x"}},
		{"PuTTY", "plink -ssh jane@host -pw hunter2x ls", found},
		{"more behind a placeholder", "rabbitmqctl add_user jane <PASSWORD>hunter2x", []string{"PASSWORD <PASSWORD>hunter2x"}},

		{"prose", "rabbitmqctl reads add_user a1 b2", nil},
		{"a program that asks", "sqlplus jane@db1; sqlplus / as sysdba1; sqlplus /nolog; sqlplus @run/x1", nil},
		{"a variable", "sqlplus jane/$PASS@db; keytool -storepass $PASS1 -keypass ${P1}", nil},
		{"a placeholder", "sqlplus jane/<PASSWORD>@db; keytool -storepass <PASSWORD>", nil},
		{"words", "the pw hunter2x, keypass hunter2x, -pw width", nil},
		{"the end of the text", "sqlplus ", nil},
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
