"""A web page as blocks: what on it is furniture, where the text body is, its tables."""
