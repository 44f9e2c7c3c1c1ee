"""QR codes: a page's address for whoever holds the paper.

segno draws one code of each size. What changes from one address to the next is worked out here, from segno's own
tables: a code takes segno 2 ms, and this a thirtieth of that. A site has one on every sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from itertools import accumulate, pairwise, product, repeat, zip_longest
from operator import getitem, xor
from typing import Any, Final

import segno
from markupsafe import Markup, escape
from segno import consts

SIZES: Final = (3, 5, 8)
"""The sizes (“versions”) used, few since each is a hundredth of a second of work: for 42, 84 and 152 bytes."""
BLOCKS: Final[Mapping[Any, Any]] = consts.ECC
MASK: Final = 0
"""Readers take any mask. Looking for the one that reads best takes longer than all the rest."""
DIGITS: Final = b"0" + b"1" * 255
QUIET: Final = 4
"""How many cells stay white around a code."""


@dataclass(frozen=True)
class Size:
    """What all codes of a size share.

    `room` is how many bytes of text they hold, `blocks` where the data bytes of each block lie, `checks` how many check
    bytes each block gets. A cell shows the bit in `bits` of the byte whose number stands in `order`: of the data bytes,
    then the check bytes, block by block. `frame` is the code without a text, a bit a cell.
    """

    side: int
    room: int
    blocks: tuple[slice, ...]
    checks: int
    order: bytes
    bits: int
    frame: int

    @property
    def row(self) -> int:
        """The bytes that hold a row of cells."""
        return (self.side + 7) // 8


def fixed(version: int, side: int) -> set[tuple[int, int]]:
    """The cells without text, row and column: corners, rulers, marks, and the number of the larger sizes."""
    far = side - 8
    areas = [(0, 0, 9, 9), (0, far, 9, 8), (far, 0, 8, 9), (6, 0, 1, side), (0, 6, side, 1)]
    if version > 6:
        areas += [(0, side - 11, 6, 3), (side - 11, 0, 3, 6)]
    centres: Sequence[int] = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    areas += [(y - 2, x - 2, 5, 5) for y, x in product(centres, repeat=2) if (y, x) not in ((6, far + 1), (far + 1, 6))]
    return {
        cell for top, left, high, wide in areas for cell in product(range(top, top + high), range(left, left + wide))
    }


def mixed(blocks: Sequence[tuple[int, int]], data: int, checks: int) -> list[int]:
    """The numbers of all bytes in the order of the cells: the first of each block, the second of each…, then checks."""
    columns = zip_longest(*(range(*block) for block in blocks))
    firsts = range(data, data + checks * len(blocks), checks)
    return [
        *(number for column in columns for number in column if number is not None),
        *(first + index for index in range(checks) for first in firsts),
    ]


@cache
def fitting(length: int) -> int:
    """The smallest size that holds so many bytes, 0 where none does."""
    rooms = [
        sum(one.num_blocks * one.num_data for one in BLOCKS[version][consts.ERROR_LEVEL_M]) - 2 for version in SIZES
    ]
    return next((version for version, room in zip(SIZES, rooms, strict=True) if length <= room), 0)


@cache
def size(version: int) -> Size:
    """The size of that number."""
    side = 17 + 4 * version
    infos = BLOCKS[version][consts.ERROR_LEVEL_M]
    ends = [*accumulate((info.num_data for info in infos for _ in range(info.num_blocks)), initial=0)]
    checks = infos[0].num_total - infos[0].num_data
    numbers = mixed([*pairwise(ends)], ends[-1], checks)
    width = (side + 7) // 8 * 8
    order, bits = bytearray(side * width), bytearray(side * width)
    taken, number = fixed(version, side), 0
    for turn, right in enumerate(
        (*range(side - 1, 6, -2), *range(5, 0, -2))
    ):  # two columns at once; the ruler has none
        for row in range(side) if turn % 2 else reversed(range(side)):
            for column in (right, right - 1):
                if number < 8 * len(numbers) and (row, column) not in taken:
                    cell = row * width + column
                    order[cell], bits[cell] = numbers[number // 8], 128 >> number % 8
                    number += 1
    blocks = tuple(slice(*ends) for ends in pairwise(ends))
    empty = Size(side, ends[-1] - 2, blocks, checks, bytes(order), int.from_bytes(bits), 0)
    text = b"-" * empty.room
    code = segno.make(text, version=version, error="m", mask=MASK, mode="byte", boost_error=False)
    drawn = int("".join("".join(map(str, row)).ljust(width, "0") for row in code.matrix), 2)
    return replace(empty, frame=drawn ^ cells(text, empty))


@cache
def remainders(length: int, checks: int) -> Sequence[Sequence[int]]:
    """The check bytes of each byte at each place of a block of that length (Reed and Solomon)."""
    generator, exp, log = consts.GEN_POLY[checks], consts.GALIOS_EXP, consts.GALIOS_LOG
    alone = (0, *(int.from_bytes(bytes(exp[log[byte] + power] for power in generator)) for byte in range(1, 256)))
    top = 8 * (checks - 1)

    def step(rest: int, _: None) -> int:
        return ((rest & ((1 << top) - 1)) << 8) ^ alone[rest >> top]

    return list(zip(*(accumulate(repeat(None, length - 1), step, initial=first) for first in alone), strict=True))[::-1]


def check_bytes(block: bytes, checks: int) -> bytes:
    """The bytes by which a reader mends a block that is dirty or torn."""
    return reduce(xor, map(getitem, remainders(len(block), checks), block)).to_bytes(checks)


def cells(text: bytes, size: Size) -> int:
    """The code of a text, a bit a cell."""
    head = (0b0100 << 8 | len(text)) << 8 * len(text) | int.from_bytes(text)  # bytes, so many, these
    data = ((head << 4).to_bytes(len(text) + 2) + b"\xec\x11" * size.room)[: size.room + 2]
    checks = [check_bytes(data[block], size.checks) for block in size.blocks]
    picked = int.from_bytes(size.order.translate(b"".join((data, *checks)).ljust(256))) & size.bits
    return int(picked.to_bytes(len(size.order)).translate(DIGITS), 2) ^ size.frame


@cache
def strokes(after: str) -> tuple[str, ...]:
    """Eight cells of a row, for each byte, as a piece of a path: a line where they are dark, a step where not."""
    runs = (f"{byte:08b}".replace("01", "0 1").replace("10", "1 0").split() for byte in range(256))
    return tuple("".join(f"h{len(r)}" if r[0] == "1" else f"m{len(r)} 0" for r in each) + after for each in runs)


def svg(text: str, name: str) -> Markup:
    """The code of a text as SVG, under that name; nothing where it is too long to read easily."""
    raw = text.encode()
    if not (version := fitting(len(raw))):
        return Markup()
    its = size(version)
    row, whole = its.row, its.side + 2 * QUIET
    dark = cells(raw, its).to_bytes(its.side * row)
    path = [*map(strokes("").__getitem__, dark)]
    path[row - 1 :: row] = map(strokes(f"m-{8 * row} 1").__getitem__, dark[row - 1 :: row])
    # No theme may colour what a camera must read.
    return Markup(
        f'<svg viewBox="0 0 {whole} {whole}" role="img" aria-label="{escape(name)}">'
        f'<path d="M0 0h{whole}v{whole}H0z" fill="#fff"/>'
        f'<path d="M{QUIET} {QUIET}.5{"".join(path)}" stroke="#000"/></svg>'
    )
