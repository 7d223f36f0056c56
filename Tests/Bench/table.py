"""The results as Markdown, in plain words."""

NAMES = {
    "build": "the whole site, into an empty folder",
    "nothing": "again with nothing changed",
    "file": "again with one file changed",
    "template": "again with one template changed",
    "check": "`check` alone",
    "floor": "writing the same files from memory",
    "copy": "`cp -r` of the site",
    "publish": "publishing edition 5, one tool in a hundred changed",
    "verify": "`verify`, every page made anew",
}
COMPARED = ["build", "nothing", "file", "template"]


def text(runs):
    return "\n".join([*against_hugo(runs), *alone(runs), *floors(runs), *growth(runs), *extra(runs)])


def times(ratio):
    """A ratio as people say it."""
    if ratio is None:
        return "–"
    return f"{ratio:,.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×" if ratio >= 1 else f"{ratio:.2f} ×"


def seconds(value):
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1000:.0f} ms"


def against_hugo(runs):
    lines = ["## Against Hugo", "", "How many times as much Hugo takes; in brackets what Gazette took.", "",
             "| tools | what | wall time | processor time | peak memory |", "|---:|---|---:|---:|---:|"]
    for run in runs:
        for step in COMPARED:
            pairs = run.rows.get(step)
            if pairs:
                parts = [f"{times(pairs.ratio('wall'))} ({seconds(pairs.ours_median('wall'))})",
                         f"{times(pairs.ratio('cpu'))} ({seconds(pairs.ours_median('cpu'))})",
                         f"{times(pairs.ratio('memory'))} ({pairs.ours_median('memory'):.0f} MB)"]
                lines.append(f"| {run.count:,} | {NAMES[step]} | " + " | ".join(parts) + " |")
    return lines + [""] if len(lines) > 6 else []


def alone(runs):
    lines = ["## Gazette alone", "", "| tools | what | wall time | processor time | peak memory | against Hugo's whole build |",
             "|---:|---|---:|---:|---:|---:|"]
    for run in runs:
        whole = run.rows.get("build")
        for step in ("check", "publish", "verify"):
            pairs = run.rows.get(step)
            if pairs:
                ratio = whole.theirs_median("wall") / pairs.ours_median("wall") if whole else None
                lines.append(f"| {run.count:,} | {NAMES[step]} | {seconds(pairs.ours_median('wall'))} | "
                             f"{seconds(pairs.ours_median('cpu'))} | {pairs.ours_median('memory'):.0f} MB | {times(ratio)} |")
    return lines + [""] if len(lines) > 4 else []


def floors(runs):
    lines = ["## Against the floor", "", "How many times as long a full build takes.", "", "| tools | floor | wall time | processor time |",
             "|---:|---|---:|---:|"]
    for run in runs:
        for step in ("floor", "copy"):
            pairs = run.rows.get(step)
            if pairs:
                lines.append(f"| {run.count:,} | {NAMES[step]} | {times(1 / pairs.ratio('wall'))} | {times(1 / pairs.ratio('cpu'))} |")
    return lines + [""] if len(lines) > 6 else []


def growth(runs):
    """What ten times as many tools cost."""
    lines = ["## From one size to the next", "", "| tools | Gazette: wall | processor | memory | Hugo: wall | processor | memory |",
             "|---:|---:|---:|---:|---:|---:|---:|"]
    for less, more in zip(runs, runs[1:]):
        one, other = less.rows.get("build"), more.rows.get("build")
        if one and other:
            cells = [times(getattr(other, who)(part) / getattr(one, who)(part))
                     for who in ("ours_median", "theirs_median") for part in ("wall", "cpu", "memory")]
            lines.append(f"| {less.count:,} to {more.count:,} | " + " | ".join(cells) + " |")
    return lines + [""] if len(lines) > 4 else []


def extra(runs):
    lines = []
    for run in runs:
        if hasattr(run, "sizes"):
            (files, size), (their_files, their_size) = run.sizes
            lines += [f"At {run.count:,} tools Gazette writes {files:,} files and {size:,.0f} MB, Hugo {their_files:,} files and "
                      f"{their_size:,.0f} MB; of each tool both have the same.", ""]
        if run.notes:
            lines += [f"## One search among {run.count:,} tools", "", *run.notes, ""]
    return lines
