"""`tissage import`: documents, spreadsheets and other sites' entries → sheets, and a report."""
