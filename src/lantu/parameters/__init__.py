"""Numbers of policy: dated, sourced YAML, never constants in code."""
