#!/usr/bin/env bash
# What the punctuation model owes to the number of hearings, and to each family of features: F1 on the hearings held out.
#   Benchmarks/punctuation-curve.sh [fast|accurate]      default: fast, some three minutes; accurate an hour and more
# What a family is worth is seen with 164 hearings, since each line is a whole training. COUNTS="82 328" takes other numbers of
# hearings, FAMILIES= leaves the families out: one line of the accurate model is some minutes on two free cores.
# Needs a release build, or TOOL names one; ../shared adds hearings and background text where it is there.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${TOOL:-$root/.build/release/courtnlp}
kind=${1:-fast}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/hearings" "$work/background"
"$root"/Training/gather.sh "$work/hearings"
for name in meetings-vcsum judgments-simucourt; do
  xz -dc "$root/../shared/data/corpus/$name.txt.xz" > "$work/background/$name.txt" 2>/dev/null || echo "跳过：没有 $name"
done
line() {
  local title=$1; shift
  "$tool" train punctuation --kind "$kind" --corpus "$work/hearings" --background "$work/background" --output "$work/model" --force "$@" 2>/dev/null \
    | awk -v title="$title" 'NR == 2 { print title "  " $0 }'
}
echo "学习曲线（$kind）：份数、总 F1 和 95% 区间、句内、位置、， 。 ？ 、 ； ："
for count in ${COUNTS-41 82 164 328}; do line "$count 份" --limit $count; done
[ -z "${FAMILIES-all}" ] || echo "去掉一类依据（164 份）"
for family in ${FAMILIES-background clauses setting}; do line "无 $family" --limit 164 --without $family; done
