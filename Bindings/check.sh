#!/usr/bin/env bash
# The C interface from C, Python and Java: the same answers as the program, on any thread, without leaks.
#   Bindings/check.sh [PACKAGE]       default: the folder that Tools/release.sh left in .build/release-package
# CALLS sets the number of calls (10,000). Says what it skips because it is not installed.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(realpath "${1:-$(ls -d .build/release-package/courtnlp-*/ | tail -1)}")
bindings=$PWD/Bindings library=$package/lib/libcourtnlp.so program=$package/bin/courtnlp
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT

# The same hearing as a file, as a request, and as the program answers both.
python3 - > "$work/request.json" <<'PYTHON'
import json
case, text = open("Samples/lending.case.json").read(), open("Samples/lending.txt").read()
print(json.dumps({"id": "1", "text": text, "case": json.loads(case)}, ensure_ascii=False))
PYTHON
"$program" normalize Samples/lending.txt --case Samples/lending.case.json > "$work/text"
"$program" normalize --jsonl "$work/request.json" > "$work/answer.json"

echo "== C"
cc -Wall -Wextra -Werror -pedantic -std=c99 "$bindings/c/example.c" -I"$package/include" -L"$package/lib" -lcourtnlp -o "$work/example"
LD_LIBRARY_PATH=$package/lib "$work/example" < "$work/request.json" 2>/dev/null | cmp - "$work/answer.json"
if command -v valgrind >/dev/null; then
  # Bad reads and writes, and memory lost for certain; what the Swift runtime keeps for its types is not lost.
  LD_LIBRARY_PATH=$package/lib valgrind -q --error-exitcode=9 --undef-value-errors=no --leak-check=full \
    --show-leak-kinds=definite --errors-for-leak-kinds=definite --log-file="$work/valgrind" \
    "$work/example" < "$work/request.json" 2>/dev/null | cmp - "$work/answer.json" \
    || { head -50 "$work/valgrind"; exit 1; }
else
  echo "跳过 valgrind：没有安装"
fi

echo "== Python"
PYTHONPATH=$bindings/python python3 "$bindings/python/example.py" "$library" \
  Samples/lending.txt Samples/lending.case.json | cmp - "$work/text"
"$program" extract --rules "$package/share/courtnlp/private-lending.json" "$work/text" > "$work/facts"
PYTHONPATH=$bindings/python python3 - "$library" "$work/text" <<'PYTHON' | cmp - "$work/facts"
import sys, courtnlp
with courtnlp.Toolkit(sys.argv[1]) as toolkit:
    print(toolkit.run("extract", {"text": open(sys.argv[2]).read(), "rules": "private-lending"})["text"], end="")
PYTHON
PYTHONPATH=$bindings/python python3 "$bindings/python/check.py" "$library" \
  "$work/request.json" "$work/answer.json" "${CALLS:-10000}"

echo "== Java"
if java --list-modules 2>/dev/null | grep -q jdk.incubator.foreign && command -v javac >/dev/null; then
  javac --add-modules jdk.incubator.foreign -d "$work" "$bindings"/java/*.java \
    2> "$work/javac" || { cat "$work/javac"; exit 1; }
  run() {
    java --add-modules jdk.incubator.foreign --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 \
      -Xint -Xms64m -Xmx64m -XX:+AlwaysPreTouch -cp "$work" "$@" 2> >(grep -v 'incubator module' >&2)
  }
  run Example "$library" "$work/request.json" | cmp - <(tr -d '\n' < "$work/answer.json")
  run Check "$library" "$work/request.json" "$work/answer.json" "${CALLS:-10000}"
else
  echo "跳过 Java：需要 JDK 17（jdk.incubator.foreign）"
fi
echo "C、Python、Java 的结果与 courtnlp normalize 逐字节相同"
