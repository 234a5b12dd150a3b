package detect

import (
	"strings"
	"testing"
)

func TestPhone(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"international", "+44 20 7946 0958", []string{"PHONE +44 20 7946 0958"}},
		{"international with brackets", "+44 (20) 7946 0958,", []string{"PHONE +44 (20) 7946 0958"}},
		{"international with a trunk zero", "+46 (0)8 928 571 38", []string{"PHONE +46 (0)8 928 571 38"}},
		{"international in one run", "tel:+14155550132", []string{"PHONE +14155550132"}},
		{"international before another number", "+1 415 555 0132 2024", []string{"PHONE +1 415 555 0132"}},
		{"a code of three digits", "+971 50 123 4567", []string{"PHONE +971 50 123 4567"}},
		{"North American in brackets", "(415) 555-0132", []string{"PHONE (415) 555-0132"}},
		{"North American with dots", "415.555.0132.", []string{"PHONE 415.555.0132"}},
		{"North American with 1", "1-415-555-0132", []string{"PHONE 1-415-555-0132"}},
		{"North American with 001 and an extension", "001-518-640-0854x4587", []string{"PHONE 001-518-640-0854x4587"}},
		{"with an extension in words", "415-555-0132 ext. 12", []string{"PHONE 415-555-0132 ext. 12"}},
		{"dashes between blanks", "+1 - (415) - 555 - 0132", []string{"PHONE +1 - (415) - 555 - 0132"}},
		{"in emphasis", "__415-555-0132__", []string{"PHONE 415-555-0132"}},
		{"part of a name", "x_415-555-0132 415-555-0132_y", nil},
		{"North American with blanks only", "415 555 0132", nil},
		{"bare beside a word", "my phone number is 4155550132", []string{"PHONE 4155550132"}},
		{"national groups beside a word", "Fax: 01.84.17.61.18", []string{"PHONE 01.84.17.61.18"}},
		{"beside a word on the line before", "Phone:\n467 3395", []string{"PHONE 467 3395"}},
		{"before a word", "4155550132 mobile", []string{"PHONE 4155550132"}},
		{"beside a word in another language", "Teléfono 612 345 678", []string{"PHONE 612 345 678"}},
		{"beside what it is registered for", "on my registered 024 971 50 30. Could", []string{"PHONE 024 971 50 30"}},
		{"of a country", "My Israeli number is 09-7625400", []string{"PHONE 09-7625400"}},
		{"of an office on a card", "416 60 039 office\n082 490 1693-Office\\,781 1704-office", []string{"PHONE 416 60 039", "PHONE 082 490 1693", "PHONE 781 1704"}},
		{"offices that are counted", "1 416 60 039 office buildings, 416 60 039 offices", nil},
		{"an order of an office", "order 12345678 office", nil},
		{"bare without a word", "id 4155550132", nil},
		{"spaced without a word", "956 913 4800 = 06169935", nil},
		{"a time", "\"created\": 1624946351", nil},
		{"an ISBN", "ISBN 978-7-744-25665-6", nil},
		{"a standard", "NIST SP 800-53 section 6.8.5", nil},
		{"an exchange of N11", "415-911-0132", nil},
		{"an area code below 200", "115-555-0132", nil},
		{"a code not assigned", "+999 123 456 789", nil},
		{"too short for its country", "+1 415 555", nil},
		{"plus inside of a token", "a+14155550132", nil},
		{"a date beside a word", "phone call on 2024-01-02", nil},
		{"a date in a name beside a word", "mobile claude-3-5-haiku-20241022", nil},
		{"no date in a name beside a word", "mobile-20241322", []string{"PHONE 20241322"}},
		{"a date of eight digits that no name holds", "mobile 20241022, -20241022", []string{"PHONE 20241022", "PHONE 20241022"}},
		{"a date and a time beside a word", "phone call on 2024-01-02 10:30", nil},
		{"a tool call", "tool call 1234567890", nil},
		{"a word on another line", "phone\n4155550132 items", nil},
	})
}

