"""The grammar of figures in plans: numbers, units, bounds, times, and the clauses that join them to a subject."""
