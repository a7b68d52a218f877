"""One module a file format: from bytes to the lines that a person sees in them.

What belongs here: telling formats apart, decoding, and laying paragraphs and tables out as lines of text.
What does not: what the text says, where files lie. Nothing here reads or writes a file.
"""
