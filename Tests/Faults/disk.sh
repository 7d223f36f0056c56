#!/bin/bash
# Breaks the disk layer in every way we know, with the driver alone: disk.sh [DRIVER]
# AT_MOST=N breaks at most N of one call; without it every one. Needs strace; the full disk, the mount point and the layered folder need leave to mount and are skipped, aloud, without it.
set -u
here=$(cd "$(dirname "$0")" && pwd)
driver=$(readlink -f "${1:-$here/../../.build/debug/disk-driver}")
[ -x "$driver" ] || { echo "disk.sh: no driver at $driver: swift build --product disk-driver"; exit 2; }
failed=0
skipped=0

scene() { # scene NAME PREPARE [options of faults.py]
  echo "== $1"
  local prepare=$2
  shift 2
  "$here/faults.py" --from 'gazette/lock' --prepare "$prepare" --run "$driver publish . 6 2" \
    --check "sh $here/disk-check.sh" ${AT_MOST:+--at-most "$AT_MOST"} "$@" || failed=1
}

one="$driver publish . 6 1"
exchange_fails='inject=renameat2:error=ENOSYS'
broken() { # the second publish, killed before a call
  echo "$one; strace -f -qq -o /dev/null -e trace=renameat2,$1 ${3:-} -e inject=$1:signal=KILL:when=$2 $driver publish . 6 2; true"
}

scene "a later publish" "$one" --random-kills 40
FIRST=1 scene "the first publish" true
RENAMES=two scene "folders that cannot be exchanged" "$one" --with "$exchange_fails"
RENAMES=two COPIED=1 scene "a site that cannot be renamed" "$one" --with "$exchange_fails" --with 'inject=renameat:error=EBUSY:when=1'
scene "after a kill before the exchange" "$(broken renameat2 1)"
scene "after a kill after the exchange" "$(broken fsync 1)"
RENAMES=two scene "after a kill between two renames" "$(broken renameat 2 "-e $exchange_fails")"
COPIED=1 scene "after a kill while copying" "$one; mkdir .other; mv .gazette .other; $driver publish .other 6 2 2>&1; mv .other/.gazette .; mv .other/Site .Site.next; rmdir .other; touch .Site.copy; rm Site/tools/1/pages/4.html"

# A file system of each size in turn: the publish stops somewhere else each time.
full_disk() {
  echo "== a disk of every size"
  local disk tried=0 full=0
  disk=$(mktemp -d)
  for blocks in $(seq 16 40); do
    mount -t tmpfs -o "size=$((blocks * 4))k" tmpfs "$disk" 2>/dev/null || { echo "skipped: may not mount"; skipped=1; break; }
    if WORK=$disk "$driver" publish "$disk" 20 1 2>/dev/null; then
      tried=$((tried + 1))
      WORK=$disk "$driver" publish "$disk" 20 2 2>"$disk.said"
      local status=$?
      [ $status = 0 ] || { full=$((full + 1)); grep -q "No space left on device" "$disk.said" || { echo "FAILED size $blocks: $(cat "$disk.said")"; failed=1; }; }
      WORK=$disk PHASE=broken FAULT="full $blocks" STATUS=$status sh "$here/disk-check.sh" || { echo "FAILED size $blocks"; failed=1; }
      mount -o remount,size=2m "$disk"
      "$driver" publish "$disk" 20 2 2>/dev/null || { echo "FAILED size $blocks: the next run"; failed=1; }
      WORK=$disk PHASE=again FAULT="full $blocks" STATUS=0 sh "$here/disk-check.sh" || { echo "FAILED size $blocks, then room"; failed=1; }
    fi
    umount "$disk"
  done
  echo "$tried sizes, $full of them too small"
  [ "$skipped" = 1 ] || [ "$full" -gt 3 ] || { echo "FAILED: no size was too small"; failed=1; }
  rm -rf "$disk" "$disk.said"
}

# Where the site is a mount point, and where it lies in a lower layer.
odd_places() {
  local work
  for place in mount layer; do
    echo "== a site on a $place"
    work=$(mktemp -d)
    mkdir -p "$work/site/Site" "$work/lower" "$work/upper" "$work/work"
    if [ $place = mount ]; then
      mount -t tmpfs tmpfs "$work/site/Site" 2>/dev/null
    else
      "$driver" publish "$work/lower" 6 1 2>/dev/null
      mount -t overlay -o "lowerdir=$work/lower,upperdir=$work/upper,workdir=$work/work" overlay "$work/site" 2>/dev/null
    fi || { echo "skipped: may not mount"; rm -rf "$work"; continue; }
    "$driver" publish "$work/site" 6 1 && "$driver" publish "$work/site" 6 2 \
      && WORK=$work/site PHASE=broken FAULT=none STATUS=0 sh "$here/disk-check.sh" || { echo "FAILED"; failed=1; }
    umount "$work/site/Site" 2>/dev/null
    umount "$work/site" 2>/dev/null
    rm -rf "$work"
  done
}

# Two at once: one does it, the other says who.
two_at_once() {
  echo "== two at once"
  local work said
  work=$(mktemp -d)
  coproc holder { exec "$driver" hold "$work"; }
  read -r _ <&"${holder[0]}"
  said=$("$driver" publish "$work" 6 1 2>&1)
  [ $? = 3 ] && [ "$said" = "busy: $holder_PID hold for a test" ] || { echo "FAILED: $said"; failed=1; }
  kill -9 "$holder_PID"
  wait "$holder_PID" 2>/dev/null
  "$driver" publish "$work" 6 1 || { echo "FAILED: a dead process is in the way"; failed=1; }
  for _ in 1 2 3 4 5 6 7 8; do "$driver" publish "$work" 40 2 2>/dev/null & done
  wait
  WORK=$work PHASE=broken FAULT=none STATUS=0 sh "$here/disk-check.sh" || { echo "FAILED"; failed=1; }
  rm -rf "$work"
}

full_disk
odd_places
two_at_once
[ $failed = 0 ] && echo "all held" || echo "something did not hold"
exit $failed
