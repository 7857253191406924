"""The room of PDF files: from glyphs and rules on a page to the paragraphs and tables a reader of the print sees."""
