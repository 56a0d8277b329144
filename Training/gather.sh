#!/usr/bin/env bash
# Copies into a folder the hearings that models learn from: our own, and those of ../shared where they are there.
#   Training/gather.sh DIR
# A name that both use is that of ../shared; ours is then own-NAME, here and in the signatures of the models.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
shared=$root/../shared/corpus-hearings
[ -d "$shared" ] && cp "$shared"/*-*.txt "$1/" || echo "跳过：没有 ../shared/corpus-hearings" >&2
for file in "$root"/Training/hearings/*.txt; do
  name=$(basename "$file")
  [ -e "$shared/$name" ] && cp "$file" "$1/own-$name" || cp "$file" "$1/$name"
done
