"""The nouns: what the stages hand to each other.

Every stage is a plain function from these values to these values, so they are the contract
of the whole package: a :class:`Document` comes out of ``read``, mentions out of ``find``, and
:class:`Statements` out of ``relate``.  All values are frozen; all collections are tuples in a
stated order, so that equal input gives equal output byte for byte.

Two coordinate systems exist, and the types keep them apart:

* *raw* offsets count Unicode code points of the decoded file with LF line ends.  :class:`Evidence`
  is always raw: ``document.raw[start:end] == quote``.  This is what a reader can check.
* *view* offsets count code points of :attr:`Document.text`, the cleaned text in which furniture is
  gone, page seams are mended and hard line breaks are joined.  :class:`Span` and
  everything inside the pipeline is view.  :meth:`Document.evidence` is the one bridge.
"""

from __future__ import annotations

from graph.model.document import (
    Contact,
    Document,
    Evidence,
    Header,
    Piece,
    Proposal,
    Repair,
    Section,
    Span,
)
from graph.model.statements import (
    Entity,
    Indicator,
    Measure,
    Mention,
    Open,
    Relation,
    Responsibility,
    Statements,
)

__all__ = [
    "Contact", "Document", "Entity", "Evidence", "Header", "Indicator", "Measure", "Mention", "Open", "Piece",
    "Proposal", "Relation", "Repair", "Responsibility", "Section", "Span", "Statements",
]
