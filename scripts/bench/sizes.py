"""What the command lines of both benchmarks read."""


def at_least_one(text: str) -> int:
    """A number of sheets, runs or clicks."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
