#!/usr/bin/env bash
# Fuzzes every target of every module in turn: fuzz.sh SECONDS, shared by all of them, at least one second each.
# The committed corpora need no fuzzing: go test replays them always.
set -euo pipefail
cd "$(dirname "$0")/../.."
total_seconds=${1:?usage: fuzz.sh SECONDS}

# "folder target" for each, from the sources: `go test -list` would compile every test first.
targets=$(find . -name '*_test.go' -not -path './_build/*' -not -path '*/node_modules/*' \
	-exec grep -HoE '^func Fuzz[A-Za-z0-9_]*' {} + | sed -E 's|/[^/]*:func | |' | LC_ALL=C sort)
[[ -n $targets ]] || { echo "no fuzz targets found"; exit 1; }
count=$(($(wc -l <<<"$targets")))
seconds=$((total_seconds / count > 0 ? total_seconds / count : 1))
echo "$count targets, $seconds s each"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
while read -r folder target; do
	if go test -C "$folder" -run '^$' -fuzz "^$target\$" -fuzztime "${seconds}s" -fuzzminimizetime 10x . >"$log" 2>&1; then
		echo "$target $(tail -n 1 "$log")"
	elif grep -q 'context deadline exceeded' "$log" && ! grep -q 'Failing input written' "$log"; then
		# The fuzzing engine may report its own time limit as a failure; no input failed.
		echo "$target ok, stopped by its time limit"
	else
		cat "$log"
		failed=1
	fi
done <<<"$targets"
exit "$failed"
