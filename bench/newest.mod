// The module with the newest go-re2, which asks for Go 1.26 and is faster than the one in go.mod. `make bench` measures with this file.
// After a change of go.mod: go mod tidy -modfile=newest.mod
module github.com/otel-genai/genaiprocessor/bench

go 1.26.0

require (
	github.com/otel-genai/genaiprocessor v0.0.0
	github.com/stretchr/testify v1.11.1
	github.com/wasilibs/go-re2 v1.13.0
)

require (
	github.com/davecgh/go-spew v1.1.2-0.20180830191138-d8f796af33cc // indirect
	github.com/pmezard/go-difflib v1.0.1-0.20181226105442-5d4384ee4fb2 // indirect
	golang.org/x/sys v0.48.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/otel-genai/genaiprocessor => ../
