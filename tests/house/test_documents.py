"""What the program has is documented, and what is documented exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
import typer

from tests.house.files import ROOT, documents

FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
GENERIC = {"--help", "--install-completion", "--show-completion"}
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)


def prose() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in documents())


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command of the program with its words: `read`, `votes update`."""
    from dragoman.cli import app

    def walk(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
        inner = getattr(command, "commands", {})
        if words and (not inner or getattr(command, "invoke_without_command", False)):
            yield " ".join(words), command
        for name, child in inner.items():
            if not child.hidden:
                yield from walk(child, (*words, name))

    yield from walk(typer.main.get_command(app), ())


def options(command: click.Command) -> set[str]:
    """The long names of a command's options."""
    names = {name for parameter in command.params if not getattr(parameter, "hidden", False) for name in parameter.opts}
    return {name for name in names if name.startswith("--")} - GENERIC


def test_readme_opens_with_the_two_commands():
    """Before its first section the README shows two commands, of which one is `make demo`."""
    opening = readme().split("\n## ")[0]
    block = FENCE.search(opening)
    assert block, "the README's opening has no block of commands"
    lines = [line for line in block[1].splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert len(lines) == 2
    assert any("make demo" in line for line in lines)


def test_readme_shows_a_reading():
    """A picture of a reading stands in the README and in the repository."""
    pictures = re.findall(r"!\[[^\]]*\]\(([^)\s]+)|<img[^>]+src=\"([^\"]+)\"", readme())
    assert pictures
    assert all((ROOT / (one or other)).is_file() for one, other in pictures)


def test_every_command_is_documented():
    """Each command stands in README or docs as `dragoman COMMAND`."""
    text = prose()
    found = [words for words, _ in commands()]
    assert "read" in found
    assert [words for words in found if f"dragoman {words}" not in text] == []


def test_every_option_is_documented():
    """Each option of each command stands in README or docs."""
    text = prose()
    missing = {
        (words, name) for words, command in commands() for name in options(command) if not re.search(re.escape(name) + r"(?![\w-])", text)
    }
    assert missing == set()


def test_every_command_and_option_has_help():
    """`--help` explains everything."""
    silent = [words for words, command in commands() if not (command.help or "").strip()]
    silent += [
        f"{words} {parameter.name}"
        for words, command in commands()
        for parameter in command.params
        if parameter.param_type_name == "option" and not (getattr(parameter, "help", None) or "").strip()
    ]
    assert silent == []


def documented_calls() -> list[str]:
    """Each line of a code block that calls the program."""
    lines = [line.strip() for block in FENCE.findall(prose()) for line in block.splitlines()]
    return [re.split(r"\s[#|>]", line.removeprefix("$ "))[0] for line in lines if re.match(r"(\$ )?(\.venv/bin/)?dragoman [a-z]", line)]


def test_documented_calls_exist():
    """Each documented call names a command that exists, with options that this command has."""
    known = dict(commands())
    wrong = []
    for line in documented_calls():
        words = line.split()[1:]
        name = next((key for key in sorted(known, key=len, reverse=True) if words[: len(key.split())] == key.split()), None)
        given = {word.partition("=")[0] for word in words if word.startswith("--")} - GENERIC
        if name is None or given - options(known[name]):
            wrong.append(line)
    assert documented_calls()
    assert wrong == []


def test_documented_make_targets_exist():
    """Each `make x` in README and docs is a target of the Makefile, and the README names the demo and the check."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make ([a-z][a-z-]*)(?:`|$|\n| [A-Z]+=)", prose()))
    assert {"demo", "check"} <= named
    assert named <= set(TARGET.findall(makefile))


@pytest.mark.parametrize(
    ("module", "page"),
    [("evaluation.__main__", "docs/evaluation.md"), ("benchmarks.read", "docs/evaluation.md")],
    ids=["evaluation", "benchmarks"],
)
def test_options_of_the_tools_are_documented(module, page):
    """The options of the tools of the checkout stand in their page."""
    import importlib

    parser = importlib.import_module(module).parser()
    text = (ROOT / page).read_text(encoding="utf-8")
    names = {name for action in parser._actions for name in action.option_strings if name.startswith("--")} - GENERIC
    assert names
    assert [name for name in sorted(names) if not re.search(rf"`{name}(?![\w-])", text)] == []


def test_links_between_documents_hold():
    """Relative links in README and docs lead to files."""
    broken = []
    for path in documents():
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
            if not (path.parent / target).exists():
                broken.append(f"{path.name}: {target}")
    assert broken == []
