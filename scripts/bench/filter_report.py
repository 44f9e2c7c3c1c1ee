"""The measures of the filterable index as a table, with what they say of the targets."""

from collections.abc import Iterator
from typing import Any

SCRIPT = 16
"""The most milliseconds of processor that a click may take the script, but for one in twenty: a frame's time."""
VIEW = 300_000
"""The most compressed bytes that the first view may need."""
CARDS = 30
"""The most result cards that stand in the page."""
HEAD = (
    "                                 | a click, ms: median / 95th percentile             | a query, ms"
    "        | compressed, kB            | cards\n"
    " practices      index     pace   | script, processor   script, clock         frame  |   first   others"
    "  |  view   + click   + query | written   found"
)


def rows(result: dict[str, Any]) -> Iterator[str]:
    """A line for each pace of the processor; bytes and cards stand on the first one."""
    weights = "  ".join(f"{size / 1000:7,.0f}" for size in result["bytes"].values())
    more = f"| {weights} | {result['cards']['written']:7} {result['cards']['found']:7}"
    for pace, times in result["times"].items():
        click = times["click"]
        cells = "  ".join(
            f"{middle:6.1f} / {high:6.1f}" for middle, high in (click[n] for n in ("cpu", "script", "frame"))
        )
        queries = f"{times['first query']['cards']:7,.0f}  {times['query']['cards'][0]:7,.0f}"
        yield f"{result['practices']:10,} {result['index']:>10} {pace:>8} | {cells} | {queries}  {more}".rstrip()
        more = "|"


def conclusions(results: list[dict[str, Any]]) -> Iterator[str]:
    """Whether the targets are met, at the largest size."""
    largest = max(result["practices"] for result in results)
    for result in results:
        if result["practices"] == largest:
            name = f"{result['index']}, {largest:,} practices"
            click = result["times"]["computer"]["click"]["cpu"][1]
            yield verdict(f"{name}: 95 clicks of 100 take the script", click, SCRIPT, "ms", click < SCRIPT)
            view = result["bytes"]["view"]
            yield verdict(f"{name}: the first view weighs", view / 1000, VIEW / 1000, "kB", view < VIEW)
            found = result["cards"]["found"]
            yield verdict(f"{name}: result cards", found, CARDS, "at most", found <= CARDS)


def verdict(what: str, value: float, limit: float, unit: str, met: bool) -> str:
    return f"{'✓' if met else '✗'} {what}: {value:.0f} (target: {limit:.0f} {unit})"
