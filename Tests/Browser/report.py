"""What the checks found: breaches, each with the page it stands on, and notes for people to read."""
import sys
import time

SHOWN = 4  # pages named for one and the same breach


class Report:
    """Gathers the breaches of one check; travels between processes."""

    def __init__(self, check):
        self.check = check
        self.breaches = []
        self.notes = []
        self.seconds = 0.0
        self._began = time.monotonic()

    def breach(self, page, words):
        if (page, words) not in self.breaches:
            self.breaches.append((page, words))

    def note(self, words):
        self.notes.append(words)

    def close(self):
        self.seconds = time.monotonic() - self._began
        return self


def tell(report):
    """Prints one check's outcome: the same words on many pages are said once."""
    pages = {}
    for page, words in report.breaches:
        pages.setdefault(words, []).append(page)
    state = f"{len(report.breaches)} breaches" if pages else "kept"
    print(f"{report.check}: {state} ({report.seconds:.0f} s)")
    for words, where in pages.items():
        print(f"  {where[0]}: {words}")
        for page in where[1:SHOWN]:
            print(f"    and on {page}")
        if len(where) > SHOWN:
            print(f"    and on {len(where) - SHOWN} more pages")
    for words in report.notes:
        print(f"  note: {words}")
    sys.stdout.flush()
    return not pages
