"""Where the findings of a plan are worked through: assigned, discussed, resolved or let stand."""
