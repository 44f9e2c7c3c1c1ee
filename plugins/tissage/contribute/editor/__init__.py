"""The editor at `/admin/`: Sveltia CMS, for the sites that ask for it."""
