"""A plan and its observations into where each goal stands, and how likely it is to be met."""
