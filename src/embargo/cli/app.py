"""The command's groups, one for each room, and how its errors become exit codes."""

import sys

import typer

from embargo.cli import cases, claims, entities, findings, law, reports, sources
from embargo.cli.doors import tight_umask
from embargo.cli.out import remark
from embargo.errors import EmbargoError, UsageError

DONE, ATTENTION, USAGE, INPUT = 0, 1, 2, 3

HELP = """From a folder of sources to a cited report on breaches of sanctions. Works offline.

  embargo init CASE                   make a case
  embargo add CASE FILES...           put in txt, md, html or pdf files
  embargo run CASE                    read, weigh, apply the law, write the report
  embargo findings explain CASE ID    why a number is what it is

Exit codes: 0 done; 1 something needs a person (only with --check); 2 the command was not understood; 3 an input cannot
be used. Results go to stdout, progress to stderr; --json prints records.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
cases.add_to(app)
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
    try:
        app(args=words, prog_name="embargo")
    except SystemExit as end:
        # The parser ends every command so: 0, 2 for usage, or the code a command chose.
        return end.code if isinstance(end.code, int) else DONE
    except UsageError as error:
        remark(f"embargo: {error}")
        return USAGE
    except EmbargoError as error:
        remark(f"embargo: {error}")
        return INPUT
    except BrokenPipeError:
        # The reader of our output (a pager, head) has gone: that is its right.
        sys.stderr.close()
        return DONE
    except OSError as error:
        seen = f"{error.strerror or error}: {error.filename or ''}"
        remark(f"embargo: {seen}. Next: see that there is room and permission.")
        return INPUT
    return DONE
