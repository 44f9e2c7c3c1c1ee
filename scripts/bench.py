"""Measure how long a site takes to build and how much memory it needs, beside plain Material on the same Markdown.

Both sites have the same sheets, theme, features, palette, Markdown extensions and menu (no sheet stands in it). Plain
Material has its own search, Tissage has Pagefind's, whose time counts too: it runs beside the host. Plain Material sees
the front matter as its own metadata, and wiki links as text. Tissage shows the front matter too, and makes more pages:
indexes, terms, values, the catalogue, and its exports. Builds alternate, each in its own process.
Whatever else the machine does disturbs them: trust the processor's time more than the clock's, ratios more than
seconds, and the median of several runs. Each ratio is the median of those between two builds that followed each other.
"""

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from bench.sizes import at_least_one
from setup import environment
from setup.messages import guard
from setup.process import variables

HERE = Path(__file__).resolve()


def parse(arguments):
    parser = argparse.ArgumentParser(prog="bench.py", allow_abbrev=False, description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sizes", type=at_least_one, nargs="+", default=[100, 1000, 5000], metavar="N", help="numbers of sheets"
    )
    parser.add_argument(
        "--runs", type=at_least_one, default=3, metavar="N", help="builds of each site, for each size (3)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what the sheets are drawn from (1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measure to this file too")
    return parser.parse_args(arguments)


def measure(size, options, folder):
    """Every measure of one size."""
    from bench import builds, report, sites

    sites.lay(folder, size, options.seed)
    costs = {site: [] for site in sites.SITES}
    for _ in range(options.runs):
        for site, measures in costs.items():
            measures.append(asdict(builds.build(folder / site)))
    return report.summary(size, costs, builds.parts(folder / "tissage"))


def describe(options):
    """What the measures were taken with."""
    return {
        "python": platform.python_version(),
        **{package: version(package) for package in ("mkdocs", "mkdocs-material", "tissage")},
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "seed": options.seed,
        "runs": options.runs,
    }


def main(arguments):
    options = parse(arguments)
    if not all(map(importlib.util.find_spec, ("tissage", "mkdocs", "material"))):
        return subprocess.call([str(environment.ready()), str(HERE), *arguments], env=variables())
    from bench import builds, report, sites

    about, results = describe(options), []
    print(__doc__.partition("\n\n")[2])
    print(", ".join(f"{name} {value}" for name, value in about.items()), "\n")
    print(report.HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="tissage-bench.") as place:
        sites.lay(Path(place, "warm-up"), 20, options.seed)
        for site in sites.SITES:  # what Python compiles and the disk reads once is nobody's cost
            builds.build(Path(place, "warm-up", site))
        for size in sorted(set(options.sizes)):
            results.append(measure(size, options, Path(place, str(size))))
            print(report.row(results[-1]), flush=True)
    print(f"Runs of a size lie up to {max(map(report.spread, results)):.0%} apart (processor).\n")
    print("Where Tissage's time goes, in seconds of processor:", *map(report.parts, results), sep="\n")
    print("", *report.conclusions(results), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({"about": about, "results": results}, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    guard(main)
