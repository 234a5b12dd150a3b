package detect

// Elements of XML and HTML whose name says that they hold a secret: "<password>…</password>", with a namespace and attributes or
// without. The closing tag is the trigger, since only with it the text before is known to be a value: "-p<password>" in a manual is none.
var element = Detector{
	Entities: []Entity{Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard},
	Bytes:    "<", Next: isSlash, Find: findElement,
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
	if start == at || byteAt(b, start-1) != '>' {
		return false
	}
	entity, key := t.scanner.KeyEntity(b[name:end]), nameOf(b[name:end])
	start, end = trimBlanks(b, start, at)
	value := b[start:end]
	switch entity {
	case Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard:
	case None:
		return isNamedSecret(key, value) && t.add(key.entity(), start, end, at+1)
	default:
		return false // only whole values are meant
	}
	if hasAny(value, blank|lineEnd) || t.scanner.KeyEntity(value) != None || isStopValue(value) {
		return false
	}
	if entity == Password {
		return len(value) >= minPassword && !isPasswordDummy(value) && t.add(Password, start, end, at+1)
	}
	return len(value) >= minSecret && hasDigitAndLetter(value) && looksRandom(value) && t.add(entity, start, end, at+1)
}

// trimBlanks leaves out the blanks and line ends at both ends of [start, end).
func trimBlanks(b []byte, start, end int) (int, int) {
	for start < end && classes[b[start]]&(blank|lineEnd) != 0 {
		start++
	}
	for start < end && classes[b[end-1]]&(blank|lineEnd) != 0 {
		end--
	}
	return start, end
}
