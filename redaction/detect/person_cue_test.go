package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func people(names ...string) []string {
	for i := range names {
		names[i] = "PERSON " + names[i]
	}
	return names
}

func TestPerson(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackPerson, []family{
		{"my name is", "Hello! My name is Jane Q. Doe, and", people("Jane Q. Doe")},
		{"my name is, in small letters", "my name is jane.", people("jane")},
		{"his, her and their name", "her maiden name is O'Neill; my partner's name is Zoë", people("O'Neill", "Zoë")},
		{"an answer", "What's your name? Jane Doe", people("Jane Doe")},
		{"I am", "I am Jean-Luc Dubois and I'm Anna", people("Jean-Luc Dubois", "Anna")},
		{"with a typographic apostrophe", "I’m Anna McKay.", people("Anna McKay")},
		{"particles", "I'm Ludwig van der Berg", people("Ludwig van der Berg")},
		{"a possessive", "I'm Anna's friend", people("Anna")},
		{"a greeting and an introduction", "Hi there, I am Jane Doe.\nHello, i'm Bob.", people("Jane Doe", "Bob")},
		{"titles", "Mr. Doe met Dr. Jane Roe, Prof. Dr. Max Muster.\nMrs Poe", people("Doe", "Jane Roe", "Max Muster", "Poe")},
		{"salutations", "Dear Jane Doe,\nHi Anna,\nHello Bob! Dear Mr. Roe:", people("Jane Doe", "Anna", "Bob", "Roe")},
		{"closings", "Best regards,\nJane Doe\n\nSincerely, John Roe\nYours truly,\r\n\r\nMax", people("Jane Doe", "John Roe", "Max")},
		{"labels", "Patient: Jane Doe\nCustomer name: John Roe\nSigned by Max Muster", people("Jane Doe", "John Roe", "Max Muster")},
		{"a label in capitals", "Patient: JANE DOE", people("JANE DOE")},
		{"Name at the start of a line", "Date: x\n> Name:   Jane Doe\nPhone: y", people("Jane Doe")},
		{"owners in quotes", `first name: "Jane", last_name="Doe"`, people("Jane", "Doe")},
		{"keys", "first_name=Jane; last name: Doe", people("Jane", "Doe")},
		{"a key of JSON that was cut short", `{"first_name":"jane","x`, people("jane")},
		{"other languages", "Me llamo Ana.\nEt je m'appelle Luc.\nIch heiße Max, io mi chiamo Pia\nMeu nome é Rui", people("Ana", "Luc", "Max", "Pia", "Rui")},
		{"display names", `"Doe, Jane" <jane@example.com>, John Roe <john@example.com>`,
			[]string{"PERSON Doe, Jane", "EMAIL jane@example.com", "PERSON John Roe", "EMAIL john@example.com"}},

		{"what people are", "I'm Sorry, I'm Not sure, I'm GPT\nI am German\nI am Claude", nil},
		{"small letters", "i am happy, i'm going, my name is not important", nil},
		{"other names", "file name: Quarterly Report, name: Jane, host_name=Alpha", nil},
		{"Name in code and settings", "\tName:  \"Quarterly Report\",\nName=Alpha Viewer\nNAME=\"Gamma\"", nil},
		{"salutations without a name", "Dear Sir,\nDear Customer,\nHi there,\nHi Team,\nHello World!\nHello, I am happy", nil},
		{"a greeting in a sentence", "Say Hi to Anna. Hello Kitty is a brand.", nil},
		{"a company", "Customer: Acme Data GmbH", nil},
		{"a closing in a sentence", "Regards, Jane went home. Best practice: Use Go", nil},
		{"a name of code", "I'm JavaScript, I'm GraphQL, I'm Foo_Bar, I'm B2", nil},
		{"an address without a name", "<jane@example.com>", []string{"EMAIL jane@example.com"}},
		{"code before an address", "return Foo.bar <jane@example.com>", []string{"EMAIL jane@example.com"}},
		{"one letter", "I'm A.", nil},
		{"the name is asked for", "What is your name? Please tell me.", nil},
		{"initialisms", "I am HTTP\nDear API", nil},
	})
	s := NewScanner(Policy{Packs: PackPerson})
	for _, key := range []string{"first_name", "lastName", "patient.full_name", "customer name", "Nachname", "cardholder"} {
		assert.Equal(t, Person, s.KeyEntity([]byte(key)), key)
	}
	for _, key := range []string{"name", "tool_name", "file_name", "host.name", "display_name"} {
		assert.Equal(t, None, s.KeyEntity([]byte(key)), key)
	}
}

func TestNotNamesAreLookedUpInSmallLetters(t *testing.T) {
	t.Parallel()
	for word := range notNames {
		assert.Equal(t, strings.ToLower(word), word)
		assert.LessOrEqual(t, len(word), 16, "%s is never looked up", word)
	}
	for _, word := range []string{"Sorry", "CLAUDE", "german"} {
		assert.True(t, isNotName([]byte(word)))
	}
}

