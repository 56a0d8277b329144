#!/usr/bin/env bash
# Prints the courtnlp that a benchmark runs: what TOOL names, else the release build, made first.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${TOOL:-}" ]; then
  swift build -c release --product courtnlp > /dev/null
  TOOL=$(swift build -c release --show-bin-path)/courtnlp
fi
echo "$TOOL"
