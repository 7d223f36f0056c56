#!/bin/sh
# Looks at what a broken `gazette publish` left: the edition before or the new one, whole, as coreutils and as `gazette verify` see it.
set -eu
fail() { echo "publish-check: $*"; exit 1; }
site=$WORK/Site

if [ ! -e "$site" ] && [ "$PHASE" = broken ] && [ "$STATUS" != 0 ]; then
  # No first edition yet, or between two renames with the journal to tell.
  [ "$EDITION" = 1 ] || { [ "${RENAMES:-}" = two ] && [ -e "$WORK/.Site.swap" ]; } || fail "there is no site"
  exit 0
fi

cd "$site" || fail "there is no site"
editions=$(wc -l < LEDGER)
for sums in LEDGER SHA256SUMS $(cut -c67- LEDGER); do
  sha256sum --check --strict --quiet "$sums" || fail "$sums does not hold"
done
listed=$(cut -c67- SHA256SUMS)
there=$(find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort)
[ "$listed" = "$there" ] || fail "the site has other files than it lists"

case "$PHASE $FAULT $STATUS" in
  again*|"broken none"*) [ "$editions" = "$EDITION" ] || fail "published, but the newest edition is $editions" ;;
  "broken EINTR "*) [ "$STATUS" = 0 ] && [ "$editions" = "$EDITION" ] || fail "an interrupted call ended it: $STATUS" ;;
  *" 0") [ "$editions" = "$EDITION" ] || fail "said it was done, but the newest edition is $editions" ;;
  *) [ "$editions" = "$EDITION" ] || [ "$editions" = $((EDITION - 1)) ] || fail "the newest edition is $editions" ;;
esac

cd "$WORK"
if [ "$PHASE" = again ]; then
  "$GAZETTE" verify --threads 1 || fail "gazette verify does not hold"
  for left in "$WORK"/.Site.*; do [ ! -e "$left" ] || fail "$left is left"; done
  [ -z "$(find Site -type f -links +1)" ] || fail "files are shared with another tree"
fi
