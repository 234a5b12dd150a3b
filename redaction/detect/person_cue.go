package detect

// The detectors of the pack person find names behind cues: what introduces one ("my name is", "I'm", "Dear", "Mr."), a closing formula of a
// letter, the label of a form, and the display name of an e-mail address. Without a model of language that is all that can be said:
// most names in prose have no cue and stay. A name is words with capitals (see nameEnd), so text in small letters has hardly any.
//
// Not a name: what people say that they are ("I'm Sorry", "I am German"), products ("I am Claude"), companies.
var (
	personIntroduced = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		Words: personIntroductions, LineStarts: personFirstWords, Find: findIntroduced,
		Keys: []string{
			"first name", "last name", "full name", "given name", "surname", "family name", "middle name", "maiden name", "customer name",
			"patient name", "firstname", "lastname", "fullname", "givenname", "familyname", "middlename", "fname", "lname", "contact name",
			"employee name", "cardholder", "card holder", "cardholder name", "account holder", "passenger name", "guest name", "beneficiary name",
			"applicant name", "recipient name", "user fullname", "nachname", "vorname", "apellido", "apellidos", "cognome", "sobrenome",
		},
	}
	personTitled = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		Starts: []string{
			"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sra.", "Mme.", "Mister ", "Professor ", "Doctor ", "Madame ", "Monsieur ",
		},
		LineStarts: []string{"Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Prof ", "Herr ", "Frau ", "Mme ", "Señor "}, Find: findTitled,
	}
	personAddressed = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		LineStarts: []string{
			"Dear ", "Hi ", "Hello ", "Hey ", "Liebe ", "Lieber ", "Cher ", "Chère ", "Estimado ", "Estimada ", "Caro ", "Cara ", "Hola ",
			"Hallo ", "Hi, ",
			"Hello, ", "Hey, ", "Hi! ", "Hello! ", "dear ", "hi ", "hello ", "hey ", "hi, ", "hello, ",
		},
		Find: findAddressed,
	}
	personClosing = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		LineStarts: []string{
			"Sincerely", "Regards", "Best regards", "Best Regards", "Best wishes", "Kind regards", "Kind Regards", "Warm regards", "Yours truly",
			"Yours sincerely",
			"Yours faithfully", "Cheers,", "Respectfully", "Cordially", "Atentamente", "Saludos", "Cordialement", "Mit freundlichen Gr",
			"Viele Gr", "Liebe Gr",
			"Cordiali saluti", "Atenciosamente", "Best,\n", "Best\n", "Thanks,\n", "Thank you,\n", "Love,\n",
		},
		Find: findClosing,
	}
	personLabelled = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		Starts: []string{
			"Patient:", "Customer:", "Client:", "Employee:", "Attn:", "Signed:", "Signed by ", "Signed,", "Applicant:", "Passenger:", "Guest:",
			"Beneficiary:",
		},
		Find: findLabelled,
	}
	personNamed = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		Words: []string{"name is ", "name ist ", "name:", "name=", "name? "}, Find: findNamed,
	}
	personDisplayed = Detector{
		Entities: []Entity{Person}, Packs: PackPerson,
		Bytes: "<", Next: startsMailbox, Find: findDisplayed,
	}
)

// personIntroductions may stand anywhere, personFirstWords at the start of a line only: they are short, and a look at every word of a text
// for them would cost more than they find.
var (
	personIntroductions = []string{
		"i'm ", "m'appelle ", "heisse ", "chiamo ", "nombre es ", "naam is ", "nazywam się ", "benim adım ",
	}
	personFirstWords = []string{
		"I am ", "i am ", "I’m ", "Me llamo ", "Je m’appelle ", "Je m'appelle ", "Ich heiße ", "Mi chiamo ", "Il mio nome è ", "Meu nome é ",
		"Me chamo ", "Mijn naam is ", "Ik heet ",
		"Jag heter ", "Jeg heter ", "Mitt namn är ", "Mon nom est ",
	}
)

