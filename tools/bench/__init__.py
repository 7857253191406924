"""Measurements that anyone can repeat: `make bench` runs every subject of this folder and writes docs/performance.md."""
