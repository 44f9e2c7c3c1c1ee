"""`/admin/config.yml`: the collections for Sveltia CMS, by which one writes sheets in a browser.

Every kind of field has its widget here. What a widget would change by reading it (a date of which one knows the year,
an amount) is a text with a pattern. Sheets are proposed, not published: each becomes a pull request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ...checking import LONGEST_SLUG
from ...exports.collection_schema import limits
from ...language import N_, Language
from ...schema.kinds.dates import describe_dates
from ...schema.kinds.numbers import as_json
from ...schema.model import Collection, Field, Schema
from ...settings import Settings
from ..issues.questions import options
from ..issues.template import DATES, LONG, text
from .forge import backend

BODY: Final = N_("The text of the sheet")
START: Final = N_("Beginning")
END: Final = N_("End")
PLACES: Final = N_("The name of a sheet, perhaps with its collection before it: {collections}.")
Widget = Callable[[Field, Schema, Language], dict[str, Any]]


def configuration(schema: Schema, settings: Settings) -> Iterator[tuple[str, str]]:
    """The path and the text of the configuration; nothing where the forge is not known."""
    if forge := backend(settings):
        yield "admin/config.yml", text(values(schema, settings, forge), settings.language)


def values(schema: Schema, settings: Settings, forge: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration."""
    language = settings.language
    return {
        "backend": dict(forge),
        "publish_mode": "editorial_workflow",
        "app_title": settings.site_name,
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "media_folder": settings.content,
        "public_folder": "/",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_SLUG},
        "output": {"omit_empty_optional_fields": True},
        "collections": [collection(one, schema, language) for one in schema.collections.values()],
    }


def collection(one: Collection, schema: Schema, language: Language) -> dict[str, Any]:
    """A collection. Images lie beside its sheets, and are named from there."""
    fields = [widget(field, schema, language) for field in one.fields.values()]
    if one.body != "none":
        needed = one.body == "required"
        fields.append({"name": "body", "label": language.say(BODY), "widget": "richtext", "required": needed})
    text = language.label(one.description)
    return {
        "name": one.id,
        "label": language.form(one.label, "many", one.id),
        "label_singular": language.form(one.label, "one", one.id),
        **({"description": text} if text else {}),
        "folder": one.source,
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": "title",
        "media_folder": "",
        "public_folder": "",
        "fields": fields,
    }


def widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A field: its words, and the widget of its kind, which may come many times."""
    sentences = [language.label(field.help), *limits(field, language), hint(field, language)]
    help_text = " ".join(sentence for sentence in sentences if sentence)
    words = {"name": field.name, "label": language.label(field.label, field.name)}
    said = {"hint": help_text} if help_text else {}
    one = WIDGETS[field.kind.name](field, schema, language)
    return {**words, **said, "required": field.required, **(listed(field, one) if field.many else one)}


def hint(field: Field, language: Language) -> str:
    """How to write what a widget takes as a text."""
    if field.kind.name in ("date", "period"):
        return language.say(DATES[field.precision])
    if field.kind.name == "ref" and len(field.to) > 1:
        return language.say(PLACES, collections=", ".join(field.to))
    return ""


def listed(field: Field, one: dict[str, Any]) -> dict[str, Any]:
    """The widget of a field that may hold many values."""
    many = field.many
    least = {"min": many.minimum} if many and many.minimum and field.required else {}
    most = {"max": many.maximum} if many and many.maximum is not None else {}
    if one["widget"] in ("select", "relation"):
        return {**one, "multiple": True, **least, **most}
    if one["widget"] == "object":
        return {"widget": "list", "fields": one["fields"], "collapsed": "auto", **least, **most}
    return {"widget": "list", "field": {"name": field.name, "label": field.name, **one}, **least, **most}


def text_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A line, or a few."""
    lengths = {"minlength": field.min_length, "maxlength": field.max_length}
    bounds = {key: limit for key, limit in lengths.items() if limit is not None}
    return {"widget": "text" if (field.max_length or 0) > LONG else "string", **bounds}


def described(message: str, **more: Any) -> Widget:
    """A text that must match the pattern that the kind itself describes for JSON Schema."""

    def made(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
        expression = field.kind.describe(field, schema)["pattern"]
        return {"widget": "string", **more, "pattern": [expression, language.say(message)]}

    return made


def number_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A number within its bounds."""
    bounds = {"min": field.min, "max": field.max}
    kept = {key: as_json(limit) for key, limit in bounds.items() if limit is not None}
    return {"widget": "number", "value_type": "float", **kept}


def date_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A calendar where the day must be known; else a text, for one may know only the year."""
    if field.precision == "day":
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False}
    return {"widget": "string", "pattern": date_pattern(field, language)}


def date_pattern(field: Field, language: Language) -> list[str]:
    """What a date looks like, and what is said of one that does not."""
    return [describe_dates(field.precision), language.say(DATES[field.precision])]


def period_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A beginning, and perhaps an end."""
    ends = {"start": (START, True), "end": (END, False)}
    pattern = date_pattern(field, language)
    fields = [
        {"name": name, "label": language.say(label), "widget": "string", "required": needed, "pattern": pattern}
        for name, (label, needed) in ends.items()
    ]
    return {"widget": "object", "fields": fields}


def select_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """Words from a list."""
    shown = [{"label": label, "value": value} for label, value in options(field, schema, language).items()]
    return {"widget": "select", "options": shown}


def ref_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """A sheet of one collection, found by its title; where there are several collections, a text."""
    if len(field.to) > 1:
        return {"widget": "string"}
    look = {"value_field": "{{slug}}", "search_fields": ["title"], "display_fields": ["title"]}
    return {"widget": "relation", "collection": field.to[0], **look}


def group_widget(field: Field, schema: Schema, language: Language) -> dict[str, Any]:
    """Fields inside a field."""
    fields = [widget(part, schema, language) for part in field.fields.values()]
    return {"widget": "object", "fields": fields, "collapsed": "auto"}


def plain(name: str, **more: Any) -> Widget:
    """A widget that needs nothing else."""
    return lambda field, schema, language: {"widget": name, **more}


WIDGETS: Final[Mapping[str, Widget]] = {
    "text": text_widget,
    "markdown": plain("richtext"),
    "number": number_widget,
    "money": described(N_("An amount, such as 25 $ or 1 500,50 $.")),
    "date": date_widget,
    "period": period_widget,
    "choice": select_widget,
    "term": select_widget,
    "boolean": plain("boolean"),
    "email": described(N_("An e-mail address, such as nom@exemple.org."), type="email"),
    "phone": described(N_("A telephone number, such as 514 555-0199.")),
    "url": described(N_("A web address, which begins with https://."), type="url"),
    "image": plain("image", choose_url=False),
    "file": plain("file", choose_url=False),
    "ref": ref_widget,
    "group": group_widget,
}
"""The widget of each kind."""
