"""Typer in Dutch: its help pages and what it says about wrong use.

The one module that touches Typer's words. They are no public interface, so `pyproject.toml` ranges Typer to one
minor version and the tests hold this module against its source. What the program does not use stays English:
Typer's own completion of shells, prompts and deprecated commands.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer import core
from typer._click.core import Command, Context, augment_usage_errors
from typer._click.exceptions import (
    BadParameter,
    ClickException,
    FileError,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer._click.utils import _expand_args

from poolwijzer.cli.statuses import INTERRUPTED, UNUSABLE
from poolwijzer.interview.stop_signals import was_stopped

if TYPE_CHECKING:
    from pydantic import ValidationError


WORDS = {
    "(deprecated) ": "(verouderd) ",
    "(dynamic)": "(wordt berekend)",
    "Aborted!": "Gestopt.",
    "Aborted.": "Gestopt.",
    "Arguments": "Argumenten",
    "Commands": "Opdrachten",
    "Error": "Fout",
    "Missing command.": "Er ontbreekt een opdracht.",
    "No such command {name!r}.": "Onbekende opdracht {name!r}.",
    "Options": "Opties",
    "Try [blue]'{command_path} {help_option}'[/] for help.": "Zie [blue]'{command_path} {help_option}'[/].",
    "[default: {}]": "[standaard: {}]",
    "[env var: {}]": "[omgeving: {}]",
    "[required]": "[verplicht]",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgeving: {var}",
    "required": "verplicht",
}
"""What Typer offers for translation."""

SETTINGS = ("style", "menus", "minutes")
"""What can be set in `poolwijzer.toml`, as the options are called."""

_USAGE = "Gebruik: "
_PLACEHOLDERS = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]..."}
_HELP = "Toon deze uitleg."

_KINDS = {
    " range": "",
    "FileBinaryRead": "bestand",
    "FileBinaryWrite": "bestand",
    "FileText": "bestand",
    "FileTextWrite": "bestand",
    "Path": "pad",
    "bool": "true|false",
    "datetime": "datum",
    "dir": "map",
    "file": "bestand",
    "float": "getal",
    "int": "heel getal",
    "path": "pad",
    "str": "tekst",
    "%Y": "JJJJ",
    "%m": "MM",
    "%d": "DD",
    "%H": "UU",
    "%M": "MM",
    "%S": "SS",
}
_KIND = r"%\w| range\b|\w+"
_LIST = r"list\[(.*)\]"

_LONG = r"([^'\s]{200})[^'\s]+"
"""A word that nobody reads to its end; a path is hardly ever so long."""
_FORMATS = r"(?s)(.*) does not match the formats (.*)\."

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "bestaat niet",
    IsADirectoryError: "is een map",
    PermissionError: "is niet toegankelijk",
}

_TYPERS_DISPLAY_TYPE = core._TyperParameter.display_type
_TYPERS_HELP_NAMES = Command.get_help_option_names
_TYPERS_HELP_OPTION = Command.get_help_option
_TYPERS_HELP_RECORD = core.TyperOption.get_help_record
_TYPERS_PARSE_ARGS = Command.parse_args
_TYPERS_PROCESS_VALUE = core._TyperParameter.process_value

_PATH = "(?:file|dir|path) (.*) "
# Patterns stay text until they are used: compiling them would cost every start.
_SENTENCES = (
    (r"(.*) Did you mean (.*)\?", r"\1 Bedoelde u \2?"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"Dit is te veel: \1."),
    (r"Option (.*) requires an argument\.", r"Optie \1 heeft een waarde nodig."),
    (r"Option (.*) requires (\d+) arguments\.", r"Optie \1 heeft \2 waarden nodig."),
    (r"Option (.*) does not take a value\.", r"Optie \1 krijgt geen waarde."),
    (r"Argument (.*) takes (\d+) values\.", r"Argument \1 heeft \2 waarden nodig."),
    (_PATH + r"does not exist\.", r"\1 bestaat niet."),
    (_PATH + r"is a file\.", r"\1 is een bestand. Geef een map."),
    (_PATH + r"is a directory\.", r"\1 is een map. Geef een bestand."),
    (_PATH + r"is not readable\.", r"\1 kan niet worden gelezen."),
    (_PATH + r"is not writable\.", r"\1 kan niet worden beschreven."),
    (r"(.*) is not one of (.*)\.", r"\1 kan hier niet. Kies uit \2."),
    (r"(\d+) values are required, but (\d+) given\.", r"Hier horen \1 waarden, niet \2."),
    (r"(?:value is not a valid tuple|Value must be an iterable\.)", "Hier horen meer waarden."),
    (r"None is not a valid string", "Hier hoort tekst."),
    (r"Value (.*) is not a valid .*\.", r"\1 past hier niet."),
)


def run_in_dutch(app: typer.Typer, prog_name: str, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a program, tell wrong use in one Dutch line on stderr, and leave with the exit status of the contract.

    Args:
        app: The program.
        prog_name: Its name, as people type it.
        arguments: What comes after the name; None takes them from the command line.
    """
    typer_in_dutch()
    if arguments is None:
        arguments = sys.argv[1:]
        if os.name == "nt":  # the shells of Windows leave `*.yaml` to the program
            arguments = _expand_args(arguments)
    sys.exit(_status_heard(typer.main.get_command(app), prog_name, list(arguments)))


