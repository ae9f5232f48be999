"""Time expressions: found by rules, resolved against the publication date, and given to what they date."""

from dragoman.reading.times.dating import date_events, date_statements
from dragoman.reading.times.finding import find
from dragoman.reading.times.governing import Timed, date_of, timed

__all__ = ["Timed", "date_events", "date_of", "date_statements", "find", "timed"]
