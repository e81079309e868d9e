"""Print, its preview and PDF: one layout, painted wherever it is wanted."""
