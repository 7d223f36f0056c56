"""What a publication touches, as `git diff --numstat` has it: what a reader must be told, and nothing else."""

import re

from register import expect

# Each place that must say something new when one sentence of return-checker changes for the first time: how many lines at most came
# and went. What has no line here is not touched, and each line here is.
ONE_SENTENCE = {
    # Proof: one line more in the chain, and the sums of all that changed.
    r"LEDGER": (1, 0),
    r"SHA256SUMS": (90, 70),
    r"editions/2/(edition\.json|index\.html|SHA256SUMS)": (200, 0),
    # The edition before is no longer the newest.
    r"editions/1/index\.html": (2, 1),
    r"editions/index\.html": (12, 6),
    # What is new, for people and for programs.
    r"index\.html": (12, 6),
    r"changes/index\.html": (15, 0),
    r"changes\.atom": (26, 2),
    r"changes\.json": (40, 3),
    r"tools/return-checker/feed\.atom": (26, 1),
    r"browse/[a-z-]+/[a-z0-9-]+/feed\.atom": (26, 1),
    # The version and its day on the tool's card.
    r"browse/[a-z-]+/([a-z0-9-]+/)?index\.html": (1, 1),
    r"quality/index\.html": (1, 1),
    r"sitemap\.xml": (8, 8),
    # Data: the version, its day and digests; the words that came and went in the search.
    r"data/(catalog\.jsonld|datapackage\.json|register\.json|evaluations\.csv)": (16, 16),
    r"data/register\.csv": (1, 1),
    r"data/releases\.ndjson": (1, 0),
    r"data/index\.html": (3, 3),
    r"search/index\.json": (10, 10),
    r"search/terms/[a-z_]+\.json": (2, 1),
    # The tool as it is now: the sentence, and which version it is.
    r"tools/return-checker/((affected-people|end-users|senior-leaders|technical)/)?index\.html": (17, 15),
    r"tools/return-checker/documents/monitoring-2026/index\.html": (5, 5),
    r"tools/return-checker/record\.json": (9, 9),
    # Its picture of versions on a line of time grows by a stop.
    r"tools/return-checker/versions/index\.html": (40, 6),
    r"tools/return-checker/compare/(1/)?index\.html": (200, 0),
    # The version before says that there is a newer one, and the new one is new.
    r"tools/return-checker/versions/1/(([a-z-]+|documents/monitoring-2026)/)?index\.html": (5, 0),
    r"tools/return-checker/versions/2/.*": (5000, 0),
}


def numstat(register, before, after):
    """Lines that came and went between two editions, by the path below Site/."""
    for line in register.git("diff", "--numstat", "--no-renames", before, after, "--", "Site").stdout.splitlines():
        added, removed, path = line.split("\t")
        yield path.removeprefix("Site/"), int(added), int(removed)


def one_sentence(register):
    seen = set()
    for path, added, removed in numstat(register, "edition-1", "edition-2"):
        fitting = [pattern for pattern in ONE_SENTENCE if re.fullmatch(pattern, path)]
        expect(len(fitting) == 1, f"the publish of one sentence touched {path} (+{added} -{removed})")
        most = ONE_SENTENCE[fitting[0]]
        expect(added <= most[0] and removed <= most[1], f"the publish of one sentence changed {path} by +{added} -{removed}, more than {most}")
        seen.add(fitting[0])
    unseen = ONE_SENTENCE.keys() - seen
    expect(not unseen, f"the publish of one sentence did not touch {sorted(unseen)}")


def only_what_was_newest(register):
    """Edition 3 supersedes version 2 of return-checker; version 1 has been superseded already and has nothing new to say."""
    paths = {path for path, _, _ in numstat(register, "edition-2", "edition-3")}
    again = sorted(path for path in paths if "/versions/1/" in path)
    expect(not again, f"an old version's pages were touched again: {again}")
    banner = "tools/return-checker/versions/2/index.html"
    expect(banner in paths, f"{banner} does not say that it is superseded")


def nothing_of_a_version(register, before, after):
    """Years later reviews are overdue: the tools' pages say so, and no version's do."""
    paths = {path for path, _, _ in numstat(register, before, after)}
    old = sorted(path for path in paths if re.match(r"tools/[^/]+/versions/\d", path))
    expect(not old, f"the passing of time touched {old}")
    page = "tools/return-checker/index.html"
    expect(page in paths, f"{page} does not say that its review is overdue")
