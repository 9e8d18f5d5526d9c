function coverageView() {
  const { coverage } = index;
  const odd = index.documents.map((document, at) => ({ document, at })).filter(({ document }) => document.status !== "ok" || !document.facts);
  return [h("h1", null, t("coverage")), h("p", null, t("coverage.means")),
    h("h2", null, t("leftovers-by-reason")), counted("", t("reason"), coverage.reasons, (code) => named("reason", code)),
    h("h2", null, t("problems")), coverage.problems.length ? counted("", t("problem"), coverage.problems, (code) => named("problem", code)) : h("p", null, t("none")),
    h("h2", null, t("documents")), counted("", t("status"), coverage.statuses, (code) => named("status", code)),
    h("h2", null, t("documents-without")), odd.length
      ? paged(odd, (part) => table("", [{ title: t("document") }, { title: t("status") }], part.map(({ document, at }) => [documentLink(at), document.error || named("status", document.status)])), 50)
      : h("p", null, t("none")),
    h("h2", null, t("communities-per-metric")), counted(t("of-communities", { all: compared }), t("metric"),
      index.measures.filter((m) => m.communities).map((m) => [m.id, m.communities]), (id) => link(["ranking", id], titleOf(id)))];
}
