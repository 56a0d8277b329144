#!/usr/bin/env bash
# Normalizes every case of a gold folder and prints the score table.
#   Benchmarks/gold.sh [GOLD_DIR] [evaluate options…]      default: ../shared/gold
# ONLY=even|odd takes the cases with even or odd numbers (two-fold discipline); TOOL names another binary.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
gold=${1:-$root/../shared/gold}
shift || true
[ -d "$gold" ] || { echo "跳过：没有 $gold"; exit 0; }
tool=$("$root"/Benchmarks/tool.sh)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/gold" "$work/predicted"
for folder in "$gold"/case-*; do
  name=$(basename "$folder"); number=$((10#${name#case-}))
  case "${ONLY:-all}" in even) [ $((number % 2)) = 0 ] || continue ;; odd) [ $((number % 2)) = 1 ] || continue ;; esac
  cp -r "$folder" "$work/gold/"
  options=()
  grep -q '"provided_to_tool": *true' "$folder/case.json" && options=(--case "$folder/case.json")
  "$tool" normalize "${options[@]}" "$folder"/raw.* > "$work/predicted/$name.txt" 2>> "$work/diagnostics" || true
done
[ -z "${KEEP:-}" ] || { rm -rf "$KEEP"; cp -r "$work/predicted" "$KEEP"; cp "$work/diagnostics" "$KEEP/diagnostics"; }
"$tool" evaluate transcripts "$work/gold" "$work/predicted" "$@"
