"""Where Tissage's time goes: `python parts.py SITE` builds it once more, and prints seconds of processor as JSON.

Each part counts without the parts inside it. What none of them covers is the host's: its pages, its events, its files.
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from inspect import isgenerator
from typing import Any

PARTS = {
    "read": ["tissage.checking:read_document"],
    "check": ["tissage.weaving:load_schema", "tissage.weaving:check_sheets"],
    "link": ["tissage.weaving:link"],
    "pages": ["tissage.plugin:generate", "tissage.host_page:TissagePage.render"],
    "layout": ["tissage.layouts:SharedLayout.render"],
    "search": ["tissage.plugin:TissagePlugin.on_env", "material.plugins.search.plugin:SearchPlugin.on_post_build"],
    "exports": ["tissage.plugin:write_exports"],
}


def clock() -> float:
    """The processor's time of this process and of those that it has waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def measure(build: Callable[[], None]) -> dict[str, float]:
    """The time of each part of a build. All before the first one is the start: Python, imports, configuration."""
    times = dict.fromkeys(["start", *PARTS, "host"], 0.0)
    running, last = ["start"], 0.0

    def switch() -> None:
        nonlocal last
        now = clock()
        times[running[-1]] += now - last
        last = now

    def timed(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def wrapper(*arguments: Any, **options: Any) -> Any:
            switch()
            running[0] = "host"
            running.append(part)
            try:
                result = function(*arguments, **options)
                return iter([*result]) if isgenerator(result) else result
            finally:
                switch()
                running.pop()

        return wrapper

    for part, names in PARTS.items():
        for name in names:
            module, _, path = name.partition(":")
            *owners, last_name = path.split(".")
            owner: Any = importlib.import_module(module)
            for inner in owners:
                owner = getattr(owner, inner)
            setattr(owner, last_name, timed(part, getattr(owner, last_name)))
    build()
    switch()
    return times


if __name__ == "__main__":
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    print(json.dumps(measure(lambda: build(load_config(os.path.join(sys.argv[1], "mkdocs.yml"))))))
