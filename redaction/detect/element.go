package detect

// Elements of XML and HTML whose name says that they hold a secret: "<password>…</password>", with a namespace and attributes or
// without. The closing tag is the trigger, since only with it the text before is known to be a value: "-p<password>" in a manual is none.
// Where the element's own name says nothing, an attribute or the element before it may: `<string name="api_key">…</string>`,
// "<key>ApiKey</key><string>…</string>" (see [namedElements]).
var element = Detector{
	Entities: []Entity{Password, Authorization, Cookie, APIKey, PrivateKey, Secret, CreditCard},
	Bytes:    "<", Next: isSlash, Near: endsText, Find: findElement,
}

// endsText reports whether there is something between the closing tag at at and the tag before it.
func endsText(b []byte, at int) bool { return byteAt(b, at-1) != '>' }

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
	named := isOneOf(b[name:end], namedElements)
	if !named && t.scanner.isSilent(b[name:end], t.Keys) {
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
	if named {
		name, end = nameOfElement(b, start-1)
	}
	entity, key := t.scanner.KeyEntity(b[name:end]), t.scanner.nameOf(b[name:end])
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
	if entity == Password { // in settings, a value like a word may be what a form shows beside a field
		return (!named || hasUnwordly(value)) && len(value) >= minPassword && !isPasswordDummy(value) && t.add(Password, start, end, at+1)
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

// namedElements are elements of settings whose name stands in an attribute (Android, Java, Spring, Maven), or for "string" in the element
// before it (property lists of Apple).
var namedElements = []string{"string", "entry", "property", "item", "param", "setting"}

// nameOfElement returns where the name is that the opening tag whose bracket is at at gives its element, an empty range where there is
// none.
func nameOfElement(b []byte, at int) (from, to int) {
	const most = 160
	open := at
	for low := max(0, at-most); open > low && b[open] != '<'; {
		open--
	}
	if b[open] != '<' {
		return 0, 0
	}
	if to = skipBack(b, open, blank|lineEnd) - len("</key>"); string(b[open+1:at]) == "string" && to > 0 && hasPrefixFold(b[to:], "</key>") {
		return skipBack(b, to, urlSafe|dot), to
	}
	for i := open; i < at; i++ {
		if b[i] != '=' || !is(b[i+1], quote) || skipBack(b, i, lower) == i {
			continue
		}
		if word := b[skipBack(b, i, lower):i]; !equalFold(word, "name") && !equalFold(word, "key") {
			continue
		}
		to = i + 2
		for to < at && classes[b[to]]&(urlSafe|dot) != 0 {
			to++
		}
		if b[to] == b[i+1] {
			return i + 2, to
		}
	}
	return 0, 0
}
