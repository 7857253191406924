"""The only place that knows Django: the workbench and the public pages."""
