#!/bin/bash
# Breaks `gazette publish` on a small register, at a first edition and at a later one: publish.sh [GAZETTE] [DRIVER]
# AT_MOST=N breaks at most N of one call; without it every one (an hour). Needs strace; the full disk needs leave to mount.
#
# Both editions are published once without faults, and that is all that a broken publish may leave: the bytes of the edition before or
# of the new one, the whole of them. `gazette verify` holds these two sites once, so it need not look at each of the others.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
gazette=$(readlink -f "${1:-$root/.build/debug/gazette}")
driver=$(readlink -f "${2:-$root/.build/debug/disk-driver}")
for program in "$gazette" "$driver"; do
  [ -x "$program" ] || { echo "publish.sh: no program at $program: swift build"; exit 2; }
done
failed=0
fail() { echo "FAILED: $*"; failed=1; }

registers=$(mktemp -d)
trap 'rm -rf "$registers"' EXIT

# The program with one short kind in place of all that come with it: a case costs two publications, and most of each was reading kinds.
mkdir -p "$registers/program/bin" "$registers/program/share/gazette/Content/kinds"
cp "$gazette" "$registers/program/bin/gazette"
gazette=$registers/program/bin/gazette
cp -R "$root/Themes" "$registers/program/share/gazette"
cp -R "$root/Content/audiences" "$root/Content/metrics.yaml" "$registers/program/share/gazette/Content"
cp "$root/Content/kinds/envelope.yaml" "$registers/program/share/gazette/Content/kinds"
publish="$gazette publish --threads 1 --on 2026-02-15"
record=Content/tools/finder/record.md

# A register that is ready for its first edition, and one that is ready for its second; `none`, `old` and `new` are what may be left.
mkdir -p "$registers/first/Content/kinds" "$registers/first/Content/tools/finder"
cd "$registers/first" || exit 2
cat > Content/register.yaml <<'END'
title: A register
address: https://example.org/
publishers: [{id: council, name: Example County Council}]
END
cat > Content/kinds/small.yaml <<'END'
id: small
label: Small record
role: record
describe: A record with few fields.
sections:
  - {id: all, label: All of it, topic: what-it-is, audiences: [public, technical]}
fields:
  - {id: name, section: all, label: Name, help: What it is called., type: text, required: true, means: name, example: Finder}
  - {id: summary, section: all, label: Summary, help: One sentence., type: text, means: summary, example: It finds.}
END
printf -- '---\nkind: small\nname: Finder\nsummary: Finds famlies.\nsignificance: major\n---\n' > $record
cp -R "$registers/first" "$registers/second"
cp -R "$registers/first" "$registers/published"
cd "$registers/second" || exit 2
"$gazette" publish --threads 1 --on 2026-01-15 --quiet >/dev/null || { echo "publish.sh: the register cannot be published"; exit 2; }
printf -- '---\nkind: small\nname: Finder\nsummary: Finds families.\nchange: Corrects a word.\nsignificance: correction\n---\n' > $record
mkdir "$registers/left"
for edition in first second; do
  cp -R "$registers/$edition/." "$registers/$edition.whole"
  (cd "$registers/$edition.whole" && $publish && "$gazette" verify --threads 1) >"$registers/said" 2>&1 || { cat "$registers/said"; echo "publish.sh: $edition cannot be published"; exit 2; }
  mv "$registers/$edition.whole/Site" "$registers/left/$edition"
done
cp -R "$registers/second/Site" "$registers/left/before"

# What may be left: OLD is nothing at a first edition.
tell() { # tell first|second
  export NEW=$registers/left/$1 OLD=""
  [ "$1" = first ] || OLD=$registers/left/before
}

scene() { # scene NAME first|second [options of faults.py]
  echo "== $1"
  local edition=$2
  shift 2
  tell "$edition"
  "$here/faults.py" --from 'gazette/lock' --prepare "cp -R $registers/$edition/. ." --run "$publish" \
    --check "sh $here/publish-check.sh" --settled '! ls -d .Site.* 2>/dev/null' ${AT_MOST:+--at-most "$AT_MOST"} "$@" || failed=1
}

