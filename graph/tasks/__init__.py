"""What a command does beyond one question to the library: several steps, and telling about them.

One module a command, so that ``cli.py`` stays a table of contents.
"""
