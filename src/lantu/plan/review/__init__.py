"""The review: people decide on what the reader found, and every decision is kept."""
