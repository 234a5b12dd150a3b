package detect

import "strings"

// Passwords behind an option of one letter, which means one for these programs only: "mysql -phunter2", "docker login -p hunter2",
// "unzip -P hunter2". Many other programs have an option of the same letter.
var commandPassword = Detector{
	Entities: []Entity{Password}, Bytes: "-", Next: isPasswordLetter, Near: mayBePasswordOption, Find: findCommandPassword,
}

// program is a command with an option that holds a password.
type program struct {
	letter byte   // of the option
	form   form   // how its value is written
	verb   string // it means a password behind this word only
}

// form says where the value of an option stands.
type form uint8

const (
	formAny   form = iota // right behind the letter or behind a blank
	formRight             // right behind the letter; without a value the program asks for it
	formApart             // behind a blank
	formFirst             // formAny, with nothing but options before it
	formUser              // a user, a percent sign and the password
	formStdin             // none: it is read from the standard input, see findStdinPassword
	formLines             // none: lines of a user, a colon and a password are read so
	formPairs             // none: see findLiteral
)

// programs are by name.
var programs = indexPrograms(map[string]program{
	"mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlsh mysqlslap mysqlbinlog mariadb mariadb-dump mariadb-admin mariadb-backup " +
		"mariabackup xtrabackup 7z 7za 7zr 7zz rar unrar": {letter: 'p', form: formRight},
	"sshpass": {letter: 'p', form: formFirst},
	"mongo mongosh mongodump mongorestore mongoexport mongoimport mongostat mongotop cqlsh beeline rdesktop psexec PsExec": {letter: 'p', form: formApart},
	"docker podman nerdctl buildah skopeo helm oras crane az oc cf ibmcloud":                                               {letter: 'p', verb: "login"},
	"ldapsearch ldapadd ldapmodify ldapdelete ldapwhoami ldappasswd ldapmodrdn ldapcompare":                                {letter: 'w'},
	"zip unzip sqlcmd bcp mosquitto_pub mosquitto_sub mosquitto_rr ipmitool":                                               {letter: 'P'},
	"smbclient rpcclient": {letter: 'U', form: formUser},
	"sudo passwd":         {form: formStdin},
	chpasswd:              {form: formLines},
	"kubectl":             {form: formPairs, verb: "secret"},
})

func indexPrograms(lists map[string]program) map[string]*program {
	by := map[string]*program{}
	for names, p := range lists {
		for _, name := range strings.Fields(names) {
			by[name] = &p
		}
	}
	return by
}

// programStarts are the first two bytes of their names and verbs.
var programStarts = func() (starts pairs) {
	for name, p := range programs {
		starts.add(name[0], name[1])
		if p.verb != "" {
			starts.add(p.verb[0], p.verb[1])
		}
	}
	return starts
}()

func isPasswordLetter(c byte) bool {
	return c == 'p' || c == 'w' || c == 'P' || c == 'U'
}

// mayBePasswordOption reports whether an option of one letter with a value may be at at.
func mayBePasswordOption(b []byte, at int) bool { return mayStartWord(b, at) && at+2 < len(b) }

func findCommandPassword(t *Text, at int) bool {
	b := t.Bytes
	if !is(byteAt(b, at-1), blank|lineEnd) {
		return false
	}
	i := t.runEndWithin(at+2, maxAssignedGap, blank)
	v, ok := t.shellValue(i)
	if !ok {
		return false
	}
	apart := i > at+2
	if !v.quoted && (apart && isProse(b, b[v.start:v.end], v.end) || isMetavariable(b[v.start:v.end])) || !t.isShellPassword(v) {
		return false
	}
	m := t.commandBefore(at)
	if m.program < 0 || at-m.program > maxCommand || !m.verb || m.options.letter != b[at+1] {
		return false
	}
	switch m.options.form {
	case formRight:
		ok = !apart
	case formApart:
		ok = apart
	case formFirst:
		ok = onlyOptions(b, m.program, at)
	case formUser:
		v.start, ok = behindPercent(b, v)
	}
	return ok && t.add(Password, v.start, v.end, v.end)
}

// onlyOptions reports whether all words between the name of a program at i and at are options.
func onlyOptions(b []byte, i, at int) bool {
	for i++; i < at; i++ {
		if is(b[i-1], blank) && !is(b[i], blank) && b[i] != '-' {
			return false
		}
	}
	return true
}

// behindPercent returns where the password in "user%password" starts.
func behindPercent(b []byte, v shellValue) (int, bool) {
	for i := v.start; i < v.end; i++ {
		if b[i] == '%' {
			return i + 1, v.end-i > minPassword && !isPasswordDummy(b[i+1:v.end])
		}
	}
	return 0, false
}
