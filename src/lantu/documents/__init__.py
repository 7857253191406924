"""Files into documents: blocks of text with their place, one format a file."""
