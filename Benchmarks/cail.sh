#!/usr/bin/env bash
# Sentence labels of CAIL2019 by the rule bases (skips when the data are not beside the project).
#   Benchmarks/cail.sh      the documents with odd numbers, which rules are not tuned on; ONLY=even the others
# TOOL= another binary.
set -euo pipefail
cd "$(dirname "$0")/.."
data=../shared/data/cail2019-elements
[ -d "$data" ] || { echo "跳过：没有 $data"; exit 0; }
tool=$(Benchmarks/tool.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for domain in divorce labor loan; do
  python3 - "$data/$domain-dev.jsonl" "$work/gold.jsonl" "$work/lines.txt" "${ONLY:-odd}" << 'PYTHON'
import json, sys
source, gold, lines, half = sys.argv[1:]
with open(source, encoding="utf-8") as rows, open(gold, "w", encoding="utf-8") as kept, \
     open(lines, "w", encoding="utf-8") as text:
    for row in rows:
        sentence = json.loads(row)
        if int(sentence["doc"].split("-")[1]) % 2 == (half == "odd"):
            kept.write(row)
            text.write(sentence["text"].replace("\n", " ") + "\n")
PYTHON
  base=$domain
  [ "$domain" != loan ] || base=cail-loan
  "$tool" extract --lines --rules "rulebases/$base.json" "$work/lines.txt" > "$work/predicted.jsonl"
  echo "== $domain"
  "$tool" evaluate tags "$work/gold.jsonl" "$work/predicted.jsonl"
done
