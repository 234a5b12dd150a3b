// The redaction engine against an independent JSON parser. A module of its own, so that the
// parser reaches no user of the processor.
module github.com/otel-genai/genaiprocessor/internal/oracle

go 1.25.0

require (
	github.com/go-json-experiment/json v0.0.0-20251027170946-4849db3c2f7e
	github.com/otel-genai/genaiprocessor v0.0.0
	github.com/stretchr/testify v1.11.1
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/otel-genai/genaiprocessor => ../../
