"""Plans and observations to and from open formats."""
