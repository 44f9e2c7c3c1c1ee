"""What bench.py is made of: the sheets, the two sites that hold them, the measured builds, the report."""
