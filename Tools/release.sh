#!/usr/bin/env bash
# Builds the release of a commit, from the commit alone: one stripped binary that needs no Swift, and the same as a
# library with a C interface; models, rule bases, completions and manual page; as a tar file and its SHA-256.
#   Tools/release.sh [COMMIT] [FOLDER]       default: HEAD, .build/release-package
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse --short "${1:-HEAD}")
out=$(mkdir -p "${2:-.build/release-package}" && cd "${2:-.build/release-package}" && pwd)
limit=$((90 * 1000 * 1000))
source=$PWD/.build/release-source scratch=$PWD/.build/release-build

# git archive fills in the commit that --version names.
rm -rf "$source" && mkdir -p "$source"
git archive "$commit" | tar -x -C "$source"
build() { swift build --package-path "$source" --scratch-path "$scratch" -c release --static-swift-stdlib "$@"; }
build --product courtnlp
build --product CourtNLP
built=$(build --show-bin-path)

# SwiftPM links shared libraries to the shared Swift runtime; linked here, it is inside, and only the interface shows.
swiftc -emit-library -static-stdlib -o "$built/libcourtnlp.so" "$built"/CInterface.build/*.o "$built/libCourtNLP.a" \
  -Xlinker -soname=libcourtnlp.so -Xlinker --version-script="$source/Bindings/c/courtnlp.map" -Xlinker --gc-sections

version=$("$built/courtnlp" --version | sed 's/^courtnlp \([^（]*\).*/\1/')
name=courtnlp-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
root=$out/$name
rm -rf "$root"
mkdir -p "$root/bin" "$root/lib" "$root/include" "$root/share"/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
strip -o "$root/bin/courtnlp" "$built/courtnlp"
strip -o "$root/lib/libcourtnlp.so" "$built/libcourtnlp.so"
cp "$source/Bindings/c/courtnlp.h" "$root/include/"
cp -r "$source/rulebases" "$root/share/courtnlp"
cp "$source"/{LICENSE,README.md,README.en.md} "$root/"
"$root/bin/courtnlp" man > "$root/share/man/man1/courtnlp.1"
"$root/bin/courtnlp" completions bash > "$root/share/bash-completion/completions/courtnlp"
"$root/bin/courtnlp" completions zsh > "$root/share/zsh/site-functions/_courtnlp"
"$root/bin/courtnlp" completions fish > "$root/share/fish/vendor_completions.d/courtnlp.fish"

for file in "$root/bin/courtnlp" "$root/lib/libcourtnlp.so"; do
  size=$(stat -c %s "$file")
  [ "$size" -le $limit ] || { echo "$file 有 $size 字节，超过 $limit" >&2; exit 1; }
  ! ldd "$file" | grep -iE 'swift|foundation|dispatch|not found' || { echo "$file 还依赖上面的库" >&2; exit 1; }
done
"$root/bin/courtnlp" --version | grep -q "（$commit " || { echo "--version 没有写明提交 $commit" >&2; exit 1; }

# The same commit gives the same tar file of the same programs.
tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$(git log -1 --format=%cI "$commit")" \
  -cf - "$name" | gzip -9n > "$root.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" | tee "$name.tar.gz.sha256")
stat -c '%s 字节  %n' "$root/bin/courtnlp" "$root/lib/libcourtnlp.so" "$root.tar.gz"
