"""The same monitoring over millions of series: DuckDB embedded, Spark when one machine is outgrown."""