// addPerson adds the name [start, end) if there is one.
func (t *Text) addPerson(start, end int) bool { return end > start && t.add(Person, start, end, end) }

func findIntroduced(t *Text, at int) bool {
	end := t.cueEnd(at)
	return end > at && t.addPerson(end, t.nameEnd(t.titleEnd(end), false))
}

// cueEnd returns the end of the introduction at at, or at.
func (t *Text) cueEnd(at int) int {
	for _, list := range [][]string{personIntroductions, personFirstWords} {
		for _, cue := range list {
			if b := t.Bytes[at:]; len(b) >= len(cue) && lowerByte(b[0]) == lowerByte(cue[0]) && string(b[1:len(cue)]) == cue[1:] {
				return at + len(cue)
			}
		}
	}
	return at
}

// titleEnd returns where a name starts whose title may stand at i: "Dr. Jane Doe", "Mr and Mrs".
func (t *Text) titleEnd(i int) int {
	b := t.Bytes
	word := t.runEndWithin(i, 8, letter)
	switch string(b[i:word]) {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Herr", "Frau", "Sir", "Madame", "Monsieur", "Professor", "Doctor":
	default:
		return i
	}
	if byteAt(b, word) == '.' {
		word++
	}
	if byteAt(b, word) != ' ' {
		return i
	}
	return word + 1
}

func findTitled(t *Text, at int) bool {
	start := t.titleEnd(at)
	if next := t.titleEnd(start); next > start { // "Prof. Dr."
		start = next
	}
	return start > at && t.addPerson(start, t.nameEnd(start, true))
}

// findAddressed looks at a salutation. But for "Dear", which leaves no doubt, a comma, an exclamation mark or a colon must end it. The
// writer may be introduced behind it: "Hi, I am Jane".
func findAddressed(t *Text, at int) bool {
	b := t.Bytes
	cue := t.runEndWithin(at, 10, letter|highByte)
	if !isOneOf(b[at:cue], salutations) {
		return false
	}
	if byteAt(b, cue) != ' ' {
		return findIntroduced(t, cue+2)
	}
	start := t.titleEnd(cue + 1)
	end := t.nameEnd(start, true)
	if end == start {
		return t.addressedBy(cue + 1)
	}
	switch byteAt(b, end) {
	case ',', '!', ':', '\n':
	default:
		if !equalFold(b[at:cue], "dear") {
			return false
		}
	}
	return t.addPerson(start, end)
}

// addressedBy looks for an introduction behind a salutation without a name: "Hello there, I am Jane".
func (t *Text) addressedBy(i int) bool {
	const most = 16
	b, end := t.Bytes, i
	for end < len(b) && end-i < most && (is(b[end], lower) || b[end] == ' ') {
		end++
	}
	if c := byteAt(b, end); (c == ',' || c == '!' || c == '.') && byteAt(b, end+1) == ' ' {
		return end+2 < len(b) && findIntroduced(t, end+2)
	}
	return false
}

var salutations = []string{
	"dear", "hi", "hello", "hey", "liebe", "lieber", "cher", "chère", "estimado", "estimada", "caro", "cara", "hola", "hallo",
}

// findClosing looks for a name behind a closing formula, on the same line behind a comma or alone on the next.
func findClosing(t *Text, at int) bool {
	const words, gap = 4, 6
	b := t.Bytes
	i := at
	for range words {
		word := t.runEndWithin(i, 16, letter|highByte)
		if word == i {
			return false
		}
		if i = word; byteAt(b, i) != ' ' {
			break
		}
		i++
	}
	sign := byteAt(b, i)
	if sign != ',' && sign != '\n' && sign != '\r' && sign != '!' && sign != '.' {
		return false
	}
	start := i + 1
	for start < i+gap && classes[byteAt(b, start)]&(blank|lineEnd) != 0 {
		start++
	}
	end := t.nameEnd(start, false)
	if c := byteAt(b, end); c != 0 && !is(c, lineEnd) && (c != ',' && c != '.' || !is(byteAt(b, end+1), lineEnd) && byteAt(b, end+1) != 0) {
		return false
	}
	return t.addPerson(start, end)
}

