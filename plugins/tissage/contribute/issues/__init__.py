"""Issues of a forge: the forms that one fills in, and the sheet and pull request that come of them."""
