package detect

// Elements of XML and HTML whose name says that they hold a secret: "<password>…</password>", with a namespace and attributes or
// without. The closing tag is the trigger, since only with it the text before is known to be a value: "-p<password>" in a manual is none.
var element = Detector{
	Entities: []Entity{Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard},
	Bytes:    "<", Find: findElement,
}

func findElement(t *Text, at int) bool {
	b := t.Bytes
	if byteAt(b, at+1) != '/' {
		return false
	}
	name := at + 2
	end := t.runEndWithin(name, maxAssignedKey, urlSafe|dot|headerSign)
	if byteAt(b, end) != '>' {
		return false
	}
	start := at
	for start > 0 && b[start-1] != '>' && b[start-1] != '<' {
		start--
	}
	t.Work += at - start
	entity := t.scanner.KeyEntity(b[name:end])
	if start == at || byteAt(b, start-1) != '>' || entity == None || entity == Email || entity == Person {
		return false
	}
	value := b[start:at]
	if hasAny(value, blank|lineEnd) || t.scanner.KeyEntity(value) != None || isStopValue(value) {
		return false
	}
	if entity == Password {
		return len(value) >= minPassword && !isPasswordDummy(value) && t.add(Password, start, at, at+1)
	}
	return len(value) >= minSecret && hasDigitAndLetter(value) && looksRandom(value) && t.add(entity, start, at, at+1)
}
