#!/usr/bin/env bash
# Learning curve and ablations of the word model: what it restores and spoils against how much text it was trained on.
#   Benchmarks/words-curve.sh [SHARE…]      needs a release build, xz and ../shared/data; a quarter of the hearings is held out
# SHARE trains on one in so many hearings and paragraphs (default 8 4 2 1); with ABLATIONS= (empty) the curve alone.
# The spelling set's own text is not trained on here, except in the row that says so (even lines, so read the odd ones).
set -euo pipefail
cd "$(dirname "$0")/.."
tool=.build/release/courtnlp shared=../shared
[ -d $shared/data/corpus ] && [ -d $shared/corpus-hearings ] || { echo "跳过：没有 $shared/data/corpus"; exit 0; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work"/{hearings,heldout,text,spelling,none}
number=0
mkdir "$work/all"; Training/gather.sh "$work/all"
for file in "$work"/all/*.txt; do
  number=$((number + 1)); [ $((number % 4)) = 0 ] && cp "$file" "$work/heldout/" || cp "$file" "$work/hearings/"
done
for file in $shared/data/corpus/*.txt.xz; do xz -dc "$file" > "$work/text/$(basename "$file" .xz)"; done
sed -n 's/.*"right": "\([^"]*\)".*/\1/p' $shared/data/legal-spelling/ecspell-law-dev.jsonl | awk 'NR % 2' > "$work/spelling/even.txt"

# row NAME SHAPES train-options… : trains, scores the spelling set, counts the changes in held-out clean hearings
row() {
  local name=$1 shapes=$2; shift 2
  mkdir -p "$work/data/models"
  "$tool" train words "$@" --shapes "$shapes" --output "$work/data/models/words.model" --force
  cat "$work"/heldout/*.txt > "$work/clean.txt"
  COURTNLP_DATA=$work/data "$tool" normalize --form typed --only terms "$work/clean.txt" > "$work/after.txt" 2> /dev/null
  echo "== $name：$(wc -c < "$work/data/models/words.model") 字节；留出的 $(ls "$work/heldout" | wc -l) 份正确笔录里改动 $(cmp -l "$work/clean.txt" "$work/after.txt" | awk '{ print int(($1 - 1) / 3) }' | uniq | wc -l) 处"
  COURTNLP_DATA=$work/data python3 Benchmarks/spelling.py 2> /dev/null
}

echo "# 没有用词模型"
COURTNLP_DATA=$work/none python3 Benchmarks/spelling.py 2> /dev/null
for share in ${*:-8 4 2 1}; do
  rm -rf "$work/part"; mkdir -p "$work/part/hearings" "$work/part/text"
  ls "$work/hearings" | awk "NR % $share == 0" | while read -r name; do cp "$work/hearings/$name" "$work/part/hearings/"; done
  for file in "$work"/text/*.txt; do awk "NR % $share == 0" "$file" > "$work/part/text/$(basename "$file")"; done
  row "1/$share 的文本" rulebases/lexicon/shapes.txt --corpus "$work/part/hearings" --background "$work/part/text"
done
[ -n "${ABLATIONS-all}" ] || exit 0
row "只有笔录" rulebases/lexicon/shapes.txt --corpus "$work/hearings"
row "没有笔录" rulebases/lexicon/shapes.txt --background "$work/text"
: > "$work/empty.txt"
row "没有近形字" "$work/empty.txt" --corpus "$work/hearings" --background "$work/text"
row "加拼写集偶数行" rulebases/lexicon/shapes.txt --corpus "$work/hearings" --background "$work/text" --background "$work/spelling"
