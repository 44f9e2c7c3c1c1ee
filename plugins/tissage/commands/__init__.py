"""The commands that read a site as it is: a file each. Those that bring sheets in lie in `contribute/`."""
