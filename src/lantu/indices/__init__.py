"""Composite indices: several figures on one scale, put together by means."""
