const wanted = { name: "", figured: false };
const documentTitle = (document) => document.title || document.doc;
const documentLink = (number) => link(["document", number], documentTitle(index.documents[number]));
function documentsView() {
  const body = h("div", { "aria-live": "polite" });
  const numbered = index.documents.map((document, number) => ({ document, number }));
  const draw = () => {
    const kept = numbered.filter(({ document }) => (document.facts || !wanted.figured) && `${document.title || ""} ${document.doc}`.includes(wanted.name));
    body.replaceChildren(h("p", { class: "pale", id: "count" }, t("shown", { n: kept.length, all: numbered.length })), paged(kept, documentTable));
  };
  draw();
  return [h("h1", null, t("documents")),
    index.left_out ? h("p", { class: "bad" }, t("left-out", { n: number(index.left_out) })) : null,
    h("div", { class: "controls" }, field(t("find-document"), wanted.name, (value) => { wanted.name = value; draw(); }),
      h("label", { class: "tick" }, h("input", { type: "checkbox", checked: wanted.figured, onchange: (event) => { wanted.figured = event.target.checked; draw(); } }),
        t("only-figured"))), body];
}
function documentTable(rows) {
  const columns = [{ title: t("document") }, { title: t("published"), kind: "short" }, { title: t("chars"), kind: "num" }, { title: t("figures"), kind: "num" },
    { title: t("leftovers"), kind: "num" }, { title: t("status") }];
  return table({ unseen: t("documents") }, columns, rows.map(({ document, number: at }) => [
    [documentLink(at), document.title ? h("div", { class: "pale small" }, document.doc) : null], document.published || "",
    number(document.chars), number(document.facts), number(document.leftovers),
    document.duplicate_of ? `${t("reprint-of")} ${document.duplicate_of}`
      : document.status === "ok" ? "" : h("span", { class: "bad" }, named("status", document.status))]));
}
