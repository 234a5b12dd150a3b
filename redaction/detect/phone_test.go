package detect

import "testing"

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
		{"a tool call", "tool call 1234567890", nil},
		{"a word on another line", "phone\n4155550132 items", nil},
	})
}
