"""What a command tells whoever started it, by its exit code."""

from __future__ import annotations

from typing import Final

OK: Final = 0
FOUND: Final = 1
"""It ran, and something is wrong or missing."""
USAGE: Final = 2
"""It was not asked rightly, or cannot do what it was asked: nothing was done."""
