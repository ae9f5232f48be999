"""`dragoman explain`: why an actor is taken for whom it is taken for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.pipes import quietly
from dragoman.values import Record


def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file, a URL or - as for `read`, or a stored record (.json).")],
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The actor's id (a3), its name, or a part of its name.")],
    date: options.Date = None,
    title: options.Title = None,
    outlet: options.Outlet = None,
    knowledge: options.Knowledge = None,
) -> int:
    """Show an actor's mentions, whom it could be, and what decided."""
    return quietly(lambda: _explain(article, actor, (date, title, outlet), knowledge))


def _explain(source: str, actor: str, given: tuple[str | None, str | None, str | None], knowledge: Path | None) -> int:
    from dragoman import resolving
    from dragoman.knowledge import Knowledge

    explanation = resolving.explain(_record(source, given, knowledge), actor, Knowledge.load(knowledge))
    typer.echo("\n".join(explanation.lines()))
    return 0


def _record(source: str, given: tuple[str | None, str | None, str | None], knowledge: Path | None) -> Record:
    from dragoman.articles import Given, load
    from dragoman.cli.reader import Means, open_reader
    from dragoman.cli.stored import records
    from dragoman.errors import CorpusError, UsageError

    if source.endswith(".json"):
        found = next(records(Path(source)), None)
        if found is None or isinstance(found, CorpusError):
            raise UsageError(str(found) if found else f"{source}: empty; give what `dragoman read --json` wrote")
        return found
    date, title, outlet = given
    return open_reader(Means(None, knowledge))(load(source, Given(title=title, date=date, outlet=outlet)))
