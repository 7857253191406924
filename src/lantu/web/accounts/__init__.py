"""Who may come in: users, log-in, and its limit."""
