"""The review screen: people go through what the reader found, and adopt the plan when they are done."""
