#!/usr/bin/env bash
# Completions and the manual page: well formed for every shell that is here, and offering the right words.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --product courtnlp >/dev/null
tool=$(swift build --show-bin-path)/courtnlp
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for shell in bash zsh fish; do "$tool" completions $shell > "$work/$shell"; done
"$tool" man > "$work/courtnlp.1"

# What is typed => what is offered, without descriptions, in order.
cases='
courtnlp norm => normalize
courtnlp ev => evaluate
courtnlp rules for => format
courtnlp service dea => deadline
courtnlp normalize --lev => --level
courtnlp normalize --form d => diarized
courtnlp normalize -o out --level 规 => 规整
courtnlp service deadline --ru => --rules
courtnlp service deadline --rules cu => custody
courtnlp service deadline Sam =>
courtnlp completions f => fish
courtnlp normalize --only nu => numbers
courtnlp mask --without phones,pl => phones,plates
courtnlp mask Samples/lending.t => Samples/lending.txt
courtnlp normalize --output-dir Sour => Sources
courtnlp train speakers --color al => always
courtnlp nonsense --fo =>
'

failed=0
expect() { # SHELL TYPED WANTED FOUND
  found=$(tr -s ' \n' ' ' <<< "$4" | sed 's/^ //; s/ $//')
  [ "$found" = "$3" ] || { echo "$1：$2 给出“$found”，应为“$3”"; failed=1; }
}
check() { # SHELL COMMAND…
  local shell=$1 typed wanted
  shift
  while IFS= read -r line; do
    [ -n "$line" ] || continue
    typed=${line%% =>*} wanted=${line#*=>}
    expect "$shell" "$typed" "${wanted# }" "$("$@" "$work/$shell" "$typed" | sort -u)"
  done <<< "$cases"
}

bash_words() { read -ra words <<< "$2"; bash checks/shell/complete.bash "$1" "${words[@]}"; }
bash -n "$work/bash"
check bash bash_words
expect bash 'courtnlp normalize --form=d' diarized \
  "$(bash checks/shell/complete.bash "$work/bash" courtnlp normalize --form = d)"

if command -v zsh >/dev/null; then
  zsh -n "$work/zsh"
  { cat checks/shell/setup.zsh; echo "source $work/zsh; print ready"; } > "$work/zsh.setup"
  check zsh zsh -f checks/shell/complete.zsh
else
  echo "跳过 zsh：没有安装"
fi

fish_words() { fish --no-config -c 'source $argv[1]; complete -C "$argv[2]"' "$1" "$2" | cut -f1 | sed 's,/$,,'; }
if command -v fish >/dev/null; then
  fish --no-execute "$work/fish"
  check fish fish_words
else
  echo "跳过 fish：没有安装"
fi

if command -v man >/dev/null && command -v groff >/dev/null; then
  warnings=$(MANWIDTH=80 man --warnings -l "$work/courtnlp.1" 2>&1 >/dev/null)
  [ -z "$warnings" ] || { echo "man：$warnings"; failed=1; }
else
  echo "跳过 man：没有安装"
fi
if command -v mandoc >/dev/null; then
  mandoc -Tlint -W warning "$work/courtnlp.1" || failed=1
else
  echo "跳过 mandoc：没有安装"
fi
exit $failed
