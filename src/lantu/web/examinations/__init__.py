"""Where findings are worked on: assigned, discussed, resolved, or waived with a reason."""
