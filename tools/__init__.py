"""Commands for those who work on Lantu; none of them is installed with it."""
