#!/usr/bin/env bash
# The example program of docs/service.md compiles and runs.
set -euo pipefail
swift build --package-path Benchmarks --product service-example
"$(swift build --package-path Benchmarks --show-bin-path)/service-example" > /dev/null
