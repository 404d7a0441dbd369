"""A document that a news page quotes below a paragraph of its own (日前，某市印发了…，全文如下)."""

from __future__ import annotations

from graph.read.header.page import Page
from graph.read.knowledge import pattern

__all__ = ["opened", "quoted_title"]

_LEAD_LINES = 12  # lines between the lead and the title


def quoted_title(page: Page) -> int:
    """The first line of a document that a news page quotes below its own lead; 0 where none does.

    The page's ``head`` is then the lead, the first running text on it.
    """
    lead = page.head
    if page.addressee >= 0 or lead >= len(page.spans) or not pattern("header", "news_lead").match(page.text(lead)):
        return 0
    among = range(lead + 1, min(lead + _LEAD_LINES, len(page.spans)))
    title = next((i for i in among if pattern("furniture", "title").match(page.text(i)) and not page.is_body(i)), 0)
    while title - 1 > lead and pattern("header", "title_part").match(page.text(title - 1)):
        title -= 1
    return title


def opened(page: Page) -> Page:
    """The page once its header is read: the lead of a news page is text, the header below it structure."""
    if page.first:
        lead = next(i for i in range(page.first) if pattern("header", "news_lead").match(page.text(i)))
        page.structural |= set(range(lead, page.head))
        page.head = lead
    return page
