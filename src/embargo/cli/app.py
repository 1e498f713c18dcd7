"""The command's groups, one for each room, and how its errors become exit codes."""

import sys

import typer

from embargo.cli import add, cases, claims, demo, entities, findings, law, reports, sources
from embargo.cli.doors import tight_umask
from embargo.cli.out import complain
from embargo.cli.streams import let_go, steady
from embargo.errors import EmbargoError, UsageError

DONE, ATTENTION, USAGE, INPUT = 0, 1, 2, 3
# What a shell expects of a command stopped by Ctrl-C.
STOPPED = 130

# \b keeps the lines of a paragraph as they stand.
HELP = """From a folder of sources to a cited report on breaches of sanctions. Works offline.

\b
A first case, from your own documents:
  embargo init my-case --title "Oil deliveries, 2024"
  embargo add my-case sources/ --table sources.csv
  embargo run my-case
  embargo findings list my-case
  embargo findings explain my-case ID     # why a number is what it is

\b
Without a case:
  embargo demo                            # the whole road over ten documents
  embargo claims extract FILE             # what one file says
  embargo law show 2397/5                 # a paragraph of a resolution

Every room has list, show and explain; each command tells more with --help. Results go to stdout, progress to
stderr; --json prints records with exact numbers. Ids may be shortened to a unique beginning.

Exit codes: 0 done; 1 something needs a person (only with --check), or verify found damage; 2 the command was not
understood; 3 an input cannot be used.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for verb in (cases.init, add.add, cases.run, cases.verify, demo.demo):
    app.command()(verb)
app.add_typer(sources.app, name="sources")
app.add_typer(claims.app, name="claims")
app.add_typer(entities.app, name="entities")
app.add_typer(findings.app, name="findings")
app.add_typer(law.app, name="law")
app.add_typer(reports.app, name="reports")


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:
        from embargo import __version__

        typer.echo(f"embargo {__version__}")
        raise typer.Exit


def call(words: list[str]) -> int:
    """Run the command; return its exit code. Errors a user can act on are printed without a traceback."""
    tight_umask()
    steady()
    try:
        code = _answer(words)
        # Here and not at the end of Python, where a full disk or a closed pipe could no longer be told.
        sys.stdout.flush()
    except UsageError as error:
        complain(f"embargo: {error}")
        return USAGE
    except EmbargoError as error:
        complain(f"embargo: {error}")
        return INPUT
    except BrokenPipeError:
        # The reader of our output (a pager, head) has gone: that is its right.
        let_go(sys.stdout)
        return DONE
    except OSError as error:
        let_go(sys.stdout)
        where = f" at {error.filename}" if error.filename else " while writing the results"
        complain(f"embargo: {error.strerror or error}{where}. Next: see that there is room and permission.")
        return INPUT
    return code


def _answer(words: list[str]) -> int:
    """Hand the words to the parser; return the exit code that it, or the command, chose."""
    try:
        app(args=words, prog_name="embargo")
    except SystemExit as end:
        # The parser ends every command so. It takes a reader who has gone for a failure; that is for `call` to judge.
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        if end.code == STOPPED:
            complain("embargo: stopped. What was finished is kept; the same command goes on from there.")
        return end.code if isinstance(end.code, int) else DONE
    return DONE
