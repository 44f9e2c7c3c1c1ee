import pytest

from setup.messages import Failure, explain, guard, step


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "Le disque est plein"),
        ("OSError: [Errno 30] Read-only file system: '.venv'", "L’écriture est refusée"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "n’est pas celui qui est attendu"),
        (
            "WARNING: Retrying: 'NewConnectionError: Failed to establish a new connection'",
            "Le téléchargement a échoué",
        ),
    ],
)
def test_a_known_cause_gets_its_sentence_in_both_languages(output: str, sentence: str) -> None:
    failure = explain(output)
    assert sentence in failure.french
    assert failure.english
    assert not failure.details


def test_an_unknown_cause_shows_the_end_of_what_the_tool_said() -> None:
    text = str(explain("\n".join(f"line {n}" for n in range(100))))
    assert "line 99" in text
    assert "line 1\n" not in text
    assert text.endswith("is above.")


def test_a_step_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Essai", "trial"):
        pass
    assert capsys.readouterr().out == "→ Essai / trial … 0 s\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), 130),
        (Failure("Raté.", "Failed."), "✗ Raté.\n  Failed."),
    ],
)
def test_a_command_never_ends_in_a_traceback(error: BaseException, code: int | str) -> None:
    def fail(_: list[str]) -> int:
        raise error

    with pytest.raises(SystemExit) as exit_:
        guard(fail)
    assert exit_.value.code == code


def test_an_error_of_the_system_gets_a_sentence() -> None:
    def fail(_: list[str]) -> int:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(SystemExit, match="L’écriture est refusée"):
        guard(fail)
