"""The measures as a table, with what they say of the targets."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

RATIO = 0.4
"""The most that a whole build of 1,000 sheets may take, beside plain Material's."""
GROWTH = 5.5
"""The most that 5,000 sheets may take, beside 1,000."""
HEAD = (
    "           |   processor, s              |   clock, s                  |   memory, MB\n"
    "    sheets |  Material   Tissage   ratio |  Material   Tissage   ratio |  Material   Tissage   ratio"
)


def summary(size: int, costs: dict[str, list[dict[str, float]]], parts: dict[str, float]) -> dict[str, Any]:
    """The medians of the runs of one size, and those of Tissage's ratios to the build of plain Material just before."""
    medians = {site: {name: median(cost[name] for cost in runs) for name in runs[0]} for site, runs in costs.items()}
    pairs = list(zip(costs["material"], costs["tissage"], strict=True))
    ratios = {
        name: median(ours[name] / plain[name] if plain[name] else 0.0 for plain, ours in pairs) for name in pairs[0][0]
    }
    return {"sheets": size, "runs": costs, "median": medians, "ratio": ratios, "parts": parts}


def row(result: dict[str, Any]) -> str:
    """One line of the table."""
    cells = []
    for name, form in (("cpu", "9.2f"), ("wall", "9.2f"), ("memory", "9.0f")):
        plain, ours = (result["median"][site][name] for site in ("material", "tissage"))
        cells.append(f" {plain:{form}} {ours:{form}} {result['ratio'][name]:7.2f} ")
    return f"{result['sheets']:10,} |{'|'.join(cells)}"


def spread(result: dict[str, Any]) -> float:
    """How far apart the runs of one size lie, at worst: (slowest - fastest) / median of the processor's time."""
    runs = [[cost["cpu"] for cost in costs] for costs in result["runs"].values()]
    return max((max(times) - min(times)) / median(times) for times in runs)


def parts(result: dict[str, Any]) -> str:
    """Where the time goes, in seconds and in hundredths of the whole build."""
    whole = sum(result["parts"].values())
    cells = (f"{name} {time:.2f} ({time / whole:.0%})" for name, time in result["parts"].items())
    return f"{result['sheets']:10,} | {', '.join(cells)}"


def growth(first: dict[str, Any], second: dict[str, Any], site: str) -> float:
    """How many times the processor's time of the first size the second takes."""
    return float(second["median"][site]["cpu"] / first["median"][site]["cpu"])


def conclusions(results: list[dict[str, Any]]) -> Iterator[str]:
    """The growth from each size to the next, and whether the targets are met."""
    for first, second in pairwise(results):
        ours, plain = (growth(first, second, site) for site in ("tissage", "material"))
        sizes = f"from {first['sheets']:,} to {second['sheets']:,} sheets (× {second['sheets'] / first['sheets']:.1f})"
        yield f"{sizes}: Tissage × {ours:.2f}, Material × {plain:.2f}"
    by_size = {result["sheets"]: result for result in results}
    if 1000 in by_size:
        yield verdict("1,000 sheets beside Material", by_size[1000]["ratio"]["cpu"], RATIO)
    if 1000 in by_size and 5000 in by_size:
        yield verdict("5,000 sheets beside 1,000", growth(by_size[1000], by_size[5000], "tissage"), GROWTH)


def verdict(what: str, value: float, limit: float) -> str:
    return f"{'✓' if value < limit else '✗'} {what}: {value:.2f} (target: under {limit})"
