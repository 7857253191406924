"""Page furniture that every room of the web shares: language, look, figures, charts."""
