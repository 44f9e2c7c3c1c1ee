"""Remake requirements.txt and requirements-dev.txt from pyproject.toml.

The locked versions stay where they still fit; `--upgrade` takes the newest, `--upgrade-package NAME` that of
one package. The files hold for every platform and Python that pyproject.toml admits, with the hash of each
package, and name no registry: whichever one a machine is set to use serves.
"""

import tempfile
from pathlib import Path

from setup import environment
from setup.messages import Failure, guard, step
from setup.process import ROOT, run

COMPILE = [
    *("pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--quiet"),
    # One version of each package on every Python: everybody builds the same site.
    *("--fork-strategy", "fewest"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-build-options"),
]
# The second takes the versions of the first, so that one environment can serve both.
FILES = (
    (environment.DEV, ["--group", "dev"]),
    (environment.RUNTIME, ["--group", "build", "--constraint", environment.DEV]),
)


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        environment.create(Path(folder))
        python = str(environment.python_in(Path(folder)))
        with step("uv", "uv, which resolves the versions"):
            run([python, "-m", "pip", "install", "uv"])
        for name, options in FILES:
            with step(name, "lock file"):
                command = [python, "-m", "uv", *COMPILE, *options, "--output-file", name, *arguments]
                run(command, UV_CUSTOM_COMPILE_COMMAND="python3 scripts/lock.py")
            if "://" in (ROOT / name).read_text(encoding="utf-8"):
                raise Failure(f"{name} contient une adresse.", f"{name} holds an address.")
    return 0


if __name__ == "__main__":
    guard(main)
