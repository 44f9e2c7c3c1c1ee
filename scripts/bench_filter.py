"""Measure the filterable index in a real browser: how soon it answers, what it weighs, how many cards it shows.

The site has N practices and an organisation for five of them, so long facets too. Of the site, the pages of the menu
alone are built, from all sheets: they and their data are what a whole build makes (see bench/index_pages.py).

Script: milliseconds of processor that the page's scripts take for a click on a value, from the event to the end of
what it sets going; the clock is beside it. Frame: by the clock, from the event to the frame after the one that shows
the result, never less than one and a half. Clicks go through all facets, all of them open, up to three values chosen
at a time. A phone is this machine with a processor made four times slower. Queries are timed from typing to the cards,
with the page's own pause of 150 ms; the first one reads every text and indexes its words. Bytes are compressed (gzip
-6): all that the browser asks for before anything is touched, then what the first click and the first query add. The
words of the sheets are drawn from few: real texts compress less well.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.sizes import at_least_one
from setup import browser, environment
from setup.messages import Failure, guard
from setup.process import variables

HERE = Path(__file__).resolve()


def parse(arguments):
    parser = argparse.ArgumentParser(prog="bench_filter.py", allow_abbrev=False, description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sizes", type=at_least_one, nargs="+", default=[100, 1000, 10_000], metavar="N", help="numbers of practices"
    )
    parser.add_argument("--clicks", type=at_least_one, default=100, metavar="N", help="clicks in each index (100)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what the sheets are drawn from (1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measure to this file too")
    return parser.parse_args(arguments)


def build(site):
    """The pages of the menu, with the running Python."""
    command = [sys.executable, str(HERE.parent / "bench" / "index_pages.py"), str(site)]
    done = subprocess.run(command, env=variables(), capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise Failure(f"La fabrication a échoué\u00a0: {site}", f"The build failed: {site}", done.stderr[-3000:])


def load():
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def main(arguments):
    options = parse(arguments)
    if not all(map(importlib.util.find_spec, ("tissage", "mkdocs", "playwright"))):
        python = environment.ready(environment.DEV)
        return subprocess.call([str(python), str(HERE), *arguments], env=variables(**browser.ready(python)))
    from bench import filter_report, sites, visits

    results = []
    print(__doc__.partition("\n\n")[2])
    print(f"processors {os.cpu_count()}, load {load()}, seed {options.seed}, clicks {options.clicks}\n")
    print(filter_report.HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="tissage-bench.") as place:
        for size in sorted(set(options.sizes)):
            site = Path(place, str(size))
            sites.lay_index(site, size, options.seed)
            build(site)
            for index in visits.ADDRESSES:
                found = visits.visit(site / "site", index, options.clicks)
                results.append({"practices": size, "load": load(), **found})
                print(*filter_report.rows(results[-1]), sep="\n", flush=True)
    print("", *filter_report.conclusions(results), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    guard(main)
