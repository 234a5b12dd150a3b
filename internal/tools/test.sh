#!/usr/bin/env bash
# Runs the project's checks and prints the seconds of each.
#   test.sh            all steps, cheap ones first; goes on after a failure and ends with a summary
#   test.sh STEP...    only these
# A step that can't run on this machine says so in one line and is left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
export GOWORK=off
GOFLAGS="$(go env GOFLAGS) -buildvcs=false"
export GOFLAGS

steps=(format generated modules lint platforms unit bench race fuzz vulnerabilities build sample e2e)
fuzz_seconds=60     # shared by all fuzz targets; what their start costs comes on top
left_out_status=77  # exit status of a step that can't run here

left_out() {
	echo "left out: $1"
	exit "$left_out_status"
}

# The folders of all modules, the root first.
module_folders() {
	find . -name go.mod -not -path './_build/*' -not -path '*/node_modules/*' -not -path '*/testdata/*' |
		sed 's|/go.mod$||' | LC_ALL=C sort
}

# The folders of the modules that hold packages; those of the tools hold none.
package_folders() {
	module_folders | grep -v '^\./internal/tools'
}

tool() {
	go tool -modfile="$root/internal/tools/go.mod" "$@"
}

step_format() {
	local unformatted
	unformatted=$(find . -name '*.go' -not -path './_build/*' -not -path '*/node_modules/*' -print0 | xargs -0 gofmt -l)
	[[ -z $unformatted ]] || { echo "not formatted by gofmt:"; echo "$unformatted"; return 1; }
}

step_generated() {
	internal/tools/generate.sh --check
}

# A higher go line would lock out users of the collector's own Go version.
step_modules() {
	local folder version failed=0
	for folder in $(module_folders); do
		version=$(go list -C "$folder" -m -f '{{.GoVersion}}')
		[[ $version == 1.25.* ]] || { echo "$folder/go.mod: go $version, expected 1.25"; failed=1; }
		go mod -C "$folder" tidy -diff || { echo "$folder/go.mod: not tidy"; failed=1; }
	done
	return "$failed"
}

step_lint() {
	local folder failed=0
	for folder in $(package_folders); do
		(cd "$folder" && go vet ./... && tool staticcheck ./...) || failed=1
	done
	return "$failed"
}

# What no step runs here still compiles for the other platforms that collectors run on.
step_platforms() {
	local platform failed=0
	for platform in linux/arm64 windows/amd64; do
		GOOS=${platform%/*} GOARCH=${platform#*/} go build ./... || failed=1
	done
	return "$failed"
}

step_unit() {
	local folder failed=0
	for folder in $(package_folders); do
		[[ $folder == ./e2e ]] || go test -C "$folder" ./... || failed=1
	done
	return "$failed"
}

# Whether what is measured is redacted and priced, by genai and by those that it is compared with: two rounds of small batches. Their times are
# never a reason to fail.
step_bench() {
	SPANS=64 ROUNDS=2 SLOW_ROUNDS=1 make --no-print-directory bench-quick
}

step_race() {
	[[ $(go env CGO_ENABLED) == 1 ]] && command -v "$(go env CC)" >/dev/null ||
		left_out "the race detector needs a C compiler"
	go test -race ./...
}

step_fuzz() {
	internal/tools/fuzz.sh "$fuzz_seconds"
}

# Fails for a known vulnerability in a module we use. One in the standard library is shown only: a newer Go cures it.
step_vulnerabilities() {
	local status=0 report
	report=$(mktemp)
	timeout 180 go tool -modfile=internal/tools/go.mod govulncheck ./... >"$report" 2>&1 || status=$?
	if ((status == 124)) || grep -q 'fetching vulnerabilities' "$report"; then
		left_out "the vulnerability database can't be reached"
	fi
	cat "$report"
	((status == 0 || status == 3)) && ! grep -q '^ *Module: ' "$report"
}

step_build() {
	make --no-print-directory build
}

# What a newcomer runs first.
step_sample() {
	ONCE=1 testdata/quickstart/run.sh
}

# Needs the collector of the step build, and a metrics server and its rule engine, which are built here.
step_e2e() {
	CGO_ENABLED=0 go build -C internal/tools/victoriametrics -o "$root/_build/" tool
	go test -C e2e -count=1 ./...
}

run_all() {
	local step status started summary=() failed=0
	for step in "$@"; do
		echo "== $step"
		started=$SECONDS status=0
		# A process of its own: errexit has no effect in a function whose status is looked at.
		"$0" --step "$step" || status=$?
		case $status in
		0) status=ok ;;
		"$left_out_status") status="left out" ;;
		*) status=FAILED failed=1 ;;
		esac
		echo "== $step: $status, $((SECONDS - started)) s"
		summary+=("$(printf '%-16s %-9s %5d s' "$step" "$status" $((SECONDS - started)))")
	done
	printf '%s\n' "== summary" "${summary[@]}" "$(printf '%-26s %5d s' total "$SECONDS")"
	return "$failed"
}

case ${1:-} in
--step) "step_$2" ;;
"") run_all "${steps[@]}" ;;
*) run_all "$@" ;;
esac
