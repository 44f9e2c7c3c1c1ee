"""Titles and labels in the order of the French alphabet, as Québec sorts."""

from __future__ import annotations

import random

import pytest

from tissage.language import alphabetical


@pytest.mark.parametrize(
    "ordered",
    [
        ["cote", "côte", "coté", "côté", "coteau"],
        ["Cote de blé", "Côte de blé", "coté de blé", "Côté de blé"],
        ["pèche", "pêche", "péché"],
        ["2 idées", "9 idées", "10 idées", "100 idées", "Deux idées"],
        ["Étape 2", "Étape 10", "Étape 10 bis", "Étape 011"],
        ["Année 2019", "Année 2019-2020", "Année 2023"],
        ["Œuf", "Ogre"],
        ["« Abri »", "L’abri", "Zone"],
        ["ile", "île", "Îles"],
        ["1" * 5000, "2" * 5000],
    ],
)
def test_the_order(ordered: list[str]) -> None:
    mixed = random.Random(1).sample(ordered, len(ordered))
    assert sorted(mixed, key=alphabetical) == ordered
