"""Tissage: Markdown sheets with YAML front matter become a site of cross-linked catalogues."""

__version__ = "0.1.0"
