"""What stands around a mark in its clause: questions that the text answers without knowing whose turn it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from casekit.cases.clauses import opens_clause
from casekit.cases.ground import Ground, Position
from casekit.cases.marks import Mark
from casekit.cases.unit import COMMUNITY, STREET

_SENTENCE_ENDS = re.compile("[。！？\n]")
_SHARE = re.compile(r"[^，。；（）()\d]{0,12}[（(](?P<figure>[^（）()]+)[）)]")
_SHORT, _WITH = 2, tuple("与和跟同到从向给对")
_RIGHT_BEHIND = 14


@dataclass(frozen=True, slots=True)
class Scene(Ground):
    """What marks are to their clauses: subject, partner, giver, place where something was built."""

    def is_picked_up(self, mark: Mark, stop: int) -> bool:
        """Whether the next sentence goes on about it (坐不住了。|这里9栋楼), or what stands behind its colon."""
        told = self.tells_figures(mark, estate=True) or self.text[self.clauses.end(mark.start) - 1] in "：:"
        return told or self.words.picked_up.match(self.text, stop) is not None

    def goes_on_inside(self, stop: int) -> bool:
        """Whether the next sentence opens inside an estate and has figures: 七一小院，96户。|院里装了路灯12盏."""
        return self.wording.back.estate.match(self.text, stop) is not None and self.has_figure_between(
            stop, self.clauses.end(self.clauses.end(stop))
        )

    def goes_on_about(self, mark: Mark, stop: int) -> bool:
        """Whether the next sentence tells figures of the place just named: 枫林小区。|小区8栋楼, 上坪村。|村里9个组."""
        place = mark.units[-1]
        estate = place.rank > COMMUNITY
        word = (self.words.picked_up if estate else self.words.taken_up).match(self.text, stop)
        alike = word is not None and (estate or place.level in word.group())
        return alike and self.has_figure_between(stop, self.clauses.end(self.clauses.end(stop)))

    def tells_figures(self, mark: Mark, *, estate: bool) -> bool:
        """Whether figures follow soon; of an estate that is the subject itself, anywhere in the sentence.

        棉纺大院动工翻新，花费620万元, but not 棉纺大院的王大爷下楼，.
        """
        if self.has_figures_soon(mark) or not estate:
            return self.has_figures_soon(mark)
        return self.words.not_itself.match(self.text, mark.end) is None and self.has_figures_soon(mark, besides=True)

    def presents_itself(self, mark: Mark) -> bool:
        """Whether the houses or people of an estate follow right behind it: 棉纺大院6栋楼、288户."""
        first = bisect_left(self.starts, mark.end)
        if first == len(self.starts) or self.quantities[first].unit not in self.words.homes:
            return False
        gap = self.starts[first] - mark.end
        opens_next = gap == 1 and self.text[mark.end] == "。"  # 最挤的是16号院。36户人家
        return opens_next or (gap <= _RIGHT_BEHIND and self.has_figures_soon(mark))

    def is_foremost(self, mark: Mark, at: Position) -> bool:
        """Whether the clause sets it before all others and tells no figure: 弄岩屯|最远，也最穷。, none of 其中."""
        ranked = self.wording.near.hamlets.ranks.ends.match(self.text, mark.end)
        return ranked is not None and at.leads and not self.is_part(at) and not self.has_figures_soon(mark)

    def is_built(self, at: Position) -> bool:
        """Whether the place is what somebody built: 新建“锦江家园”."""
        return self.words.arrival.built.search(at.prefix) is not None

    def is_renamed(self, at: Position) -> bool:
        """Whether the place is the new name of another, or what several became: 更名为“同心社区”, 合并后定名青溪村."""
        return self.words.arrival.renamed.search(at.prefix) is not None

    def this_one(self, mark: Mark) -> str | None:
        """What points back behind a county that says where the place lies: 云和县|这个新村|, 云和县|的这家老社区|."""
        found = self.words.arrival.this_one.match(self.text, mark.end)
        return found.group() if found else None

    def is_head(self, mark: Mark) -> bool:
        """Whether the head of the place is named: 后坪村的老钟书记."""
        return self.words.head.match(self.text, mark.end) is not None

    def is_neighbour(self, mark: Mark, at: Position) -> bool:
        """Whether a neighbour is spoken of, not what it did with the community: 紧挨着的河湾村守着渡口."""
        said = self.wording.partners.neighbour.search(at.prefix) or self.words.apart.search(at.prefix)
        before = at.prefix[: said.start()] if said else ""
        if said is None or before.endswith(_WITH) or not (len(before) <= _SHORT or opens_clause(before, self.wording)):
            return False  # 渠对面是|下坪村, but not 与邻近的登埂村
        return self.wording.partners.deed.search(self.text, mark.end, self.clauses.end(mark.start)) is None

    def is_partner(self, mark: Mark, at: Position, known: bool) -> bool:
        """与石门村结对, 石门村是社区的结对村; but not 新桥社区 in 新桥社区毗邻大学城.

        `known` tells that the text is about somebody else, so that a subject can be a partner too.
        """
        before = self.wording.partners.before.search(at.prefix)
        if before and not (self.words.lies.match(at.prefix, before.start()) and at.leads):
            return not self.is_home_with_people(mark, at)
        if self._is_compared(mark, at):
            return True
        words = self.wording.partners.deed if at.leads else self.wording.partners.after
        found = words.search(self.text, mark.end, self.clauses.end(mark.start))
        if found is None or (at.leads and self.words.helps.match(self.text, found.end())):
            return False  # 绿荷社区党员结对|照料老人70名
        if at.leads and self.has_figure_between(mark.end, found.start()):
            return False  # 石门村派出30名党员|结对: those are its own
        return not at.leads or known or self.text[mark.end] in "是为成作"

    def is_home_with_people(self, mark: Mark, at: Position) -> bool:
        """Whether the next figure of the sentence counts the houses or people of somebody's home: 老家杉木村|90户."""
        if self.words.arrival.home.search(at.prefix) is None:
            return False
        first = bisect_left(self.starts, mark.end)
        if first == len(self.starts) or self.quantities[first].unit not in self.words.homes:
            return False
        return not _SENTENCE_ENDS.search(self.text, mark.end, self.starts[first])

    def _is_compared(self, mark: Mark, at: Position) -> bool:
        """全县像竹溪村|这样的村: an example of what somebody else has."""
        return at.prefix.endswith(self.words.like) and self.words.such.match(self.text, mark.end) is not None

    def speaks_for_itself(self, mark: Mark, at: Position) -> bool:
        """Whether a city or county is the subject, not somebody's aim (为全市), no rank (全市最大) and no giver."""
        if (
            not at.leads
            or at.prefix.endswith(self.words.toward)
            or self.wording.near.pointing.not_whole.match(self.text, mark.end)
        ):
            return False
        if at.prefix.endswith("在") and self.words.holds.match(self.text, mark.end):
            return False
        if at.prefix.endswith("的") and self.wording.partners.donor.search(at.prefix):  # 对口帮扶的江北区
            return False
        return not self.is_donor(mark)

    def is_planner(self, mark: Mark, at: Position) -> bool:
        """Whether a paragraph opens with what a city or county plans: 按照青川县的安排，."""
        opens = self.text[at.start - 1 : at.start] in ("", "\n")
        return (
            opens and at.prefix.strip("　 ") in self.words.by and self.words.plan.match(self.text, mark.end) is not None
        )

    def share_of(self, mark: Mark, at: Position) -> tuple[int, int] | None:
        """Where one figure of a larger place stands: 占全县总规模（|3.96万人|）, 已在前进区|36个村|推开."""
        if at.prefix.endswith("占") and (shared := _SHARE.match(self.text, mark.end)):
            return shared.span("figure")
        if at.prefix.endswith("是") and (counted := self.words.totals.some_of.match(self.text, mark.end)):
            return counted.span("figure")
        counted = (
            self.words.totals.members.match(self.text, mark.end) if at.prefix.endswith("在") and not at.leads else None
        )
        return counted.span() if counted else None

    def spread_of(self, start: int, stop: int) -> tuple[int, int] | None:
        """How many communities a street or county speaks of there: 把办法推到|9个|社区, no community before it."""
        counted = self.words.totals.spread.search(self.text, start, stop)
        if counted is None:
            return None
        last = bisect_right(self.unit_ends, counted.start()) - 1
        inside = last >= 0 and self.units[last].start >= self.clauses.start(counted.start())
        return None if inside and self.units[last].rank >= COMMUNITY else counted.span("figure")

    def sums_up(self, mark: Mark, at: Position) -> bool:
        """Whether 全县 or a county follows what is counted and leads what is left: 这样的村落|全县共有41个.

        So it does where its figures are announced: 县里的人念了全县的家底：.
        """
        if mark.kind == "whole" and self.words.totals.accounts.match(self.text, mark.end):
            return True
        if (
            mark.kind not in ("whole", "unit")
            or not self.words.totals.in_all.match(self.text, mark.end)
            or at.prefix.endswith(self.words.no_noun)
        ):
            return False
        return not self._follows_a_unit(at.start, mark) and not self.has_figure_between(at.start, mark.start)

    def is_where_it_lies(self, mark: Mark, at: Position) -> bool:
        """Whether a county only tells where the place named before it lies: 柳溪村，|云州县的一个山村，."""
        last = bisect_right(self.unit_ends, mark.start) - 1
        behind = at.prefix == "" and last >= 0 and self.units[last].rank >= COMMUNITY
        return (
            behind
            and self.units[last].end == mark.start - 1
            and self.text[mark.start - 1] in "，,"
            and self.words.one_of_its.match(self.text, mark.end) is not None
        )

    def is_donor(self, mark: Mark) -> bool:
        """Whether the clause tells what the place gives or brings: 江北区支援了300万元, 街道把食堂建到这里."""
        stop = self.clauses.end(mark.start)
        return (
            self.wording.partners.donor.search(self.text, mark.end, stop) is not None
            or self.words.brought.search(self.text, mark.end, stop) is not None
        )

    def is_of_many(self, mark: Mark, at: Position) -> bool:
        """Whether a county is named for many: 砀山县、郯城县等|36个县 are counted together."""
        if self.wording.near.pointing.and_others.match(self.text, mark.end) is None:
            return False
        start, last = mark.start, bisect_right(self.unit_ends, mark.start) - 1
        while last >= 0 and self.units[last].end + 1 == start and self.text[start - 1] in "、和与及":
            start, last = self.units[last].chain_start, last - 1
        return opens_clause(self.text[at.start : start], self.wording)

    def is_site_in(self, mark: Mark) -> bool:
        """Whether a park, a zone or a farm is named right behind the city or county it lies in: 宜宾金沙植物园."""
        site = self.wording.behind.site.match(self.text, mark.end)
        return site is not None and self.wording.names.cut.search(site.group().replace("国有", "")) is None

    def is_giver(self, mark: Mark) -> bool:
        """Whether the clause goes on to tell what is given to somebody: 县里补了42万元."""
        return self.wording.partners.giver.search(self.text, mark.end, self.clauses.end(mark.start)) is not None

    def is_source(self, mark: Mark) -> bool:
        """Whether its office tells what follows: 瀍河区民政局的人说, 南岸区住建委介绍."""
        return self.is_office(mark) and self.words.tells.match(self.text, mark.end) is not None

    def looks_ahead(self, mark: Mark, stop: int) -> bool:
        """Whether the sentence goes on to tell what will be done, and how much: 区住建局说，今年还要改31个院子."""
        ahead = self.wording.near.pointing.ahead.search(self.text, mark.end, stop)
        return ahead is not None and self.has_figure_between(ahead.end(), stop)

    def is_office(self, mark: Mark) -> bool:
        """县民政局, 县城: the words after the name make it something else than the place; but not 镇卫生院."""
        if mark.units and mark.units[-1].rank == STREET and self.text.startswith(self.words.town_offices, mark.end):
            return False
        return self.wording.behind.office.match(self.text, mark.end) is not None or self._is_firm(mark)

    def _is_firm(self, mark: Mark) -> bool:
        """安康市水务公司, but not 安康市引进公司."""
        firm = self.wording.behind.firm.match(self.text, mark.end)
        return firm is not None and self.wording.names.cut.search(firm.group()) is None

    def is_part(self, at: Position) -> bool:
        """其中竹园社区2个|、梅园社区1个 or 其中，竹园社区2个: a share of what was counted before."""
        before = self.text[max(at.start - 3, 0) : at.start]
        return at.prefix.startswith("其中") or before in ("其中，", "其中,") or before.endswith("、")