func TestPhoneForms(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a code in brackets", "(020) 7946 0958", []string{"PHONE (020) 7946 0958"}},
		{"a long code in brackets", "(0664) 123456.", []string{"PHONE (0664) 123456"}},
		{"a short code in brackets", "(02) 9876 5432", []string{"PHONE (02) 9876 5432"}},
		{"a short code in brackets, tight", "(02)98765432", []string{"PHONE (02)98765432"}},
		{"a Brazilian mobile", "(11) 91234-5678", []string{"PHONE (11) 91234-5678"}},
		{"a Russian number", "(495) 123-45-67", []string{"PHONE (495) 123-45-67"}},
		{"a Russian number with 8", "8 (912) 345-67-89", []string{"PHONE 8 (912) 345-67-89"}},
		{"a slash behind the code", "415/555-0132", []string{"PHONE 415/555-0132"}},
		{"exit code", "0044 20 7946 0958", []string{"PHONE 0044 20 7946 0958"}},
		{"exit code and three digits", "00353 87 123 4567", []string{"PHONE 00353 87 123 4567"}},
		{"a trunk prefix of three digits", "+91 (022) 2377 9126", []string{"PHONE +91 (022) 2377 9126"}},
		{"a Mexican mobile of old", "+52 1 55 1234 5678", []string{"PHONE +52 1 55 1234 5678"}},
		{"an extension in full", "415-555-0132 extension 25", []string{"PHONE 415-555-0132 extension 25"}},
		{"an extension behind a comma", "415-555-0132, ext. 50", []string{"PHONE 415-555-0132, ext. 50"}},
		{"a comma and another x", "415-555-0132, x 12", []string{"PHONE 415-555-0132"}},
		{"a Turkish number", "(532) 123 45 67", []string{"PHONE (532) 123 45 67"}},
		{"an exit code and pairs", "0045 12 34 56 78", []string{"PHONE 0045 12 34 56 78"}},
		{"an exit code and a zero of Italy", "0039 06 1234 5678", []string{"PHONE 0039 06 1234 5678"}},
		{"an exit code and a zero too many", "0049 030 901820", []string{"PHONE 0049 030 901820"}},
		{"an exit code and a zero of San Marino", "00378 0549 886123", []string{"PHONE 00378 0549 886123"}},
		{"a number of a registrar", "tel=+44.2079460958", []string{"PHONE +44.2079460958"}},
		{"a version and a number in brackets", "version 8 (123) 456-78-90", nil},
		{"a code that starts with 1", "(123) 456-78-90", nil},
		{"a line of a dump", "0032 04 00 00 01 02 03 04; 0020 00 00 01 02 03 04 05", nil},
		{"a line of a dump without zeros", "0030 31 32 33 34 35 36 37 38 4a 4b", nil},
		{"a monotonic time of Go", "2022-09-15 15:35:56.126006 +0200 CEST m=+39.384575417", nil},
		{"a dated point of a list", "(01) 2024-05-12", nil},
		{"a point of a list", "(01) 2345678", nil},
		{"an article number", "(01) 09501101530003", nil},
		{"digits in threes", "(012) 345 678", nil},
		{"more digits behind", "(011) 123 456 789 0", nil},
		{"years in brackets", "(11) 2019-2020", nil},
		{"pages of an issue", "135 (11) 3456-3467", nil},
		{"a call with an octal number", "f(020) 7946 0958", nil},
		{"no number of 3-2-2", "(495) 123-45-678", nil},
		{"filled groups of four", "0044 2079 4609 5812", nil},
		{"filled groups of four, the last shorter", "0044 0532 0130 00", nil},
		{"in a row of numbers", "12 0044 20 7946 0958", nil},
		{"the code of a drug", "0049-3960-6012", nil},
		{"an exit code before no country", "0021 55 1234 5678", nil},
	})
}

func TestPhoneWords(t *testing.T) {
	t.Parallel()
	const number = "612 345 678"
	found := []string{"PHONE " + number}
	for _, text := range []string{
		"my number is #", "Mob. #", "📞 #", "my helpline #", "Rufen Sie mich an: #", "Festnetz #", "Appelez-moi au #", "Tél. #",
		"Llámame al #",
		"Tlf: #", "Chiamami al #", "o meu telemóvel é #", "mijn nummer is #", "Zadzwoń #", "Ring mig på #", "Puh. #", "numaram #", "Тел. #",
		"мой номер #", "Τηλ. #", "הטלפון שלי #", "هاتف: #", "मोबाइल: #", "我的手机号是#", "電話：#", "連絡先は#", "휴대폰 번호는 #", "โทร. #",
		"Điện thoại: #", "SĐT #", "nomor HP saya #",
	} {
		start := strings.IndexByte(text, '#')
		checkFamily(t, []family{{text, text[:start] + number + text[start+1:], found}})
	}
	checkFamily(t, []family{
		{"of an order", "your order number is " + number, nil},
		{"of an order in German", "Ihre Bestellnummer ist " + number, nil},
		{"of an order in Chinese", "订单号 " + number, nil},
	})
}

func TestPhoneRightBehindALabel(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"a call", "Call 020 7946 0958", []string{"PHONE 020 7946 0958"}},
		{"a call in another sentence", "Hi! Call 415 555 0132 now", []string{"PHONE 415 555 0132"}},
		{"a label", "Office: 020 7946 0958", []string{"PHONE 020 7946 0958"}},
		{"a label of one letter", "Jane Roe\nM: 07700 900123", []string{"PHONE 07700 900123"}},
		{"a label in bold", "**Portable :** 06 12 34 56 78", []string{"PHONE 06 12 34 56 78"}},
		{"a dash behind the code", "GSM: 070-123 45 67", []string{"PHONE 070-123 45 67"}},
		{"a label without a colon", "work 0123 456789", nil},
		{"a tool call", "tool call 0123 456789", nil},
		{"a tool call with sizes", "tool call 256 512 1024", nil},
		{"sizes behind a label", "line: 256 512 1024", nil},
		{"groups of three digits", "Call 012 345 678", nil},
		{"pairs that count", "line: 01 02 03 04 05", nil},
		{"zeros that fill", "Call 0012 3456 789", nil},
		{"a date", "Call 05 12 2024 10", nil},
		{"an ISBN", "Call 0 306 40615 2", nil},
		{"dashes", "Call 0123-456-789", nil},
		{"one run", "Call 0123456789", nil},
		{"a word that ends so", "recall 0123 456789", nil},
	})
}
