"""Further witnesses beside the rules: recognisers and language models, heard with little weight.

The rules are the default and need none of this.  A guest takes part in :func:`graph.find.find` under one contract
(:class:`Witness`); :func:`witnesses_named` gives those a user asks for, :func:`review` turns what only guests say into
open cases, and :mod:`graph.witness.confidence` says how much each rule's word is worth, alone and with others.
"""

from __future__ import annotations

from graph.find.guests import Witness
from graph.witness.claims import Claim, Reviewer
from graph.witness.confidence import confidence, confidence_of
from graph.witness.recogniser import Recogniser
from graph.witness.review import notes_of, review

__all__ = ["Claim", "Recogniser", "Reviewer", "Witness", "confidence", "confidence_of", "notes_of", "review"]
