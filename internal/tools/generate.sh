#!/usr/bin/env bash
# Generates the component's metadata package, its tests and documentation.md from metadata.yaml.
#   generate.sh          writes them
#   generate.sh --check  fails with a diff if they are not what metadata.yaml says
#
# mdatagen names the package after the folder that holds metadata.yaml, and a checkout may be called anything; so it
# works on a copy in a folder called genaiprocessor.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
copy=$scratch/genaiprocessor
mkdir "$copy"
cp go.mod metadata.yaml doc.go "$copy"
go -C "$copy" tool -modfile="$root/internal/tools/go.mod" mdatagen metadata.yaml
rm "$copy"/go.mod "$copy"/metadata.yaml "$copy"/doc.go

if [[ ${1:-} != --check ]]; then
	cp -R "$copy"/. .
	exit
fi

stale=0
for made in "$copy"/* "$copy"/internal/*; do
	name=${made#"$copy"/}
	[[ $name == internal ]] || diff -ru "$name" "$made" || stale=1
done
if ((stale)); then
	echo "generated files differ from metadata.yaml: run make generate and commit what it writes" >&2
	exit 1
fi
