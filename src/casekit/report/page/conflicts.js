function conflictsView() {
  const { number: count, pairs } = index.conflicts;
  return [h("h1", null, t("conflicts")), h("p", null, t("conflicts.means")),
    count ? h("p", { class: "pale" }, t("shown", { n: pairs.length, all: count })) : h("p", null, t("no-conflicts")),
    paged(pairs, (part) => h("div", null, part.map(pairOf)), 50)];
}
function pairOf(pair) {
  const [one, other] = pair.sides;
  return h("section", { class: "pair" },
    h("h2", null, communityLink(pair.community), ` · ${titleOf(pair.metric)} · ${one.quote} ≠ ${other.quote}`),
    h("p", { class: "pale small" }, t(`where.${pair.where}`)),
    pair.sides.map((side) => h("p", null, side.fact
      ? sentenceOf({ ...documentBlock(side.fact[0]).facts[side.fact[1]], doc: side.fact[0], at: side.fact[1] })
      : side.sentence, h("span", { class: "pale small" }, `　${side.doc}`))));
}
