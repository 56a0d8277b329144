#!/usr/bin/env bash
# Every rule base passes its own examples and is in canonical form.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --product courtnlp >/dev/null
tool=$(swift build --show-bin-path)/courtnlp
"$tool" rules check rulebases/*.json
"$tool" rules format --check rulebases/*.json
