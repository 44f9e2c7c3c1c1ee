"""What the tests of whole sites share: `builds` makes a site as a person does, `html` reads what it made."""
