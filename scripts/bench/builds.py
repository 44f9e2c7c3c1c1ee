"""One build in a process of its own, and what it cost."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from setup.messages import Failure
from setup.process import variables


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and by the clock, and the most memory held at once, in megabytes (0 where unknown)."""

    cpu: float
    wall: float
    memory: float


def build(site: Path) -> Cost:
    """Build a site from nothing with the running Python; its pages are removed afterwards."""
    command = ["-m", "mkdocs", "build", "--quiet", "--config-file", str(site / "mkdocs.yml")]
    return run(command, site)[0]


def parts(site: Path) -> dict[str, float]:
    """Where the time of one more build goes: seconds of processor."""
    times: dict[str, float] = json.loads(run([str(Path(__file__).with_name("parts.py")), str(site)], site)[1])
    return times


def run(arguments: list[str], site: Path) -> tuple[Cost, str]:
    """Run Python; its cost, and what it printed."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *arguments], stdout=output, stderr=errors, env=variables())
        cost = wait(process, start)
        printed, said = (file.seek(0) or file.read().decode(errors="replace") for file in (output, errors))
    if process.returncode or not (site / "site" / "index.html").is_file():
        raise Failure(f"La fabrication a échoué\u00a0: {site}", f"The build failed: {site}", said[-3000:])
    shutil.rmtree(site / "site")
    return cost, printed


def wait(process: subprocess.Popen[bytes], start: float) -> Cost:
    """The cost of a process and of those that it starts, once it has ended. Windows tells the clock alone."""
    if not hasattr(os, "wait4"):
        process.wait()
        wall = time.perf_counter() - start
        return Cost(wall, wall, 0)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, kilobytes / 1024)
