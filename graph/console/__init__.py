"""What every command shares: options, printing, and errors as one line.

Data goes to stdout, everything else to stderr.  Exit codes: 0 done, 1 something failed or nothing matched, 2 wrong
usage.
"""
