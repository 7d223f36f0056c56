#!/bin/bash
# Breaks `gazette publish` on a register of one tool, at a first edition and at a second: publish.sh [GAZETTE]
# AT_MOST=N breaks at most N of one call; without it every one (an hour). Needs strace.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
gazette=$(readlink -f "${1:-$root/.build/debug/gazette}")
[ -x "$gazette" ] || { echo "publish.sh: no program at $gazette: swift build --product gazette"; exit 2; }
tool=school-safeguarding-view
record=Content/tools/$tool/record.md
failed=0

registers=$(mktemp -d)
trap 'rm -rf "$registers"' EXIT

approve() { # approve REGISTER DATE
  local role
  for role in corporate-communications senior-responsible-owner data-protection-officer; do
    "$gazette" approve $tool --root "$1" --role $role --by "Head of $role" --on "$2" --quiet >/dev/null || exit 2
  done
}

# A register that is ready for its first edition, and one that is ready for its second.
mkdir -p "$registers/first/Content/tools"
cd "$registers/first" || exit 2
for part in audiences kinds pages metrics.yaml register.yaml "tools/$tool"; do
  mkdir -p "Content/$(dirname "$part")"
  cp -R "$root/Content/$part" "Content/$part"
done
cp -R "$root/Themes" .
rm -f "Content/tools/$tool/sign-offs.yaml"
approve . 2026-01-10
cp -R "$registers/first" "$registers/second"
cd "$registers/second" || exit 2
"$gazette" publish --threads 1 --on 2026-01-15 --quiet >/dev/null || { echo "publish.sh: the sample cannot be published"; exit 2; }
sed -i '/^change: |/{n;s/.*/  Says more plainly whom the screen is for./}' $record
approve . 2026-02-10

scene() { # scene NAME EDITION [options of faults.py]
  echo "== $1"
  local register=$registers/$2 edition=$([ "$2" = first ] && echo 1 || echo 2)
  shift 2
  GAZETTE=$gazette EDITION=$edition "$here/faults.py" --from 'gazette/lock' --prepare "cp -R $register/. ." \
    --run "$gazette publish --threads 1 --on 2026-02-15" --check "sh $here/publish-check.sh" \
    ${AT_MOST:+--at-most "$AT_MOST"} "$@" || failed=1
}

scene "the first edition" first --random-kills "${RANDOM_KILLS:-20}"
scene "a later edition" second --random-kills "${RANDOM_KILLS:-20}"
RENAMES=two scene "a later edition where folders cannot be exchanged" second --errors EIO --from 'Site\.next' \
  --with 'inject=renameat2:error=ENOSYS' --calls renameat,renameat2,syncfs,fsync,mkdirat
[ $failed = 0 ] && echo "all held" || echo "something did not hold"
exit $failed
