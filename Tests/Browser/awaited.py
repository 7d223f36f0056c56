"""Breaches that wait for parts of the program which do not stand yet. The list only ever gets shorter."""
import re

AWAITED = tuple(re.compile(pattern) for pattern in (
    r"sizes: tools/(early-help-finder|family-stability-score)/",
))


def awaited(check, page, words):
    return any(pattern.match(f"{check}: {page}: {words}") for pattern in AWAITED)
