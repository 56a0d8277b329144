#!/usr/bin/env bash
# Normalizes the gold hearings, prints their scores and refuses a drop below Tests/Gold/recorded-scores.txt.
# UPDATE_GOLDEN=1 records the scores of this run. COURTNLP names another binary than the debug build.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=${COURTNLP:-.build/debug/courtnlp}
record=Tests/Gold/recorded-scores.txt
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

for folder in Tests/Gold/case-*/; do
  id=$(basename "$folder")
  raw=$folder/raw.txt
  [ -e "$raw" ] || raw=$folder/raw.json
  known=()
  grep -q '"provided_to_tool": *true' "$folder/case.json" && known=(--case "$folder/case.json")
  "$tool" normalize "$raw" "${known[@]}" -o "$out/$id.txt" 2>>"$out/log" || { [ $? -eq 1 ] || { cat "$out/log" >&2; exit 2; }; }
done

# one figure of the pooled scores, cut (not rounded) to four decimals
figure() { grep -o "\"$1\":[0-9.]*" "$out/report" | head -1 | cut -d: -f2 | awk '{ printf "%.4f", int($1 * 10000) / 10000 }'; }

if [ "${UPDATE_GOLDEN:-}" = 1 ]; then
  "$tool" evaluate transcripts Tests/Gold "$out" --format json >"$out/report"
  {
    echo "# 由 UPDATE_GOLDEN=1 Tests/Gold/score.sh 记录；得分不得低于此，安全错误不得多于此"
    for metric in character_accuracy punctuation_f1 speaker_accuracy overall_accuracy; do echo "$metric>=$(figure $metric)"; done
    echo "safety_errors<=$(figure safety_errors)"
  } >"$record"
fi

claims=()
while read -r claim; do
  case $claim in '' | '#'*) ;; *) claims+=(--require "$claim") ;; esac
done <"$record"
"$tool" evaluate transcripts Tests/Gold "$out" "${claims[@]}"
