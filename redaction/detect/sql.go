package detect

// Passwords in statements of SQL: "CREATE USER jane IDENTIFIED BY 'hunter2'", "CREATE ROLE jane LOGIN PASSWORD 'hunter2'",
// "SET PASSWORD FOR jane = 'hunter2'". What stands behind the word "password" is looked at by findPasswordPhrase.
var sqlPassword = Detector{Entities: []Entity{Password}, Words: []string{"identified "}, Find: findSQLPassword}

func findSQLPassword(t *Text, at int) bool {
	b := t.Bytes
	i := t.runEndWithin(at+len("identified"), maxAssignedGap, blank)
	if hasPrefixFold(b[i:], "with ") { // a plugin
		i = t.runEndWithin(i+len("with "), maxAssignedKey, urlSafe|quote)
		i = t.runEndWithin(i, maxAssignedGap, blank)
	}
	if !hasPrefixFold(b[i:], "by ") || !isCapitalName(b[at:at+len("identified")]) && !isUserClause(b, at) {
		return false
	}
	i = t.runEndWithin(i+len("by"), maxAssignedGap, blank)
	if hasPrefixFold(b[i:], "password ") {
		i = t.runEndWithin(i+len("password"), maxAssignedGap, blank)
	}
	if q := byteAt(b, i); q != '\'' && q != '"' {
		return false
	}
	v, ok := t.shellValue(i)
	return ok && !isSplice(b[v.start:v.end]) && t.isShellPassword(v) && t.add(Password, v.start, v.end, v.end)
}

// isUserClause reports whether the words before at name a user in a statement, of which small letters alone say nothing: "create user jane".
func isUserClause(b []byte, at int) bool {
	_, start := wordBefore(b, at)
	word, _ := wordBefore(b, start)
	return isOneOf(word, []string{"user", "role", "exists", "to"})
}

// passwordClauses are words before a password in SQL, as options of roles are in PostgreSQL.
var passwordClauses = []string{
	"with", "encrypted", "unencrypted", "login", "nologin", "superuser", "nosuperuser", "createdb", "nocreatedb", "createrole", "nocreaterole",
	"inherit", "noinherit", "replication", "noreplication", "bypassrls", "nobypassrls",
}

// isPasswordClause reports whether the words before at go on with a password in SQL: "… WITH PASSWORD '", "ALTER ROLE jane PASSWORD '".
func isPasswordClause(b []byte, at int) bool {
	word, start := wordBefore(b, at)
	if isOneOf(word, passwordClauses) {
		return true
	}
	word, _ = wordBefore(b, start)
	return isOneOf(word, []string{"user", "role", "login"})
}

// passwordOfUser returns where the password starts in "SET PASSWORD FOR jane = 'hunter2'", whose second word stands at at and third at i.
func (t *Text) passwordOfUser(at, i int) (int, bool) {
	b := t.Bytes
	word, _ := wordBefore(b, at)
	if !equalFold(word, "set") || !hasPrefixFold(b[i:], "for ") {
		return 0, false
	}
	i += len("for ")
	for end := min(i+maxAssignedKey, len(b)); i < end && b[i] != '=' && !is(b[i], lineEnd); {
		i++
	}
	t.Work += maxAssignedKey
	if byteAt(b, i) != '=' {
		return 0, false
	}
	i = t.runEndWithin(i+1, maxAssignedGap, blank)
	return i, byteAt(b, i) == '\''
}

// isPasswordFunction reports whether the call of the function PASSWORD, which hashes one, stands at at, and a quote behind its bracket at i.
func isPasswordFunction(b []byte, at, i int) bool {
	return byteAt(b, i) == '(' && byteAt(b, i+1) == '\'' && string(b[at:i]) == "PASSWORD"
}
