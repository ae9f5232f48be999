"""What the user says of an article, which overrules what the article says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import UsageError

from .dates import FORMS, is_date


@dataclass(frozen=True, slots=True)
class Given:
    """The user's title, date (`2022`, `2022-03` or `2022-03-07`) and outlet; None or blank leaves the article's own.

    Raises UsageError where the date has another form or names a day that does not exist.
    """

    title: str | None = None
    date: str | None = None
    outlet: str | None = None

    def __post_init__(self) -> None:
        """Bring the fields to one form and check the date."""
        for name in ("title", "date", "outlet"):
            object.__setattr__(self, name, " ".join((getattr(self, name) or "").split()) or None)
        if self.date is not None and not is_date(self.date):
            raise UsageError(f"--date {self.date}: not a date; write it as {FORMS}")
