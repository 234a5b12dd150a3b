package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCommandPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"sshpass", "sshpass -p hunter2x ssh -p 2222 jane@host", found},
		{"sshpass, right behind", "sshpass -v -phunter2x scp -p file host:", found},
		{"sshpass, in quotes", "sshpass -p 'hunter 2x' ssh host", []string{"PASSWORD hunter 2x"}},
		{"docker", "docker login -u jane -p hunter2x registry.example.com", found},
		{"docker, right behind", "docker login -u jane -phunter2x registry.example.com", found},
		{"smbclient, right behind", "smbclient -Ujane%hunter2x //srv/share", found},
		{"MQTT", "mosquitto_pub -u jane -P hunter2x -t a", found},
		{"another desktop", "rdesktop -u jane -p hunter2x host", found},
		{"helm", "helm registry login r.example.com -u jane -p hunter2x", found},
		{"az", "az login --service-principal -u 5a1 -p hunter2x --tenant t", found},
		{"mysql", "mysql -u root -phunter2x db", found},
		{"mysqldump", "mysqldump -uroot -p'hunter2x' db > db.sql", found},
		{"a word", "mysql -uroot -phunter db", []string{"PASSWORD hunter"}},
		{"a number longer than a port", "mysql -uroot -p123456 db", []string{"PASSWORD 123456"}},
		{"in a container", "docker exec -it db mysql -uroot -phunter2x -e 'select 1'", found},
		{"in a pod", "kubectl exec -it pod/db -- /usr/bin/mysql -phunter2x", found},
		{"in a quoted command", `bash -c "mysql -phunter2x db"`, found},
		{"on the next line of a command", "mysql -u root \\\n  -phunter2x db", found},
		{"behind another command", "cd /srv && mysql -phunter2x db", found},
		{"mongo", "mongosh --username root -p hunter2x admin", found},
		{"redis", "redis-cli -h db -p 6379 -a hunter2x ping", found},
		{"LDAP", "ldapsearch -x -D cn=admin,dc=example -w hunter2x -b dc=example", found},
		{"unzip", "unzip -P hunter2x a.zip", found},
		{"7z", "7z x -phunter2x a.7z", found},
		{"sqlcmd", "sqlcmd -S srv -U sa -P hunter2x -Q 'select 1'", found},
		{"smbclient", "smbclient //srv/share -U jane%hunter2x", found},
		{"more behind a placeholder", "mysql -p<PASSWORD>hunter2x db", []string{"PASSWORD <PASSWORD>hunter2x"}},
		{"capitals piped into sudo", "echo HUNTER | sudo -S ls", []string{"PASSWORD HUNTER"}},

		{"capitals in quotes", "mysql -p'HUNTER' db", []string{"PASSWORD HUNTER"}},
		{"capitals and digits", "docker login -p HUNTER2 r.example.com", []string{"PASSWORD HUNTER2"}},

		{"metavariables", "mysql -pPASS db; docker login -p PASS HOST; unzip -P MY-PASS a.zip", nil},
		{"folders", "mkdir -p build/output1 && cp -p a1 b1 && tar -xpf c1 -p d1", nil},
		{"ports", "docker run -p 8080:80 -p 127.0.0.1:5432:5432/tcp img1; ssh -p 2222 host1; psql -p 5432 db1", nil},
		{"ports right behind", "docker run --name mysql -p3306:3306 -d mysql:8", nil},
		{"a port right behind", "docker run --name mysql -p3306 -d mysql:8", nil},
		{"a database", "mysql -u root -p db1", nil},
		{"a port of mysql", "mysql -P 3306 -h db1", nil},
		{"a word to look for", "grep -w hunter2x file; grep -a hunter2x file; ls -a hunter2x", nil},
		{"another verb", "docker compose -p project1 up; az group list -p x1y2; docker build -p hunter2x", nil},
		{"behind the program that it starts", "sshpass -e scp -p file1 host:", nil},
		{"another command", "mysql --version; foo -phunter2x\nunzip a.zip && foo -P hunter2x", nil},
		{"another word", "mysql2 -phunter2x; my-mysql -phunter2x", nil},
		{"a variable", `mysql -p$DB_PASS1; mysql -p"${DB_PASS1}"; docker login -p "$TOKEN1"; sshpass -p $(cat pw1) ssh`, nil},
		{"what a command says", "sshpass -p `cat pw1` ssh host", nil},
		{"stand-ins", "docker login -p <password> ; mysql -pyour-password ; redis-cli -a **** ; unzip -P PASSWORD ; zip -P changeme", nil},
		{"prose", "with docker login -p flag you give the password, and mongosh -p and so on", nil},
		{"an option", "mongosh -u root -p --authenticationDatabase admin1", nil},
		{"a placeholder", "mysql -p<PASSWORD> db; docker login -p '<PASSWORD>'", nil},
		{"a user alone", "smbclient //srv/share -U jane", nil},
		{"a user with a variable", "smbclient //srv/share -U jane%$PASS", nil},
		{"too far from its command", "mysql " + strings.Repeat("x ", 300) + "-phunter2x", nil},
		{"the end of the text", "mysql -p", nil},
		{"a blank at the end", "sshpass -p ", nil},
	})
}

