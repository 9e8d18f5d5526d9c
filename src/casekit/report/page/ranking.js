const asked = { place: "", name: "" };
function rankingView(id) {
  const metric = id || featuredMeasure();
  if (!ranking()[metric]) return [h("h1", null, t("ranking-of", { title: titleOf(metric) })), h("p", null, t("nobody"), " ", link(["ranking"], t("ranking")))];
  const measure = measures.get(metric), { rows, notes } = ranking()[metric];
  const communities = rows.map((row) => index.communities[row.community]);
  const body = h("div", { "aria-live": "polite" });
  const draw = () => {
    const kept = rows.filter((row, at) => isIn(communities[at], asked.place) && (!asked.name || `${row.case} ${row.group || ""}`.includes(asked.name)));
    const silent = t("of", { n: measure.communities, all: compared });
    body.replaceChildren(h("p", { class: "pale", id: "count" }, t("shown", { n: kept.length, all: rows.length }), " ", silent),
      paged(kept, (part) => rankingTable(metric, part, longest(kept))));
  };
  if (!places(communities).some((place) => place.value === asked.place)) asked.place = "";
  const controls = h("div", { class: "controls" },
    choice(t("metric"), measureChoices(), metric, (value) => { location.hash = `#/ranking/${value}`; }),
    choice(t("place"), places(communities), asked.place, (value) => { asked.place = value; draw(); }),
    field(t("find-community"), asked.name, (value) => { asked.name = value; draw(); }));
  draw();
  return [h("h1", null, t("ranking-of", { title: titleOf(metric) })), controls, h("p", null, definitionOf(measure)), legend(), body,
    notes.length ? h("details", null, h("summary", null, t("notes")), notes.map(noteLine)) : null];
}
function noteLine(note) {
  const words = language === "en" ? note.english : note.chinese;
  return h("p", { class: "small" }, note.metric ? `${titleOf(note.metric)}${language === "en" ? ": " : "："}${words}` : words);
}
function measureChoices() {
  return familyNames.map((family) => ({
    title: familyTitle(family),
    options: index.measures.filter((m) => m.family === family && ranking()[m.id])
      .map((m) => ({ value: m.id, title: `${titleOf(m.id)} (${m.communities})` })),
  })).filter((group) => group.options.length);
}
function rankingTable(metric, rows, top = longest(rows)) {
  const grouped = rows.some((row) => row.group);
  const columns = [{ title: t("rank"), kind: "num rank" }, { title: t("community"), kind: "name" }, ...(grouped ? [{ title: t("group") }] : []),
    { title: "", kind: "bar" }, ...valueColumns(rows), { title: t("basis"), kind: "short" }, { title: t("quote") }];
  return table({ unseen: titleOf(metric) }, columns, rows.map((row) => ({ attributes: { class: "figure" }, cells: [
    row.rank[0] === row.rank[1] ? row.rank[0] ?? "" : `${row.rank[0]}–${row.rank[1]}`,
    communityLink(row.community, row.case),
    ...(grouped ? [row.group || ""] : []),
    bar(row, top), ...valueCells(row, columns),
    [h("span", { class: `chip ${row.basis}` }, t(row.basis)), " ", checkOf(row), row.definition || "", row.period ? ` ${row.period}` : ""],
    quotesOf(row, metric)] })));
}
function checkOf(row) {
  if (!row.verdict) return null;
  const title = t("check", { stated: range(row.stated_low, row.stated_high), computed: range(row.computed_low, row.computed_high) });
  return [h("span", { class: `chip ${row.verdict}`, title }, t(row.verdict)), " "];
}
// Every fact that a figure rests on, as a way to its place in the text, and what the one fact counts.
function quotesOf(row, metric) {
  const counted = row.basis === "stated" && row.facts.length === 1 ? countedOf({ ...row, metric }) : "";
  return [factsOf(row), counted ? h("span", { class: "pale small" }, ` ${counted}`) : null];
}
function factsOf(row) {
  if (!row.facts.length) return row.quote || "";
  const quotes = (row.quote || "").split("；");
  return row.facts.map(([doc, fact], at) => [at ? "；" : "",
    link(["document", doc, fact], quotes.length === row.facts.length ? quotes[at] : documentBlock(doc).facts[fact].quote)]);
}
const definitionOf = (measure) =>
  (language === "en" && measure.english_definition || measure.definition) +
  (measure.formula.length ? `${t("formula")}${measure.formula.map(formulaOf).join(t("or"))}` : "");
// A formula with the names of the metrics in place of their ids.
const formulaOf = (text) => text.replace(/[a-z_]+/g, (id) => (measures.has(id) ? titleOf(id) : id))
  .replace(/\[\w+=([^\]]*)\]/g, language === "zh" ? "（$1）" : " ($1)").replaceAll("*", "×").replaceAll("/", "÷").replaceAll(" - ", " − ");
