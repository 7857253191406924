"""Where each plan stands: monitoring made ready for pages, and the pages themselves."""
