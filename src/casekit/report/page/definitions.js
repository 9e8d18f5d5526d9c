const KINDS = ["bound", "how", "basis", "reason"];
function definitionsView() {
  const columns = [{ title: t("metric"), kind: "name" }, { title: t("unit") }, { title: t("definition") }, { title: t("figures"), kind: "num" }, { title: t("communities"), kind: "num" }];
  return [h("h1", null, t("definitions")),
    familyNames.map((family) => [h("h2", null, familyTitle(family)), table("", columns, index.measures.filter((m) => m.family === family).map((m) => [
      [ranking()[m.id] ? link(["ranking", m.id], titleOf(m.id)) : titleOf(m.id), h("div", { class: "pale small" }, m.id)],
      m.unit, definitionOf(m), m.stated ? number(m.facts) : "", number(m.communities)]))]),
    KINDS.map((kind) => [h("h2", null, t(`kind.${kind}`)), table("", [{ title: t("word") }, { title: t("meaning") }],
      Object.keys(words[language]).filter((key) => key.startsWith(`${kind}.`)).map((key) => [key.slice(kind.length + 1), words[language][key]]), null)])];
}
