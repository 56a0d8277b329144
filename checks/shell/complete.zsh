# The words that zsh would offer: complete.zsh SCRIPT LINE. A zsh on a pseudo-terminal gets the line and a tab; its
# compadd prints what it is given before it adds it.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; unsetopt zle_bracketed_paste 2>/dev/null; source $1.setup"
while zpty -r shell line; do [[ $line == *ready* ]] && break; done
zpty -n -w shell "$2"$'\t'
while zpty -r shell line; do
  [[ $line == *'<end>'* ]] && break
  [[ $line == *'<word>'* ]] && print -r -- "${${line##*<word>}%%<*}"
done
zpty -d shell
