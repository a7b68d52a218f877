"""A statement while it is being read.

What belongs here: the mutable record that the reader fills. What does not: rules, and the frozen result.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from orchestration.extraction.model import Kind, Measure, PeriodType, Quantity


@dataclass(slots=True)
class Draft:
    """One figure with what has been understood of it so far.

    ``claimed``: its clause says itself that it is a part (其中), whatever the figures say.
    """

    quantity: Quantity
    label: str = ""
    kind: Kind = "actual"
    measure: Measure = "level"
    negative: bool = False
    year: int | None = None
    base_year: int | None = None
    period: PeriodType = "annual"
    scope: str = ""
    total: Draft | None = None
    depth: int = 0
    in_plan: bool = False
    claimed: bool = False
    subject: str = ""
    signs: set[str] = field(default_factory=set)

    @property
    def is_level(self) -> bool:
        """Whether later changes may belong to it."""
        return self.measure == "level" and self.kind != "baseline"

    @property
    def named_itself(self) -> bool:
        """Whether the label is of the figure's own words, so that it can be a subject for later ones."""
        return not self.signs & {"carried", "subject", "place"} and "占" not in self.label
