package genaiprocessor

// badContent are the errors of the files bad-*.yaml that are about policies for content.
var badContent = map[string]string{
	"bad-content-kind.yaml": "redaction::content: kind: one of input, output, system, tools, documents, media is expected, found \"prompts\"",
	"bad-content-shape.yaml": "redaction::content: input: one of keep, drop, hash, {truncate: N} and {reference: \"s3://…\"} is expected, found \"mask\"; output: one of keep, drop, hash, {truncate: N} and {reference: \"s3://…\"} is expected, found the key \"cut\"; " +
		"system: truncate: a number of bytes is expected, found a value of another type; tools: reference: a text is expected, found a value of another type; " +
		"documents: one of keep, drop, hash, {truncate: N} and {reference: \"s3://…\"} is expected, found 2 keys; media: one of keep, drop, hash, {truncate: N} and {reference: \"s3://…\"} is expected, found a value of another type",
	"bad-content-truncate.yaml":          "redaction: content::output: truncate: expected a number of bytes from 1, found 0",
	"bad-content-negative.yaml":          "redaction: content::output: truncate: expected a number of bytes from 1, found -5",
	"bad-content-media.yaml":             "redaction: content::media: truncate: expected keep, drop, hash or reference, since a part of a picture is none",
	"bad-content-hash.yaml":              "redaction: content::input: hash: expected a key in pseudonym::key or pseudonym::key_file, found none",
	"bad-content-reference.yaml":         "redaction: content::input: reference: expected {trace_id} and {span_id} in it, so that each span has an address of its own",
	"bad-content-reference-field.yaml":   "redaction: content::input: reference: expected {trace_id}, {span_id}, {kind} or {attribute}, found {user}",
	"bad-content-without-redaction.yaml": "redaction: content: policies are applied by redaction, so enabled: true is expected, found false",
}