# A disk that has room for the register and for more and more of the stage.
full_disk() {
  echo "== a disk of every size"
  local disk used size full=0
  tell second
  disk=$(mktemp -d)
  used=$(du -sk "$registers/second" | cut -f1)
  for more in 40 80 120 160 200 300 400 4000; do
    size=$((used + more))
    mount -t tmpfs -o "size=${size}k" tmpfs "$disk" 2>/dev/null || { echo "skipped: may not mount"; rm -rf "$disk"; return; }
    cp -R "$registers/second/." "$disk"
    $publish --root "$disk" >/dev/null 2>"$registers/said"
    local status=$?
    [ $status = 0 ] || { full=$((full + 1)); grep -q "No space left on device" "$registers/said" || fail "size $size: $(cat "$registers/said")"; }
    WORK=$disk PHASE=broken FAULT="full $size" STATUS=$status sh "$here/publish-check.sh" || fail "size $size"
    mount -o remount,size=64m "$disk"
    $publish --root "$disk" >/dev/null 2>&1 || fail "size $size: the next run"
    WORK=$disk PHASE=again FAULT="full $size" STATUS=0 sh "$here/publish-check.sh" || fail "size $size, then room"
    umount "$disk"
  done
  [ "$full" -gt 2 ] || fail "only $full sizes were too small"
  echo "8 sizes, $full of them too small"
  rm -rf "$disk"
}

# One publishes; who comes second is told by whom the register is held, and a dead process is in nobody's way.
two_at_once() {
  echo "== two at once"
  local work said
  tell second
  work=$registers/two
  cp -R "$registers/second" "$work"
  coproc holder { exec "$driver" hold "$work"; }
  read -r _ <&"${holder[0]}"
  said=$($publish --root "$work" 2>&1)
  [ $? = 4 ] && [ "$said" = "gazette: process $holder_PID is at work on this register: hold for a test" ] || fail "$said"
  kill -9 "$holder_PID"
  wait "$holder_PID" 2>/dev/null
  for number in 1 2 3 4; do
    $publish --root "$work" >/dev/null 2>"$registers/said.$number" &
  done
  wait
  WORK=$work PHASE=again FAULT=none STATUS=0 sh "$here/publish-check.sh" || fail "two at once"
  [ "$(cat "$registers"/said.* | grep -c '^Edition 2 of ')" = 1 ] || fail "not one of four published: $(cat "$registers"/said.*)"
  [ "$(cat "$registers"/said.* | grep -cE 'is at work on this register|^Nothing has changed')" = 3 ] || fail "not three of four were told why"
}

# Where folders cannot be exchanged the operator is told what readers could have seen. The first thing renamed is what the build remembers.
in_words() {
  echo "== what the operator is told"
  local work said
  for fault in '' '-e inject=renameat:error=EBUSY:when=2'; do
    work=$registers/words
    rm -rf "$work"
    cp -R "$registers/second" "$work"
    # shellcheck disable=SC2086
    said=$(strace -f -qq -o /dev/null -e trace=renameat2,renameat -e inject=renameat2:error=ENOSYS $fault $publish --root "$work" 2>&1 >/dev/null)
    case "$fault" in
      '') echo "$said" | grep -q 'for a moment, between two renames, there was no site. It is whole now.$' || fail "$said" ;;
      *) echo "$said" | grep -q 'copied into it file by file: for a while there were files of both. It is whole now.$' || fail "$said" ;;
    esac
  done
  cp -R "$registers/second" "$registers/plain"
  said=$($publish --root "$registers/plain" 2>&1 >/dev/null)
  if echo "$said" | grep -q 'It is whole now'; then fail "$said"; fi
}

scene "the first edition" first --random-kills "${RANDOM_KILLS:-40}"
scene "a later edition" second --random-kills "${RANDOM_KILLS:-40}"
RENAMES=two scene "a later edition where folders cannot be exchanged" second --errors EIO --from 'Site\.next' \
  --with 'inject=renameat2:error=ENOSYS' --calls renameat,renameat2,syncfs,fsync,mkdirat
full_disk
two_at_once
in_words
[ $failed = 0 ] && echo "all held" || echo "something did not hold"
exit $failed
