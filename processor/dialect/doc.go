// Package dialect knows the vocabularies in which instrumentations describe calls of language models, and reads a span or a log
// record of any of them into one record, the [Call].
//
// A dialect is data: one file holds one [Dialect] literal, and [All] lists them in order. [Compile] turns the list into a
// [Vocabulary], in which every attribute key is looked up once however many dialects there are. The package only reads: it writes
// to no span, knows no prices and no redaction.
package dialect
