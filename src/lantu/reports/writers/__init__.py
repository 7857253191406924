"""Manuscripts into files, one format a file."""
