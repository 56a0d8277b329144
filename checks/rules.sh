#!/usr/bin/env bash
# Every rule base passes its own examples and is in canonical form.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --product courtnlp >/dev/null
tool=$(swift build --show-bin-path)/courtnlp
"$tool" rules check rulebases/*.json
"$tool" rules format --check rulebases/*.json

# docs/rules is what `rules doc` makes of the rule bases.
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$tool" rules doc rulebases/*.json --output-dir "$made"
diff -rq "$made" docs/rules || { echo 'docs/rules 已过期：courtnlp rules doc rulebases/*.json --output-dir docs/rules --force'; exit 1; }
