"""`tissage new`: a sheet to fill in, with questions in a terminal."""
