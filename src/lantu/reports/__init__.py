"""What is told to people on paper: report data first, writers second."""
