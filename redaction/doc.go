// Package redaction replaces personal data and secrets in text by typed placeholders such as <EMAIL>.
//
// It is a pure engine: text in, text out, standard library only. It knows nothing of spans; whoever walks them calls it once a
// leaf, as described at [Engine.Text].
//
// What holds, for every input:
//
//   - A clean text comes back as it is, without an allocation.
//   - Bytes outside the findings do not change, invalid UTF-8 included.
//   - Valid JSON stays valid JSON, with its key order, white space and number text. A finding inside of a string is replaced
//     inside of the string, a number that is a finding by a string. JSON inside of JSON strings is walked.
//   - Text that is no valid JSON, prose or JSON cut short, is scanned as text; escapes in it hide nothing and that is no failure.
//   - Texts that go on in each other, such as the parts of one message, are looked at joined, too.
//   - These encodings hide nothing: escapes of JSON and of other languages (\u0040, \/, \x40, \u{40}), however often doubled;
//     percent-encoding, also of percent signs; character references of HTML; quoted-printable; up to three of these inside of each
//     other; full-width and mathematical characters, other decimal digits, unusual spaces, dashes and full stops; zero-width characters,
//     accents and frames on ASCII; colours of terminals, with and without their escape character; UTF-16 read bytewise. The list is
//     closed: base64 and hexadecimal text, ROT13, look-alike letters outside of domains, and ciphers are not seen through.
//   - The findings are the same in a structured value and in the JSON text of it.
//   - Redacting a redacted text changes nothing.
//   - What cannot be processed (too long, too deep, too much work, a panic) is replaced whole and counted: it fails closed.
//   - Work is linear in the length of the text.
//
// The detectors live in package detect, one file a family.
package redaction
