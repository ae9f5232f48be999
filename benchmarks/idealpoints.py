"""Ideal points: ours beside what R users run, on the same roll calls and machine.

    python -m benchmarks.idealpoints [--first 66] [--last 66] [--draws 2000] [--burnin 500] [--json]

Peers are MCMCpack (MCMCordfactanal: the same ordered answers, one session or several as if the states stood still; MCMCdynamicIRT1d:
yes against the rest, moving from session to session) and pscl (ideal: yes against no, abstentions missing, standing still). Debian has
both: `apt-get install r-cran-mcmcpack r-cran-pscl`. Without R the benchmark says so and ends. Seconds are of the processor, so
that what else the machine does hardly matters; R's include no start-up. `mean |r|` is the absolute correlation with the published
points, averaged over the sessions.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.analysis.idealpoints import ideal_points
from dragoman.analysis.panel import Panel, panel, select
from dragoman.knowledge.rollcalls.archive import shipped
from dragoman.knowledge.rollcalls.published import published_points

Found = dict[tuple[str, int], float]

LIMIT = 900
"""Seconds of the clock after which the peers are stopped."""

SCRIPT = r"""
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]; draws <- as.integer(arguments[2]); burnin <- as.integer(arguments[3])
votes <- as.matrix(read.csv(file.path(folder, "votes.csv"), row.names = 1, check.names = FALSE))
sessions <- scan(file.path(folder, "sessions.txt"), quiet = TRUE)
keep <- function(name, seconds, table) {
  write.csv(table, file.path(folder, paste0(name, ".csv")), row.names = FALSE)
  cat(name, seconds, "\n"); flush(stdout())
}
timed <- function(work) { start <- proc.time(); value <- work(); list(value = value, seconds = sum((proc.time() - start)[1:2])) }
states <- rownames(votes)
set.seed(1)
if (requireNamespace("pscl", quietly = TRUE)) {
  suppressMessages(library(pscl))
  binary <- ifelse(votes == 3, 1, ifelse(votes == 1, 0, NA))
  call <- rollcall(binary, yea = 1, nay = 0, missing = NA, notInLegis = 9, legis.names = states)
  run <- timed(function() ideal(call, d = 1, maxiter = burnin + draws, burnin = burnin, thin = 10, normalize = TRUE, verbose = FALSE))
  keep("pscl_ideal", run$seconds, data.frame(state = rownames(run$value$xbar), session = NA, point = run$value$xbar[, 1]))
}
if (requireNamespace("MCMCpack", quietly = TRUE)) {
  suppressMessages(library(MCMCpack))
  used <- apply(votes, 2, function(column) length(unique(na.omit(column))) == 3)
  run <- timed(function() MCMCordfactanal(votes[, used], factors = 1, burnin = burnin, mcmc = draws, thin = 10, tune = 0.6, L0 = 0.5,
    store.lambda = FALSE, store.scores = TRUE, verbose = 0))
  means <- colMeans(run$value)
  means <- means[grepl("^phi\\.", names(means)) & !grepl("\\.1$", names(means))]
  keep("mcmcpack_ordfactanal", run$seconds, data.frame(state = states, session = NA, point = as.numeric(means)[seq_along(states)]))
  if (length(unique(sessions)) > 1) {
    binary <- ifelse(votes == 3, 1, ifelse(is.na(votes), NA, 0))
    anchors <- list("+", "-"); names(anchors) <- c("USA", "CUB")
    times <- sessions - min(sessions) + 1
    run <- timed(function() MCMCdynamicIRT1d(binary, item.time.map = times, theta.constraints = anchors, burnin = burnin, mcmc = draws,
      thin = 10, store.item = FALSE, verbose = 0))
    means <- colMeans(run$value)
    means <- means[grepl("^theta\\.", names(means))]
    parts <- regmatches(names(means), regexec("^theta\\.(.+)\\.t([0-9]+)$", names(means)))
    keep("mcmcpack_dynamic", run$seconds, data.frame(state = sapply(parts, `[`, 2),
      session = as.integer(sapply(parts, `[`, 3)) + min(sessions) - 1, point = as.numeric(means)))
  }
}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a row an estimator; 0 also where R is absent, with the reason."""
    options = _options().parse_args(arguments)
    chosen = _panel(options.first, options.last)
    rows = [_ours(chosen)]
    if shutil.which("Rscript") is None:
        print("peers skipped: no Rscript here; apt-get install r-cran-mcmcpack r-cran-pscl", file=sys.stderr)
    else:
        rows += _peers(chosen, options.draws, options.burnin)
    if options.json:
        print(json.dumps([{"estimator": name, "seconds": seconds, "mean_abs_r": fit} for name, seconds, fit in rows], indent=1))
        return 0
    sessions = f"{options.first} to {options.last}" if options.first != options.last else str(options.first)
    print(f"session {sessions}: {chosen.answers.shape[0]} roll calls; {options.burnin} + {options.draws} draws by the peers")
    for name, seconds, fit in rows:
        print(f"{name:<22} {seconds:>8.2f} s   mean |r| with the published points {fit:.3f}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.idealpoints", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--first", type=int, default=66, help="first session (default: 66)")
    parser.add_argument("--last", type=int, default=66, help="last session (default: 66)")
    parser.add_argument("--draws", type=int, default=2000, help="draws that the peers keep, before thinning (default: 2000)")
    parser.add_argument("--burnin", type=int, default=500, help="draws that the peers throw away (default: 500)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    return parser


def _panel(first: int, last: int) -> Panel:
    """The divided roll calls of the sessions and the states that answered at least a third of them."""
    whole = panel(item for item in select(shipped(), "1946", "2020-01-14") if item.session is not None and first <= item.session <= last)
    part = whole.of(np.array(whole.states)[(whole.answers >= 0).mean(axis=0) > 1 / 3].tolist())
    sizes = np.stack([(part.answers == code).sum(axis=1) for code in (0, 1, 2)])
    divided = sizes.sum(axis=0) - sizes.max(axis=0) >= 3
    return Panel(part.states, (), part.answers[divided], part.members[divided], part.sessions[divided])


def _ours(chosen: Panel) -> tuple[str, float, float]:
    start = time.process_time()
    found = ideal_points(chosen)
    seconds = time.process_time() - start
    points = {(state, int(session)): value for state, session, value in zip(found.states, found.sessions, found.point, strict=True)}
    return "dragoman", seconds, _fit(points, chosen)


def _peers(chosen: Panel, draws: int, burnin: int) -> list[tuple[str, float, float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(chosen, folder)
        (folder / "peers.R").write_text(SCRIPT, encoding="utf-8")
        command = ["Rscript", "--vanilla", str(folder / "peers.R"), name, str(draws), str(burnin)]
        try:
            with (folder / "peers.txt").open("w", encoding="utf-8") as out:
                run = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False, timeout=LIMIT)
            if run.returncode:
                print(f"Rscript ended with {run.returncode}: {run.stderr.strip()[-400:]}", file=sys.stderr)
        except subprocess.TimeoutExpired:
            print(f"peers stopped after {LIMIT} seconds; what had ended stands below", file=sys.stderr)
        lines = (folder / "peers.txt").read_text(encoding="utf-8").splitlines()
        done = [line.split() for line in lines if (folder / f"{line.split(' ')[0]}.csv").is_file()]
        return [(peer, float(seconds), _fit(_read(folder / f"{peer}.csv", chosen), chosen)) for peer, seconds in done]


def _write(chosen: Panel, folder: Path) -> None:
    """The answers as R's peers take them, a row a state: 1 no, 2 abstain, 3 yes, NA."""
    with (folder / "votes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["state", *(f"v{place}" for place in range(len(chosen.answers)))])
        for state, answers in zip(chosen.states, chosen.answers.T.tolist(), strict=True):
            writer.writerow([state, *("NA" if answer < 0 else answer + 1 for answer in answers)])
    (folder / "sessions.txt").write_text("\n".join(map(str, chosen.sessions.tolist())), encoding="utf-8")


def _read(path: Path, chosen: Panel) -> Found:
    """The points of a peer; one that stands still has the same point in every session."""
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    sessions = sorted(set(chosen.sessions.tolist()))
    return {
        (row["state"], at): float(row["point"]) for row in rows for at in (sessions if row["session"] == "NA" else [int(row["session"])])
    }


def _fit(found: Found, chosen: Panel) -> float:
    """The mean over the sessions of the absolute correlation with the published points."""
    values = []
    for session in sorted(set(chosen.sessions.tolist())):
        pairs = [(found[key], value) for key, value in published_points().items() if key[1] == session and key in found]
        values.append(abs(float(np.corrcoef(np.array(pairs).T)[0, 1])))
    return float(np.mean(values))


if __name__ == "__main__":
    sys.exit(main())