def _status_heard(command: Command, prog_name: str, arguments: list[str]) -> int:
    """The exit status, once all that was said on stdout has arrived there."""
    try:
        status = _status(command, prog_name, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        status = 0  # the reader (`| head`) has seen enough
    except (OSError, MemoryError) as error:
        # All that was read hangs on it: without it there is memory again, also for an import.
        error.__traceback__ = error.__context__ = None
        from poolwijzer.cli.refusals import tell_refusal

        if not was_stopped():
            typer.echo(str(tell_refusal(error)), err=True)
        status = INTERRUPTED if was_stopped() else UNUSABLE
    else:
        return status
    sys.stdout = None  # or Python complains about it while it closes
    return status


def _status(command: Command, prog_name: str, arguments: list[str]) -> int:
    # Not by way of Typer's own main: that swallows Ctrl-C without a word.
    try:
        with command.make_context(prog_name, arguments) as context:
            command.invoke(context)
    except typer.Exit as leave:
        return leave.exit_code
    except NoArgsIsHelpError as error:
        if error.message:  # rich has already shown it
            typer.echo(error.message)
        return 0
    except (typer.Abort, KeyboardInterrupt, EOFError):
        typer.echo("Gestopt.", err=True)
        return INTERRUPTED
    except ClickException as error:
        typer.echo(usage_line(error, prog_name), err=True)
        return UNUSABLE
    return 0


def usage_line(error: ClickException, prog_name: str) -> str:
    """Tell wrong use in one line: the command, what is wrong, and where to read on."""
    from poolwijzer.problems import Problem

    context = error.ctx if isinstance(error, UsageError) else None
    name = context.command_path if context else prog_name
    return str(Problem(name, _told(error), f"Zie '{name} --help'."))


def _told(error: ClickException) -> str:
    from poolwijzer.problems import did_you_mean, quote

    if isinstance(error, NoSuchOption):
        meant = did_you_mean(error.option_name, error.possibilities or ())
        return f"Onbekende optie {quote(error.option_name)}. {meant}".rstrip()
    if isinstance(error, MissingParameter):
        return _missing(error)
    if isinstance(error, BadParameter):
        name = _name(error)
        return f"Bij {name}: {_unfit(error)}" if name else _unfit(error)
    if isinstance(error, FileError):
        return f"Het bestand {quote(error.ui_filename)} gaat niet open."
    return in_dutch(error.message)


def _name(error: BadParameter) -> str:
    """How the user knows the parameter: the names of an option, or the placeholder of an argument."""
    if error.param_hint is not None:
        hints = [error.param_hint] if isinstance(error.param_hint, str) else error.param_hint
        return " of ".join(hints)
    if error.param is None:
        return ""
    if isinstance(error.param, core.TyperOption):
        return " of ".join(f"'{option}'" for option in error.param.opts)
    return error.param.display_name_raw


def _missing(error: MissingParameter) -> str:
    kind = "Optie" if isinstance(error.param, core.TyperOption) else "Argument"
    choices = error.param.get_missing_message(error.ctx) if error.param else None
    hint = f" Kies uit {' '.join(choices.partition(':')[2].split())}." if choices else ""
    return f"{kind} {_name(error)} ontbreekt.{hint}"


def _unfit(error: BadParameter) -> str:
    from poolwijzer.problems import quote

    cause = error.__cause__
    if isinstance(cause, OSError):
        reason = next((dutch for kind, dutch in _REASONS.items() if isinstance(cause, kind)), "gaat niet open")
        return f"{quote(cause.filename)} {reason}."
    if cause is None:
        return in_dutch(error.message)
    from pydantic import ValidationError

    return _of_pydantic(cause) if isinstance(cause, ValidationError) else in_dutch(error.message)


def _of_pydantic(error: ValidationError) -> str:
    from pydantic import ValidationError

    from poolwijzer.validation.sentences import tell_error

    found = error.errors(include_url=False)[0]
    context: dict[str, Any] = found.get("ctx", {})
    inner = context.get("error")
    if isinstance(inner, ValidationError):  # of one value in a list
        return _of_pydantic(inner)
    if isinstance(inner, ValueError):
        return in_dutch(str(inner))
    message, hint = tell_error(found["type"], found["input"], context)
    return f"{message} {hint}".rstrip()


def in_dutch(message: str) -> str:
    """Say one of Typer's sentences in Dutch; another text, such as one of our own, stays as it is."""
    message = re.sub(_LONG, r"\1…", message)
    if found := re.fullmatch(_FORMATS, message):
        return f"{found[1]} past hier niet. Schrijf het als {_kinds(found[2])}."
    for pattern, dutch in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(dutch)
    return message


class _DutchFormatter(HelpFormatter):
    """Lays out plain help pages, and the usage line that every page and every panel of rich begins with."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, dutch in _PLACEHOLDERS.items():
            args = args.replace(english, dutch)
        super().write_usage(prog, args, _USAGE if prefix is None else prefix)
        _rich_in_dutch()

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        # Of an argument, Typer does not offer this for translation, while it does of an option.
        rows = [(first, second.replace("[env var: ", "[omgeving: ")) for first, second in rows]
        super().write_dl(rows, col_max, col_spacing)


def typer_in_dutch() -> None:
    """Make Typer's help pages Dutch, of every program in this process. Once or more often is the same."""
    Context.formatter_class = _DutchFormatter
    _replace(core, "_", _word)
    _replace(core, "describe_number_range", _range)
    _replace(core._TyperParameter, "display_type", _display_type)
    _replace(Command, "get_help_option", _help_option)
    _replace(Command, "get_help_option_names", _help_names)
    _replace(core.TyperOption, "get_help_record", _help_record)
    _replace(Command, "parse_args", _parse_args)
    _replace(core._TyperParameter, "process_value", _process_value)


def _replace(owner: object, name: str, own: object) -> None:
    getattr(owner, name)  # another Typer without it must fail here, not stay English
    setattr(owner, name, own)


def _rich_in_dutch() -> None:
    """Put Dutch in the constants of the rich pages, where that module was loaded: Typer does so at the last moment."""
    rich_utils = sys.modules.get("typer.rich_utils")
    if rich_utils is None:
        return
    for name, text in vars(rich_utils).copy().items():
        if isinstance(text, str) and text in WORDS:
            setattr(rich_utils, name, WORDS[text])
    highlights = rich_utils.OptionHighlighter.highlights
    rich_utils.OptionHighlighter.highlights = [rule.replace("Usage: ", _USAGE) for rule in highlights]


def _word(english: str) -> str:
    return WORDS.get(english, english)


def _range(low: float | None, high: float | None) -> str | None:
    """Say between which bounds a number must be."""
    if low is not None and high is not None:
        return f"{low} t/m {high}"
    if low is not None:
        return f"minstens {low}"
    return None if high is None else f"hoogstens {high}"


def _kinds(label: str) -> str:
    return re.sub(_KIND, lambda found: _KINDS.get(found[0], found[0]), label)


def _display_type(self: core._TyperParameter, ctx: Context) -> str:
    """Say what kind of value belongs to a parameter: `<pad>`; nothing where it takes none."""
    if isinstance(self, core.TyperOption) and (self.is_flag or self.count):
        return ""
    label = re.sub(_LIST, r"\1", _TYPERS_DISPLAY_TYPE(self, ctx))
    # Choices are what people type, so these stay.
    return label if self.type_descriptor.is_choice else _kinds(label)


def _help_names(self: Command, ctx: Context) -> list[str]:
    """The names of the option for help, the short one first; Typer gives them in another order every time."""
    return sorted(_TYPERS_HELP_NAMES(self, ctx), key=lambda name: (len(name), name))


def _help_option(self: Command, ctx: Context) -> core.TyperOption | None:
    option = _TYPERS_HELP_OPTION(self, ctx)
    if option is not None:
        option.help = _HELP
    return option


def _help_record(self: core.TyperOption, ctx: Context) -> tuple[str, str] | None:
    """The line of an option in the help; of what somebody set once it says what that is, and where it stands."""
    found = _TYPERS_HELP_RECORD(self, ctx)
    if found is None or ctx.resilient_parsing or self.name not in SETTINGS:
        return found
    from poolwijzer.cli.settings.chosen import tell_setting

    return found[0], f"{found[1]}  {tell_setting(self.name)}".rstrip()


def _parse_args(self: Command, ctx: Context, args: list[str]) -> list[str]:
    """Parse as Typer does, and have every error know of which command it is."""
    with augment_usage_errors(ctx):
        return _TYPERS_PARSE_ARGS(self, ctx, args)


def _process_value(self: core._TyperParameter, ctx: Context, value: Any) -> Any:
    """Read a value as Typer does; without one it reads nothing, and so does not make pydantic build what would read it.

    An advice has some ten options that are not given: building for these took a fiftieth of its start.
    """
    several = self.multiple or self.nargs != 1
    if value is None and not (several or self.required):
        return self.callback(ctx, self, None) if self.callback else None
    return _TYPERS_PROCESS_VALUE(self, ctx, value)