func TestBirth(t *testing.T) {
	t.Parallel()
	born := func(date string) []string { return []string{"DATE_OF_BIRTH " + date} }
	checkPacked(t, PackPerson, []family{
		{"American", "She was born on 7/14/1995.", born("7/14/1995")},
		{"ISO", "DOB: 1990-05-05T00:00:00Z", born("1990-05-05")},
		{"German", "Geburtsdatum: 5.5.1990", born("5.5.1990")},
		{"German, in words", "geboren am 5. Mai 1990 in Bonn", born("5. Mai 1990")},
		{"in words", "date of birth is May 5th, 1990", born("May 5th, 1990")},
		{"in other words", "born in Rome on the 5th of May 1990", born("5th of May 1990")},
		{"short", "birthdate 05-May-90", born("05-May-90")},
		{"eight digits", "DOB 19900505", born("19900505")},
		{"on the next line", "Date of birth:\n  1990-05-05", born("1990-05-05")},
		{"French", "Née le 5 août 1990", born("5 août 1990")},
		{"Spanish", "fecha de nacimiento: 5 de mayo de 1990", born("5 de mayo de 1990")},
		{"with its form before it", "DOB (mm/dd/yyyy): 05/05/1990", born("05/05/1990")},
		{"another date", "on 1990-05-05 at noon", nil},
		{"a date of the next sentence", "She was born there. On 1990-05-05 we met", nil},
		{"a date of the next line", "born in Rome\n1990-05-05", nil},
		{"too long ago", "born on 5/5/1904", nil},
		{"no month", "born 13/32/1990 40-40-1990", nil},
		{"a year", "born in 1990", nil},
		{"a version", "born with 1.2.3", nil},
		{"a hyphenated word", "newborn 1990-05-05 stubborn 5/5/1990", nil},
	})
	s := NewScanner(Policy{Packs: PackPerson})
	assert.Equal(t, DateOfBirth, s.KeyEntity([]byte("patient.birthDate")))
}

func TestAddress(t *testing.T) {
	t.Parallel()
	at := func(address string) []string { return []string{"STREET_ADDRESS " + address} }
	checkPacked(t, PackPerson, []family{
		{"a street", "at 221B Baker Street.", at("221B Baker Street")},
		{"a compass point and a number", "1600 N. 5th Avenue", at("1600 N. 5th Avenue")},
		{"all of it", "12 Main St., Apt. 4, Springfield, IL 62704-1234, now", at("12 Main St., Apt. 4, Springfield, IL 62704-1234")},
		{"over lines", "12 Main St\nSuite 45\nSpringfield IL 62704", at("12 Main St\nSuite 45\nSpringfield IL 62704")},
		{"a short form beside context", "he lives at 12 Oak Dr", at("12 Oak Dr")},
		{"any name with a unit", "4596 Tylova 285\n Suite 578", at("4596 Tylova 285\n Suite 578")},
		{"a post box", "send it to P.O. Box 1234, Springfield, IL 62704", at("P.O. Box 1234, Springfield, IL 62704")},
		{"a military one", "PSC 6477, Box 2981\nAPO AE 83700", at("PSC 6477, Box 2981\nAPO AE 83700")},
		{"German", "Hauptstraße 5, 10115 Berlin", at("Hauptstraße 5, 10115 Berlin")},
		{"German, two words", "Augsburger Strasse 36", at("Augsburger Strasse 36")},
		{"German, a way", "wohnt im Birkenweg 7", at("Birkenweg 7")},
		{"French", "12 bis rue de la Paix, 75002 Paris", at("12 bis rue de la Paix, 75002 Paris")},
		{"Spanish", "Calle Mayor 5, 28013 Madrid", at("Calle Mayor 5, 28013 Madrid")},
		{"Spanish, with a door behind it", "Calle Mayor 5 B, en Madrid", at("Calle Mayor 5")},
		{"Italian", "Via Roma 131, 20121 Milano", at("Via Roma 131, 20121 Milano")},
		{"a unit of one letter", "12 Main St, Apt B", at("12 Main St, Apt B")},
		{"a unit with a number sign", "4596 Tylova 285 #5B", at("4596 Tylova 285 #5B")},
		{"a comment on the next line", "# Copyright 2015 The Acme Authors\n# Licensed under x\n# Last Change: 2023 Feb 01\n# A note", nil},
		{"small letters", "5 way, 3 drives, 10 street", nil},
		{"no name", "5 Way 3 Drive 4 Street", nil},
		{"a short form without context", "the 12 Oak Dr", nil},
		{"a sentence", "In 2024 The Company Drove On", nil},
		{"a unit of work", "Unit 5 Test, Unit 12 passed", nil},
		{"Italian for by, without context", "Via Python 3", nil},
		{"a way of doing", "der Weg 5 und Umweg 3", nil},
		{"a decimal", "0.5 Main Street", nil},
	})
	s := NewScanner(Policy{Packs: PackPerson})
	assert.Equal(t, StreetAddress, s.KeyEntity([]byte("billingAddress")))
	assert.Equal(t, None, s.KeyEntity([]byte("server.address")))
}
