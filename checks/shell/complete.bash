# The words that bash would offer: complete.bash SCRIPT WORD… (the last is being typed; split at = as readline does).
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_courtnlp
printf '%s\n' "${COMPREPLY[@]}"