func TestProgramPassword(t *testing.T) {
	t.Parallel()
	found := []string{"PASSWORD hunter2x"}
	checkFamily(t, []family{
		{"a file", "htpasswd -b /etc/nginx/.htpasswd jane hunter2x", found},
		{"a new file", "htpasswd -bc .htpasswd jane 'hunter2x'", found},
		{"no file", "htpasswd -nbB jane hunter2x | sed -e s/1/2/", found},
		{"with a cost and no user", `htpasswd -bnBC 10 "" hunter2x`, found},

		{"a password that it asks for", "htpasswd -c .htpasswd jane hunter2x", nil},
		{"a file alone", "cat .htpasswd > htpasswd -b", nil},
		{"a variable", `htpasswd -nb jane "$PASS"`, nil},
		{"redis", "valkey-cli -h db -a hunter2x ping", found},

		{"another command behind it", "redis-cli ping | grep -a hunter2x; redis-cli -a", nil},
		{"a placeholder", "redis-cli -a <PASSWORD>; htpasswd -nb jane <PASSWORD>", nil},
	})
}

func TestWorkOfCommandsIsLinear(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for _, unit := range []string{
		"mysql -p", " -pa", "docker login -p a ", "sshpass -p 'a ", " -p'", "echo a | sudo -S ", " --password-stdin", " sudo -S", "sudo -aaaaaaaaaaaa ", "sudo -u ", "<<<a ", "api key is ", "api token: ", "secret key,", "token | a8K", `a || "`, `token ?? "a`, "curl -a ", "curl -au a:b ", "zip -rP ", "net use ", `net use \\a `, "net user a b ", "sqlplus ", "sqlplus -a/", "rabbitmqctl add_user ", `send "`, `assword send "a`, "-pw ", "-keypass a ", "sudo -S <<<a", "stdin <<< ", "echo a<PASSWORD>b|sudo -S ", "--stdin ", "sshpass -v -p a1b ",
		"htpasswd -b ", "redis-cli ", "redis-cli -a ", "redis-cli -a '", "chpasswd ", "echo 'a:b' | chpasswd\n", " --from-literal=a=b1c", "kubectl secret --from-literal='a=", "login a password ",
		"kind: Secret\n", "kind: Secret\ndata:\n a: b\n", "data:\n a: b\nkind: Secret\n", "- kind: Secret\n", " kind: Secret\n", "data:\n",
		"IDENTIFIED BY '", "WITH PASSWORD '", "machine password ", "login x ", `{"kind":"Secret",`, `"kind":"Secret",`, `{"kind":"Secret","data":{`, `{"data":{"a":"b","kind":"Secret"}`, `]"kind":"Secret"`, "\nkind: Secret\n" + lastApplied + "\n",
	} {
		const size = 1 << 16
		x := Text{Bytes: []byte(strings.Repeat(unit, size/len(unit))), Limit: 1 << 40}
		require.True(t, s.Scan(&x))
		assert.LessOrEqual(t, x.Work, workPerByte*size, "%q repeated", unit)
	}
}
