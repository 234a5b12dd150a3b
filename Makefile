# The two that a newcomer needs: `make run` and `make test`. `make help` lists the rest.

GO ?= go
COLLECTOR := _build/otelcol-genai
# The collector that genai is measured beside from end to end.
PEERS := _build/bench/otelcol-bench
# What the collector is compiled from: our sources and the data embedded in them, not the tests.
SOURCES := $(shell find *.go internal/metadata processor redaction costcalc -type f \
	-not -name '*_test.go' -not -path '*/testdata/*' -not -path '*/node_modules/*' 2>/dev/null)

# A go.work or version-control settings around the checkout must not change what is built.
export GOWORK := off
export GOFLAGS := $(shell $(GO) env GOFLAGS) -buildvcs=false

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build run test lint generate prices cost-grid bench bench-quick bench-curves bench-e2e soak scale-test scale-measure corpus fuzz clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(COLLECTOR) ## build the collector otelcol-genai into _build/

$(COLLECTOR): builder-config.yaml go.mod go.sum $(SOURCES)
	@echo "Building $(COLLECTOR) with the OpenTelemetry Collector Builder (pinned in internal/tools)."
	@echo "The first build downloads and compiles the collector: 3 to 8 minutes on two cores. Later builds take seconds."
	@$(GO) tool -modfile=internal/tools/go.mod builder --config builder-config.yaml
	@touch $@

run: build ## build, play a sample through it, show the result, listen for your spans (ONCE=1: end after the sample)
	@testdata/quickstart/run.sh

test: ## everything that CI runs, with the seconds of each step; one step: internal/tools/test.sh <step>
	@internal/tools/test.sh

lint: ## formatting, go vet and staticcheck over all modules
	@internal/tools/test.sh format lint

generate: ## metadata package, component tests and documentation.md from metadata.yaml
	@internal/tools/generate.sh

prices: ## regenerate the embedded price table from npm's @pydantic/genai-prices (needs node), check it, show what changed
	node --test --test-reporter=dot costcalc/prices/*.test.mjs
	GO="$(GO)" node costcalc/prices/generate.mjs
	node costcalc/prices/vectors.mjs
	$(GO) test ./costcalc

cost-grid: ## compare every model, usage shape and price change with the reference engine (needs node; minutes)
	@mkdir -p _build
	node costcalc/prices/vectors.mjs --full _build/cost-grid.jsonl
	GENAI_COST_GRID=$(CURDIR)/_build/cost-grid.jsonl $(GO) test ./costcalc -count=1 -run TestGrid -v

bench: ## what the processor costs beside what users have today: one table, some minutes (needs Go 1.26; ROUNDS=40 SLOW_ROUNDS=5 FLAGS=-markdown)
	@$(GO) run -C bench -modfile=newest.mod . -rounds $${ROUNDS:-40} -slow-rounds $${SLOW_ROUNDS:-5} $(FLAGS)

bench-quick: ## the same with smaller batches and few rounds, under a minute; fails where an output is not redacted or priced
	@$(GO) run -C bench . -quick -spans $${SPANS:-128} -rounds $${ROUNDS:-12} -slow-rounds $${SLOW_ROUNDS:-2} $(FLAGS)

bench-curves: ## how cost grows with size, findings, attributes, prices, rules …: pictures and tables in docs/, some minutes (needs Go 1.26; ROUNDS=15)
	@$(GO) run -C bench -modfile=newest.mod . -curves ../docs/images -into ../docs/performance.md -rounds $${ROUNDS:-15} -slow-rounds 1 $(FLAGS)

$(PEERS): bench/collector/builder-config.yaml bench/go.mod $(wildcard bench/profiles/*.go) go.mod go.sum $(SOURCES)
	@echo "Building $(PEERS): 3 minutes at first on two cores, then seconds."
	@mkdir -p _build
	@$(GO) tool -modfile=internal/tools/go.mod builder --config bench/collector/builder-config.yaml
	@touch $@

bench-e2e: build $(PEERS) ## CPU, memory, latency of a running collector: no processor, genai, what users chain (minutes; Linux; ROUNDS=5 FLAGS=-markdown)
	@$(GO) build -C bench -o ../_build/ ./load
	@$(GO) run -C bench ./endtoend -rounds $${ROUNDS:-5} $(FLAGS)

soak: $(PEERS) ## many spans through a running collector with genai: fails where heap or goroutines grow (20 minutes; Linux; SPANS=10000000)
	@$(GO) build -C bench -o ../_build/ ./load
	@$(GO) run -C bench ./soak -spans $${SPANS:-10000000} $(FLAGS)

scale-test: build ## several collectors on this machine, by the example configurations: what is lost when one leaves or dies (a minute)
	@$(GO) test -C e2e -count=1 -v -run '^TestScaleOut' .

scale-measure: build ## processor seconds and memory of the two tiers (minutes; leave the machine alone meanwhile)
	@$(GO) test -C e2e -run '^$$' -bench '^BenchmarkTiers' -benchtime 1x -v .

corpus: ## score processor and redaction on labelled corpora that are not in the repository: GENAI_CORPUS=folder (needs python3)
	@$(GO) test . ./redaction -count=1 -run 'TestSpanCorpus|TestRedactionCorpus' -v

fuzz: ## the long form of fuzzing: FUZZ_SECONDS (default 1800) shared by all targets
	@internal/tools/fuzz.sh $${FUZZ_SECONDS:-1800}

clean: ## remove what was built
	rm -rf _build
