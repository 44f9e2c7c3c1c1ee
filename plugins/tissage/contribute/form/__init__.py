"""« Proposer une fiche »: what the script of the form is given."""
