package detect

// Passwords in statements of SQL: "CREATE USER jane IDENTIFIED BY 'hunter2'". In small letters the word is one of prose. For
// "WITH PASSWORD '…'" see findPasswordPhrase.
var sqlPassword = Detector{Entities: []Entity{Password}, Starts: []string{"IDENTIFIED "}, Find: findSQLPassword}

func findSQLPassword(t *Text, at int) bool {
	b := t.Bytes
	i := at + len("IDENTIFIED ")
	if hasPrefixFold(b[i:], "with ") { // a plugin
		i = t.runEndWithin(i+len("with "), maxAssignedKey, urlSafe|quote)
		i = t.runEndWithin(i, maxAssignedGap, blank)
	}
	if !hasPrefixFold(b[i:], "by ") {
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
	return ok && t.isShellPassword(v) && t.add(Password, v.start, v.end, v.end)
}
