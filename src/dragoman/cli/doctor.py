"""`dragoman doctor`: whether everything that reading needs is there and works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.pipes import quietly
from dragoman.cli.reader import Means, open_reader
from dragoman.errors import UsageError

SENTENCE = "The foreign ministry said on Monday that the talks would go on."
SPEAKER = "ministry"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, what was found, and what to do where it is wrong."""

    name: str
    found: str
    remedy: str | None = None


def doctor(
    bundle: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Look at this model bundle in place of the shipped one.", show_default=False)
    ] = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="Say of which states and years offices and memberships are known.")] = False,
    state: Annotated[
        str | None, typer.Option(metavar="ISO3", help="Of one state or body alone, with --coverage.", show_default=False)
    ] = None,
    year: Annotated[int | None, typer.Option(help="Of one year alone, with --coverage.", show_default=False)] = None,
    facts: Annotated[
        Path | None,
        typer.Option("--knowledge", metavar="FILE", help="With the facts of this YAML file, with --coverage.", show_default=False),
    ] = None,
) -> int:
    """Say what is installed, check the model bundle, and read a sentence; or say what is known, and of when."""
    if coverage:
        return quietly(lambda: _covered(state, year, facts))
    if state or year is not None or facts:
        raise UsageError("--state, --year and --knowledge say what --coverage prints; add --coverage")
    return quietly(lambda: _tell(findings(bundle)))


def _covered(state: str | None, year: int | None, facts: Path | None) -> int:
    from dragoman.cli.coverage import Asked, lines
    from dragoman.knowledge import Knowledge

    for line in lines(Knowledge.load(facts).coverage(), Asked(state, year)):
        typer.echo(line)
    return 0


def _tell(found: Iterator[Finding]) -> int:
    """Print each finding as it comes; 1 where something is wrong, else 0."""
    wrong = 0
    for finding in found:
        typer.echo(f"{'✗' if finding.remedy else '✓'} {finding.name:<14} {finding.found}")
        if finding.remedy:
            wrong = 1
            typer.echo(f"  {'':<14} what to do: {finding.remedy}")
    return wrong


def findings(bundle: Path | None) -> Iterator[Finding]:
    """Everything looked at, in the order of what rests on what."""
    yield from _versions()
    yield _cores()
    yield _guarded("bundle", lambda: _bundle(bundle), "install dragoman again, or name another bundle with --bundle DIR")
    yield _guarded("knowledge", _knowledge, "install dragoman again")
    yield _guarded("a sentence", lambda: _sentence(bundle), "mend what is marked above; if nothing is, report it with these lines")


def _versions() -> Iterator[Finding]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    for package in ("dragoman", "onnxruntime", "tokenizers", "trafilatura"):
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            yield Finding(package, "not installed", f"pip install {package}")
    yield Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")


def _cores() -> Finding:
    import os

    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Finding("cores", f"{usable} usable")


def _guarded(name: str, look: Callable[[], Finding], remedy: str) -> Finding:
    """What `look` finds, or its failure as a finding: a doctor must come to the end whatever is broken."""
    try:
        return look()
    except Exception as error:  # whatever is wrong is what is to be told
        words = " ".join(str(error).split()) or type(error).__name__
        return Finding(name, words, remedy)


def _bundle(directory: Path | None) -> Finding:
    from dragoman.model import Bundle

    found = Bundle.load(directory)
    size = sum(path.stat().st_size for path in found.directory.rglob("*") if path.is_file())
    return Finding("bundle", f"{found.name}, {size / 1e6:.0f} MB, digests match, {found.directory}")


def _knowledge() -> Finding:
    from dragoman.knowledge import Knowledge

    known = Knowledge.load()
    until = {source.id: source.good_until or "" for source in known.sources}
    offices = max((until.get(holding.source, "") for holding in known.holdings), default="")
    members = max((until.get(membership.source, "") for membership in known.memberships), default="")
    facts = f"{len(known.holdings):,} holdings of office (newest source of {offices}), {len(known.memberships):,} memberships ({members})"
    return Finding("knowledge", f"{facts}, {known.version[:19]}")


def _sentence(directory: Path | None) -> Finding:
    import hashlib
    import time

    from dragoman.formats import chain
    from dragoman.values import Article

    start = time.perf_counter()
    read = open_reader(Means(directory))
    record = read(Article("doctor", None, None, None, None, "en", hashlib.sha256(SENTENCE.encode()).hexdigest(), SENTENCE))
    seconds = time.perf_counter() - start
    heard = [chain.phrase(record, statement) for statement in record.statements]
    found = f"“{SENTENCE}” – said by {', '.join(heard) or 'nobody'} ({seconds:.1f} s)"
    wrong = not any(SPEAKER in name for name in heard)
    return Finding("a sentence", found, "the model does not read as it should; install dragoman again" if wrong else None)
