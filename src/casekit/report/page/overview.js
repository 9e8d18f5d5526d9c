function overview() {
  const { coverage } = index;
  const tile = (to, count, title, more) => h("li", null, link(to, h("b", null, number(count)), title, more ? h("span", { class: "pale small" }, ` ${more}`) : null));
  const unknown = (coverage.reasons.find(([reason]) => reason === "no-rule") || [])[1];
  const featured = featuredMeasure();
  const families = coverage.families.map(([family, count]) => [family, count]);
  return [
    h("h1", null, t("overview")),
    h("p", null, t("what", { documents: number(coverage.documents), facts: number(coverage.facts) })),
    coverage.repeated ? h("p", null, t("reprints", { n: number(coverage.repeated) })) : null,
    h("ul", { class: "tiles" },
      tile(["documents"], coverage.documents, t("documents")),
      tile(["communities"], compared, t("communities")),
      tile(["definitions"], coverage.facts, t("figures")),
      tile(["coverage"], coverage.leftovers, t("leftovers"), unknown && t("no-rule-yet", { n: number(unknown) })),
      tile(["conflicts"], index.conflicts.number, t("conflicts"))),
    featured && [
      h("h2", null, t("for-example", { title: titleOf(featured) })),
      rankingTable(featured, ranking()[featured].rows.slice(0, 10)),
      h("p", null, link(["ranking", featured], t("whole-ranking")))],
    h("h2", null, t("by-family")),
    counted("", t("family"), families, (family) => [h("span", { class: `swatch ${family}` }), " ", familyTitle(family)]),
    h("h2", null, t("how-to-read")),
    ["read.link", "read.interval", "read.rank", "read.silence", "read.leftover"].map((key) => h("p", null, "· ", t(key))),
    h("p", { class: "pale small" }, t("made", { version: coverage.version, rules: coverage.rules.slice(0, 12), corpus: coverage.corpus.slice(0, 12) }))];
}
// The share of minorities where it can be compared, else what most communities have: a measure of one thing, if any.
function featuredMeasure() {
  const known = index.measures.filter((measure) => ranking()[measure.id]);
  const share = known.find((measure) => measure.id === "minority_share" && measure.communities > 2);
  const mixed = (measure) => Number(measure.family === "other" || measure.id.startsWith("other_"));
  return (share || known.sort((one, other) => mixed(one) - mixed(other) || other.communities - one.communities)[0] || { id: null }).id;
}
