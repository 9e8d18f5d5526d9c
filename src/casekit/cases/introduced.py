"""Whether a clause names who is spoken of from here on: what comes at its end, an example, a place that was asked."""

from __future__ import annotations

from casekit.cases.ground import Position
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene


def is_introduced(scene: Scene, mark: Mark, at: Position) -> bool:
    """先干起来的是柳溪街道|绿荷社区。, 从|绿荷社区|起步, 再看|绿荷社区|。, 就说|绿荷社区|吧, 以|绿荷社区|为例."""
    words, after = scene.words, mark.end
    if scene.wording.introduces.search(at.prefix) and scene.text[after : after + 1] in "，。；：":
        return True
    if at.prefix.endswith(words.arrival.turned_to) and scene.text[after : after + 1] in "，。；：":
        return True
    if at.prefix.endswith(words.arrival.chosen) and scene.text.startswith(words.arrival.chosen_after, after):
        return True
    if at.prefix.endswith(words.arrival.example) and scene.text.startswith(words.arrival.example_after, after):
        return True
    return at.prefix.endswith("从") and words.arrival.begun.match(scene.text, after) is not None


def is_asked(scene: Scene, mark: Mark, at: Position) -> bool:
    """Whether what follows was learned there: 记者从|柳溪街道|了解到."""
    return at.prefix.endswith("从") and scene.words.arrival.learned.match(scene.text, mark.end) is not None
