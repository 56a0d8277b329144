#!/usr/bin/env bash
# Compares the figures of `courtnlp evaluate` with the tools people trust; prints the differences.
# Installs them from PyPI into .build/crosscheck; needs python3 and a built courtnlp (COURTNLP names another binary).
set -euo pipefail
cd "$(dirname "$0")/../.."
place=.build/crosscheck
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/pip" install --quiet jiwer scikit-learn scipy statsmodels lifelines
exec "$place/bin/python" Benchmarks/crosscheck/crosscheck.py "${COURTNLP:-.build/debug/courtnlp}"
