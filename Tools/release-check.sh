#!/usr/bin/env bash
# Runs a release package on a clean Debian without Swift (debootstrap, as root) and compares with this machine's build.
#   Tools/release-check.sh PACKAGE.tar.gz [MIRROR]
set -euo pipefail
package=$(realpath "$1") mirror=${2:-http://deb.debian.org/debian}
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || { echo "跳过：需要 root 和 debootstrap"; exit 0; }
clean=$(mktemp -d); trap 'umount -q "$clean/proc" || true; rm -rf --one-file-system "$clean"*' EXIT
debootstrap --variant=minbase bookworm "$clean" "$mirror" > "$clean.log" 2>&1 || { tail -5 "$clean.log"; exit 1; }
mount -t proc proc "$clean/proc"  # the Swift runtime reads its arguments there
mkdir "$clean/opt/package" "$clean/samples"
tar -xzf "$package" -C "$clean/opt/package" --strip-components=1
cp Samples/* "$clean/samples/"
inside() { chroot "$clean" env -i PATH=/usr/bin:/bin "$@"; }

! inside sh -c 'command -v swift || ls /usr/lib/*/libswift* /opt/swift 2>/dev/null' || { echo "这里有 Swift"; exit 1; }
inside /opt/package/bin/courtnlp --version
inside ldd /opt/package/bin/courtnlp
inside /opt/package/bin/courtnlp normalize /samples/lending.txt --case /samples/lending.case.json > "$clean.out"
swift build --product courtnlp >/dev/null
"$(swift build --show-bin-path)/courtnlp" normalize Samples/lending.txt --case Samples/lending.case.json > "$clean.here"
cmp "$clean.out" "$clean.here"
inside /opt/package/bin/courtnlp rules check /opt/package/share/courtnlp/private-lending.json
inside /opt/package/bin/courtnlp service deadline --period 15日 --from 2024-09-20
echo "在没有 Swift 的 $(inside sed -n 's/^PRETTY_NAME=//p' /etc/os-release) 上运行，结果与本机逐字节相同"
