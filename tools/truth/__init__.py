"""What Lantu computes held against published truth: `make truth`."""
