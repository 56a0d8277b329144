zmodload zsh/zutil
autoload -Uz compinit
compinit -u -D
bindkey '^I' complete-word
compadd() {
  # calls that only ask, for -O, -A or -D, add nothing
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a found folder
  zparseopts -E p:=folder
  builtin compadd -O found "$@"
  local word
  for word in $found; do print -r -- "<word>$IPREFIX$folder[2]$word<"; done
  builtin compadd "$@"
}
comppostfuncs=(finish)
finish() { print '<end>'; comppostfuncs=(finish) }
