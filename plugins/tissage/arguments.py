"""What is typed after `tissage`, and what is said of it: the standard library's parser, in the language of the site."""

from __future__ import annotations

import argparse
import re
import sys
from ast import literal_eval
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final, NoReturn

from .language import N_, Language
from .reports.exits import USAGE
from .reports.sentences import SUGGESTION, printable
from .schema.nearest import nearest

ABOUT: Final = re.compile(r"argument (?P<name>\S+): (?P<said>.+)", re.DOTALL)
MISSING: Final = re.compile(r"the following arguments are required: (?P<names>.+)")
AMBIGUOUS: Final = re.compile(r"ambiguous option: (?P<option>.+) could match (?P<options>.+)", re.DOTALL)
CHOICE: Final = re.compile(r"invalid choice: (?P<value>'.*'|\".*\")(?:, maybe you meant .+\?)? \(choose from .*\)")
NUMBER: Final = re.compile(r"invalid (?:int|float) value: (?P<value>'.*'|\".*\")")
NO_VALUE: Final = re.compile(r"ignored explicit argument (?P<value>'.*'|\".*\")")
"""What the parser of Python 3.11 to 3.14 says. It has no other way of telling what is wrong; a sentence of another
version, which none of these knows, is replaced by a general one."""


class Formatter(argparse.HelpFormatter):
    """Lays out the help, with our own word before the usage."""

    def __init__(self, prog: str, language: Language) -> None:
        super().__init__(prog)
        self.word = language.say(N_("Usage:"))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage; an empty prefix, by which argparse asks for the bare names, stays empty."""
        super().add_usage(usage, actions, groups, f"{self.word} " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A command with its options; a command below another is declared with its `language` too."""

    def __init__(self, *, language: Language, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(Formatter, language=language), **options)
        self.language = language
        say = language.say
        self._positionals.title = titled(say(N_("Arguments:")))
        self._optionals.title = titled(say(N_("Options:")))
        self.add_argument("-h", "--help", action="help", help=say(N_("show this help")))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """The options that were typed. What is unknown is refused here, where its command and usage are known."""
        known, rest = super().parse_known_args(args, namespace)
        if rest:
            self.refuse(self.superfluous(rest))
        return known, []

    def superfluous(self, rest: Sequence[str]) -> list[str]:
        """What to say of words and options that this command does not take."""
        say = self.language.say
        options = [word.partition("=")[0] for word in rest if word.startswith("-") and word != "--"]
        if not options:
            words = " ".join(word for word in rest if word != "--")
            return [
                say(
                    N_("This is too much here: “{words}”. Put quotation marks around a text of several words."),
                    words=words,
                )
            ]
        known = [name for action in self._actions for name in action.option_strings]
        return [say(N_("There is no option “{option}” here."), option=options[0]), *self.near(options[0], known)]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong of which argparse says this, in English, and end."""
        self.refuse(self.understood(message) or [self.language.say(N_("This command cannot be understood."))])

    def understood(self, message: str) -> list[str]:
        """What a message of argparse says, in our words; nothing where it is not one that we know."""
        say = self.language.say
        if found := MISSING.fullmatch(message):
            missing = [self.action(name) for name in found["names"].split(", ")]
            return [self.missing(action) for action in missing if action]
        if found := AMBIGUOUS.fullmatch(message):
            several = N_("“{option}” may be short for several options: {options}. Write it whole.")
            return [say(several, **found.groupdict())]
        about = ABOUT.fullmatch(message)
        action = self.action(about["name"]) if about else None
        return self.wrong(action, about["said"]) if about and action else []

    def missing(self, action: argparse.Action) -> str:
        """What to say where this was left out."""
        say = self.language.say
        if action.choices is not None:
            return say(N_("Say which command to run: {commands}."), commands=", ".join(map(str, action.choices)))
        return say(N_("{name} is missing: {help}."), name=name_of(action), help=action.help)

    def wrong(self, action: argparse.Action, said: str) -> list[str]:
        """What to say of a value that was refused, where the message is one that we know."""
        say, name = self.language.say, name_of(action)
        if said == "expected one argument":
            return [
                say(N_("A value is missing after {name}. The help says of it: {help}."), name=name, help=action.help)
            ]
        if found := NO_VALUE.fullmatch(said):
            return [say(N_("{name} takes no value: take “{value}” away."), name=name, value=read(found["value"]))]
        if found := NUMBER.fullmatch(said):
            whole = N_("{name} takes a whole number, and “{value}” is not one.")
            number = whole if action.type is int else N_("{name} takes a number, and “{value}” is not one.")
            return [say(number, name=name, value=read(found["value"]))]
        found = CHOICE.fullmatch(said)
        if found is None or action.choices is None:
            return []
        value, choices = read(found["value"]), [str(choice) for choice in action.choices]
        if action.option_strings:
            message = N_("“{value}” does not go with {name}. The choices are: {choices}.")
        else:  # nothing but the command is chosen without an option
            message = N_("There is no command “{value}”. The commands are: {choices}.")
        return [say(message, value=value, name=name, choices=", ".join(choices)), *self.near(value, choices)]

    def near(self, value: str, known: Iterable[str]) -> list[str]:
        """The word most likely meant, if any."""
        close = nearest(value, known)
        return [self.language.say(SUGGESTION, suggestion=close)] if close else []

    def action(self, name: str) -> argparse.Action | None:
        """What argparse calls by this name in a message."""
        return next((one for one in self._actions if name == ("/".join(one.option_strings) or one.metavar)), None)

    def refuse(self, lines: Sequence[str]) -> NoReturn:
        """Say what is wrong, then how to write the command and where its help is; exit."""
        for line in (*map(printable, lines), ""):
            print(line, file=sys.stderr)
        self.print_usage(sys.stderr)
        self.exit(USAGE, self.language.say(N_("For help, type: {command}"), command=f"{self.prog} --help") + "\n")


def name_of(action: argparse.Action) -> str:
    """What a person calls it: the option as it is typed, or the word that stands for it in the usage."""
    return action.option_strings[-1] if action.option_strings else str(action.metavar)


def titled(text: str) -> str:
    """A heading without its colon, which argparse adds; what French writes before it stays."""
    return text.removesuffix(":")


def read(value: str) -> str:
    """A text that argparse wrote as Python does."""
    return str(literal_eval(value))
