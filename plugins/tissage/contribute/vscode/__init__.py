"""What Visual Studio Code reads in the folder of a site: completion of the fields, and the check with its findings."""
