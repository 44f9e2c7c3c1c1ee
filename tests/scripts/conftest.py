import sys
from pathlib import Path

# Appended, not inserted: scripts/site.py and scripts/test.py must not hide the standard library's modules.
sys.path.append(str(Path(__file__).resolve().parents[2] / "scripts"))
