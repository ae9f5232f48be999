"""What every page of HTML that stands for itself is made with: the head with its policy, its assets, links to the web."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from markupsafe import Markup

HEAD = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title} – Dragoman</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>""")


def head(title: str, style: str, script: str = "", language: str = "en") -> Markup:
    """The page down to the end of its head; `script` is what its policy lets run, none where empty."""
    return HEAD.format(language=language, policy=policy(style, script), title=title, style=Markup(style))


def policy(style: str, script: str = "") -> str:
    """The content security policy that lets exactly this style and this script run, and nothing be loaded."""
    run = f"script-src '{digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{digest(style)}'; {run}img-src data:; base-uri 'none'; form-action 'none'"


def digest(text: str) -> str:
    """What a content policy calls a style or script of that text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def asset(name: str) -> str:
    """The text of a style or script that the package carries."""
    return resources.files("dragoman.formats").joinpath("assets", name).read_text("utf-8")


def address(url: str) -> Markup:
    """The URL as a link where it leads to the web, as mere text where it would do anything else."""
    if not url.lower().startswith(("https://", "http://")):
        return Markup("<bdi>{}</bdi>").format(url)
    return Markup('<a class="url" href="{0}" rel="noreferrer noopener">{0}</a>').format(url)
