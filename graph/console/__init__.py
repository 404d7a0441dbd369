"""What every command shares: options, printing, and errors as one line.

Data goes to stdout, everything else to stderr.  Exit codes: 0 done, 1 something failed or nothing matched, 2 wrong
usage.
"""

from __future__ import annotations

from graph.console.commands import Commands
from graph.console.options import (
    document_options,
    file_argument,
    filter_options,
    form_options,
    lang_option,
    lexicon_option,
    limit_option,
    listing_options,
    queries_option,
    review_options,
    store_option,
    witness_option,
    words_argument,
)
from graph.console.telling import (
    note,
    print_answer,
    print_listing,
    said,
    told,
)

__all__ = ["Commands", "document_options", "file_argument", "filter_options", "form_options", "lang_option",
           "lexicon_option", "limit_option", "listing_options", "note", "print_answer", "print_listing",
           "queries_option", "review_options", "said", "store_option", "told", "witness_option", "words_argument"]
