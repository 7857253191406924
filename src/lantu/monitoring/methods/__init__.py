"""How indicators are worked out where a national standard or a statistical definition says how: one subject a file."""
