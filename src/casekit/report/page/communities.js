const sought = { name: "", place: "", level: "compared" };
const isOfLevel = (community, level) => !level || (level === "compared" ? isCompared(community) : community.level === level);
const communityLink = (number, name) =>
  number === undefined || number === null ? name || t("unknown-community") : link(["community", number], name || index.communities[number].name);
function communitiesView() {
  const body = h("div", { "aria-live": "polite" });
  const numbered = index.communities.map((community, number) => ({ community, number }));
  const draw = () => {
    const kept = numbered.filter(({ community }) => isIn(community, sought.place) && isOfLevel(community, sought.level) && (community.name + placeOf(community)).includes(sought.name));
    body.replaceChildren(h("p", { class: "pale", id: "count" }, t("shown", { n: kept.length, all: numbered.length })), paged(kept, communityTable));
  };
  draw();
  return [h("h1", null, t("communities")), h("div", { class: "controls" },
    field(t("find-community"), sought.name, (value) => { sought.name = value; draw(); }),
    choice(t("place"), places(index.communities), sought.place, (value) => { sought.place = value; draw(); }),
    choice(t("level"), levelChoices(), sought.level, (value) => { sought.level = value; draw(); })), body];
}
function levelChoices() {
  const levels = [...new Set(index.communities.map((community) => community.level).filter(Boolean))];
  const count = (level) => index.communities.filter((community) => isOfLevel(community, level)).length;
  return ["compared", "", ...levels].map((value) =>
    ({ value, title: `${value === "compared" ? t("compared-levels") : value || t("every-level")} (${count(value)})` }));
}
function communityTable(rows) {
  const columns = [{ title: t("community"), kind: "name" }, { title: t("level"), kind: "short" }, { title: t("place") }, { title: t("groups") },
    { title: t("documents"), kind: "num" }, { title: t("figures"), kind: "num" }];
  return table({ unseen: t("communities") }, columns, rows.map(({ community, number }) => [
    communityLink(number), community.level || "", placeOf(community), (community.groups || []).join("、"),
    (community.docs || []).length, community.facts]));
}
function communityView(number) {
  const community = index.communities[number];
  if (!community) return notFound();
  const facts = (community.docs || []).flatMap((doc) =>
    documentBlock(doc).facts.map((fact, at) => ({ ...fact, doc, at })).filter((fact) => fact.case === Number(number)));
  const details = [["place", placeOf(community)], ["level", community.level], ["code", community.adcode], ["founded", community.founded],
    ["groups", (community.groups || []).join("、")]].filter(([, value]) => value);
  return [h("h1", null, community.name),
    h("dl", { class: "facts" }, details.map(([name, value]) => [h("dt", null, t(name)), h("dd", null, value)]),
      h("dt", null, t("documents")), h("dd", null, (community.docs || []).map((doc, at) => [at ? "；" : "", documentLink(doc)]))),
    comparedFigures(Number(number)),
    familyNames.map((family) => familyFigures(family, facts.filter((fact) => familyOf(fact.metric) === family))),
    facts.length ? null : h("p", null, t("no-figures"))];
}
function comparedFigures(number) {
  const rows = index.measures.flatMap((measure) => (ranking()[measure.id] || { rows: [] }).rows
    .filter((row) => row.community === number).map((row) => ({ row, measure })));
  if (!rows.length) return null;
  const columns = [{ title: t("metric"), kind: "name" }, ...valueColumns(rows.map(({ row }) => row)), { title: t("rank"), kind: "short" }, { title: t("basis"), kind: "short" }, { title: t("quote") }];
  return [h("h2", null, t("compared")), table(t("compared.means"), columns, rows.map(({ row, measure }) => [
    [link(["ranking", measure.id], titleOf(measure.id)), row.group ? ` ${row.group}` : ""], ...valueCells(row, columns),
    t("rank-of", { rank: row.rank[0] === row.rank[1] ? row.rank[0] : row.rank.join("–"), all: measure.communities }),
    [h("span", { class: `chip ${row.basis}` }, t(row.basis)), " ", checkOf(row)], quotesOf(row, measure.id)]))];
}
function familyFigures(family, facts) {
  if (!facts.length) return null;
  const columns = [{ title: t("metric"), kind: "name" }, ...valueColumns(facts), { title: t("scope") }, { title: t("sentence") }];
  return [h("h2", null, h("span", { class: `swatch ${family}` }), " ", familyTitle(family)),
    table("", columns, facts.map((fact) => [titleOf(fact.metric), ...valueCells(fact, columns), scopeOf(fact), sentenceOf(fact)]))];
}
const scopeOf = (fact) => [countedOf(fact), limitsOf(fact)].filter(Boolean).join(" · ");
const limitsOf = (fact) =>
  [fact.basis, fact.group, fact.period, fact.status && named("status", fact.status)].filter(Boolean).join(" · ");
function sentenceOf(fact) {
  const sentence = documentBlock(fact.doc).sentences[fact.sentence];
  const at = sentence.indexOf(fact.quote);
  const shown = at < 0 ? [sentence, "　", h("mark", null, fact.quote)]
    : [sentence.slice(0, at), h("mark", null, fact.quote), sentence.slice(at + fact.quote.length)];
  return [h("span", { class: "sentence" }, shown), " ", link(["document", fact.doc, fact.at], t("in-text"))];
}
