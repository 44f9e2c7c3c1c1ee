"""What editors look after: sheets that age, people who are named, links that die, and those who did the work."""
