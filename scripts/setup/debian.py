"""Debian's packages, where this machine has them and we may install them."""

import os
import shutil

from setup.process import run


def can_install() -> bool:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    # Another apt may be at work on a machine that has just started: wait for it.
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=120"]
    run([*apt, "update"])
    run([*apt, "install", "-y", "--no-install-recommends", *packages], DEBIAN_FRONTEND="noninteractive")
