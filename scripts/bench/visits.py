"""A reader's visit to an index: what the browser asks for, and how long the page takes to answer."""

import gzip
import math
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Response

from setup.visiting import chromium, served

ADDRESSES = {"practices": "pratiques/", "catalogue": "catalogue/"}
PACES = {"computer": 1, "phone": 4}
"""How many times slower than this machine the processor is made."""
QUERIES = ["logement", "prêt de matériel", "benevol", "mutualisaton", "jardin colectif"]
"""A word, several, the beginning of one, two with typing mistakes. The first one waits for the index of all words."""
PATIENCE = 300_000
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")
"""What a server compresses."""
CARDS = "tissage-index .tissage-results .tissage-card"
FIRST = ".tissage-filters input[type=checkbox]:enabled"
CLEAR = ".tissage-chips > button"


@dataclass
class Visit:
    """An index open in a browser."""

    page: Page
    session: CDPSession
    answers: list[Response] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, address: str, pace: int) -> "Visit":
        """The page once its script has taken over and nothing more is asked for."""
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-CA")
        context.set_default_timeout(PATIENCE)
        context.add_init_script(path=Path(__file__).with_name("reader.js"))
        visit = cls(page := context.new_page(), context.new_cdp_session(page))
        # The thread's own time: what else the machine does meanwhile does not count.
        visit.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        visit.session.send("Emulation.setCPUThrottlingRate", {"rate": pace})
        page.on("response", lambda answer: visit.answers.append(answer))
        page.goto(address)
        page.wait_for_selector(".tissage-index--ready")
        return visit

    def weight(self) -> int:
        """The compressed bytes of what was asked for since the last time."""
        self.page.wait_for_load_state("networkidle")
        answers, self.answers[:] = list(self.answers), []
        return sum(map(weight, answers))

    def script(self) -> float:
        """The milliseconds of processor that the page's scripts have taken so far."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "ScriptDuration") * 1000

    def timed(self, expression: str) -> dict[str, Any]:
        """What the reader measures, with the processor's time of the scripts."""
        before = self.script()
        measures: dict[str, Any] = self.page.evaluate(expression)
        return {**measures, "cpu": self.script() - before}

    def clear(self) -> None:
        """Take every filter and word away."""
        self.page.evaluate(f"document.querySelector('{CLEAR}').click()")


def weight(answer: Response) -> int:
    """The bytes of an answer, compressed where a server would."""
    body = answer.body()
    return len(gzip.compress(body, 6)) if answer.headers.get("content-type", "").startswith(TEXTS) else len(body)


def visit(site: Path, index: str, clicks: int) -> dict[str, Any]:
    """Everything that is measured of an index."""
    with served(site) as root, chromium() as browser:
        bytes_, cards = weights(browser, root + ADDRESSES[index])
        paces = {name: times(browser, root + ADDRESSES[index], pace, clicks) for name, pace in PACES.items()}
    return {"index": index, "bytes": bytes_, "cards": cards, "times": paces}


def weights(browser: Browser, address: str) -> tuple[dict[str, int], dict[str, int]]:
    """The bytes of the first view, and what the first click and the first query add; the cards before and after."""
    visit = Visit.open(browser, address, pace=1)
    view, written = visit.weight(), visit.page.locator("tissage-index .tissage-card").count()
    visit.page.evaluate(f"document.querySelector('{FIRST}').click()")
    visit.page.wait_for_selector(CARDS)
    click, found = visit.weight(), visit.page.locator(CARDS).count()
    visit.page.evaluate(f"reader.query({QUERIES[0]!r})")
    query = visit.weight()
    visit.page.context.close()
    return {"view": view, "click": click, "query": query}, {"written": written, "found": found}


def times(browser: Browser, address: str, pace: int, clicks: int) -> dict[str, Any]:
    """The times of clicks and queries, in milliseconds."""
    visit = Visit.open(browser, address, pace)
    visit.page.evaluate(f"document.querySelector('{FIRST}').click()")  # brings what the cards say
    visit.page.wait_for_selector(CARDS)
    visit.clear()
    measures = [visit.timed(f"reader.click({turn})") for turn in range(clicks)]
    visit.clear()
    first, *others = [visit.timed(f"reader.query({words!r})") for words in QUERIES]
    visit.page.context.close()
    return {"click": summary(measures), "first query": first, "query": summary(others)}


def summary(measures: list[dict[str, float]]) -> dict[str, list[float]]:
    """The median and the 95th percentile of each measure."""
    return {
        name: [median(values), values[math.ceil(len(values) * 0.95) - 1]]
        for name in measures[0]
        if (values := sorted(one[name] for one in measures))
    }