// findLabelled looks at the label of a form: "Patient: Jane Doe", "Signed by Jane Doe".
func findLabelled(t *Text, at int) bool {
	b := t.Bytes
	i := t.runEndWithin(at, 12, letter)
	start := i + len(" by ")
	switch byteAt(b, i) {
	case ',':
		return findClosing(t, at)
	case ':':
		start = formValue(b, i)
	}
	start = t.titleEnd(start)
	return t.addPerson(start, t.nameEnd(start, true))
}

// formValue returns where the text behind the label starts that ends at i, -1 if none ends there.
func formValue(b []byte, i int) int {
	const gap = 16
	if c := byteAt(b, i); c != ':' && c != '=' {
		return -1
	}
	start := i + 1
	for start < i+gap && is(byteAt(b, start), blank|quote|lineEnd) {
		start++
	}
	return start
}

// nameOwners stand before "name" where it is that of a person; the first of them also in a sentence ("my name is").
var (
	nameSpeakers = []string{"my", "his", "her", "their", "your", "maiden", "mein"}
	nameOwners   = []string{
		"first", "last", "full", "given", "family", "middle", "maiden", "patient", "customer", "employee", "contact", "legal", "passenger",
		"guest",
		"holder", "cardholder", "applicant", "beneficiary", "recipient", "sender", "my", "your", "real",
	}
)

// findNamed looks behind the word "name": "my name is Jane", "first name: Jane", "What is your name? Jane", "Name: Jane Doe" at the start
// of a line.
func findNamed(t *Text, at int) bool {
	b, i := t.Bytes, at+len("name")
	before := at
	for before > 0 && at-before < 2 && (b[before-1] == ' ' || b[before-1] == '_' || b[before-1] == '-') {
		before--
	}
	owner := before
	for owner > 0 && before-owner < 12 && is(b[owner-1], letter) {
		owner--
	}
	word := b[owner:before]
	t.Work += at - owner
	verb := 0
	for _, v := range []string{" is ", " ist ", "? "} {
		if hasPrefixFold(b[i:], v) {
			verb = len(v)
		}
	}
	switch {
	case verb > 0 && (isOneOf(word, nameSpeakers) || len(word) == 1 && word[0] == 's' && byteAt(b, owner-1) == '\''): // "my partner's name is"
		i += verb
		end := t.nameEnd(t.titleEnd(i), true)
		if end == i && isOneOf(word, []string{"my"}) {
			end = t.smallNameEnd(i)
		}
		return t.addPerson(i, end)
	case isOneOf(word, nameOwners), len(word) == 0 && b[at] == 'N' && startsQuotedLine(b, at):
		start := formValue(b, i)
		if start < 0 || len(word) == 0 && isSetting(b, i, start) {
			return false
		}
		start = t.titleEnd(start)
		return t.addPerson(start, t.nameEnd(start, true))
	}
	return false
}

// isSetting reports whether the value at start is that of a setting or a field in code rather than of a form: it stands behind the equals sign
// at i, or in quotes.
func isSetting(b []byte, i, start int) bool { return b[i] == '=' || is(byteAt(b, start-1), quote) }

// smallNameEnd returns the end of a name in small letters at i: one word that ends a sentence; i where there is none.
func (t *Text) smallNameEnd(i int) int {
	b, end := t.Bytes, t.runEndWithin(i, 16, lower|highByte)
	if end-i < 3 || isNotName(b[i:end]) {
		return i
	}
	switch byteAt(b, end) {
	case 0, '.', ',', '!', '\n':
		return end
	}
	return i
}

// startsQuotedLine reports whether nothing but blanks and quoting signs stand before at on its line.
func startsQuotedLine(b []byte, at int) bool {
	i := at
	for i > 0 && at-i < 8 && (is(b[i-1], blank) || b[i-1] == '>' || b[i-1] == '*') {
		i--
	}
	return i == 0 || is(b[i-1], lineEnd)
}
