#!/bin/sh
# Looks at what a broken `gazette publish` left: the site before ($OLD, or none) or the new one ($NEW), whole, byte for byte.
set -eu
fail() { echo "publish-check: $*"; exit 1; }
site=$WORK/Site

if [ ! -e "$site" ] && [ "$PHASE" = broken ] && [ "$STATUS" != 0 ]; then
  # No first edition yet, or between two renames with the journal to tell.
  [ -z "$OLD" ] || { [ "${RENAMES:-}" = two ] && [ -e "$WORK/.Site.swap" ]; } || fail "there is no site"
  exit 0
fi

cd "$site" || fail "there is no site"
if cmp -s SHA256SUMS "$NEW/SHA256SUMS"; then
  is=new
elif [ -n "$OLD" ] && cmp -s SHA256SUMS "$OLD/SHA256SUMS"; then
  is=old
else
  fail "the site is neither the one before nor the new one"
fi
sha256sum --check --strict --quiet SHA256SUMS || fail "the $is site is not whole"
listed=$(cut -c67- SHA256SUMS)
there=$(find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort)
[ "$listed" = "$there" ] || fail "the site has other files than it lists"

case "$PHASE $FAULT $STATUS" in
  again*|"broken none"*) [ $is = new ] || fail "published, but the site is the $is one" ;;
  "broken EINTR "*) [ "$STATUS" = 0 ] && [ $is = new ] || fail "an interrupted call ended it: $STATUS" ;;
  *" 0") [ $is = new ] || fail "said it was done, but the site is the $is one" ;;
esac

if [ "$PHASE" = again ]; then
  for left in "$WORK"/.Site.*; do [ ! -e "$left" ] || fail "$left is left"; done
  [ -z "$(find . -type f -links +1)" ] || fail "files are shared with another tree"
fi
