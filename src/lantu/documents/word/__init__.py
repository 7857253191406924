"""WordprocessingML as blocks: styles, numbering, runs, tables, each in its file."""
