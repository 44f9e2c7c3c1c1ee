"""Run every check, after setting up whatever is missing, browser and word processor included.

Arguments go to pytest, which runs alone then.
"""

import subprocess
import time

from setup import browser, environment, writer
from setup.messages import guard
from setup.process import ROOT, variables

CHECKS = {
    "ruff check": ["ruff", "check", "--quiet"],
    "ruff format": ["ruff", "format", "--check", "--quiet"],
    "mypy": ["mypy", "--no-error-summary"],
    "pytest": ["pytest", "-n", "auto"],
}


def main(arguments):
    python = environment.ready(environment.DEV)
    env = variables(**browser.ready(python), **writer.ready())
    checks = {"pytest": ["pytest", *arguments]} if arguments else CHECKS
    codes = [check(name, [str(python), "-m", *command], env) for name, command in checks.items()]
    return next(filter(None, codes), 0)


def check(name, command, env):
    start = time.monotonic()
    code = subprocess.call(command, cwd=str(ROOT), env=env)
    print(f"{'✗' if code else '✓'} {name} ({time.monotonic() - start:.1f} s)", flush=True)
    return code


if __name__ == "__main__":
    guard(main)
