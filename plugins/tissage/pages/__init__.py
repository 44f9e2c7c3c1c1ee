"""The Commons → the generated pages, as HTML. Nothing here knows MkDocs."""
