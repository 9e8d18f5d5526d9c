"""What a comparison left out, told in English and in Chinese."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """What was left out of the figures of `metric`, or of all where it is empty."""

    metric: str
    english: str
    chinese: str


@dataclass(slots=True)
class Notes:
    """The notes of one comparison, each once."""

    told: list[Note] = field(default_factory=list)

    def add(self, metric: str, english: str, chinese: str) -> None:
        """Keeps the note unless it stands already."""
        note = Note(metric, english, chinese)
        if note not in self.told:
            self.told.append(note)

    @property
    def lines(self) -> list[str]:
        """The notes as lines for a terminal."""
        return [f"{note.metric}: {note.english}" if note.metric else note.english for note in self.told]
