"""What is told: report data first, writers second."""
