#!/bin/sh
# Looks at what a broken `disk-driver publish . 6 2` left of a site that was seed 1: old or new, whole, and nothing beside it at the end.
set -eu
fail() { echo "disk-check: $*"; exit 1; }
site=$WORK/Site

# A first publish that did not come to its end leaves no site.
if [ ! -e "$site" ] && [ "$PHASE" = broken ] && [ "${FIRST:-}" = 1 ] && [ "$STATUS" != 0 ]; then exit 0; fi

# Between two renames there is no site; the next run finds it (only where folders cannot be exchanged).
if [ ! -e "$site" ] && [ "$PHASE" = broken ] && [ -e "$WORK/.Site.swap" ] && [ "${RENAMES:-}" = two ]; then exit 0; fi

# While a stage is copied in there are files of both; the next run ends it (only where the site cannot be renamed).
if [ "$PHASE" = broken ] && [ -e "$WORK/.Site.copy" ] && [ "${COPIED:-}" = 1 ]; then exit 0; fi

cd "$site" || fail "there is no site"
sha256sum --check --strict --quiet SHA256SUMS || fail "the site is not whole"
listed=$(cut -c67- SHA256SUMS)
there=$(find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort)
[ "$listed" = "$there" ] || fail "the site has other files than it lists"
seed=$(cat seed)

case "$PHASE $FAULT $STATUS" in
  again*|"broken none"*) [ "$seed" = 2 ] || fail "published, but the site is $seed" ;;
  "broken EINTR "*) [ "$STATUS" = 0 ] && [ "$seed" = 2 ] || fail "an interrupted call ended it: $STATUS" ;;
  *" 0") [ "$seed" = 2 ] || fail "said it was done, but the site is $seed" ;;
  *) [ "$seed" = 1 ] || [ "$seed" = 2 ] || fail "the site is $seed" ;;
esac

if [ "$PHASE" = again ]; then
  for left in "$WORK"/.Site.*; do [ ! -e "$left" ] || fail "$left is left"; done
  # A link to the old site's file would show as a second name.
  [ -z "$(find . -type f -links +1)" ] || fail "files are shared with another tree"
fi
