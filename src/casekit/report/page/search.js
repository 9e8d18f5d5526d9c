const HITS = 60;
function searchView(query = "") {
  if (!query) return [h("h1", null, t("search")), h("p", null, t("search.means"))];
  const communities = index.communities.map((community, number) => ({ community, number })).filter(({ community }) => (community.name + placeOf(community)).includes(query));
  const found = index.measures.filter((m) => ranking()[m.id] && `${m.id} ${m.title} ${m.english.toLowerCase()}`.includes(query.toLowerCase()));
  const titles = index.documents.map((document, number) => ({ document, number })).filter(({ document }) => `${document.title || ""} ${document.doc}`.includes(query));
  const texts = textHits(query);
  const none = !communities.length && !found.length && !titles.length && !texts.length;
  return [h("h1", null, t("found", { query })), none ? h("p", null, t("nothing")) : null,
    found.length ? [h("h2", null, t("metrics")), h("p", null, found.map((m) => [link(["ranking", m.id], titleOf(m.id)), "　"]))] : null,
    communities.length ? [h("h2", null, t("communities")), paged(communities, communityTable, 20)] : null,
    titles.length ? [h("h2", null, t("documents")), paged(titles, documentTable, 20)] : null,
    texts.length ? [h("h2", null, t("in-texts")), texts.map(({ number, before, after }) => h("p", null, documentLink(number), "：…", before,
      h("mark", null, query), after, "…"))] : null];
}
// The first passage of each text, until there are enough.
function textHits(query) {
  const hits = [];
  for (let number = 0; number < index.documents.length && hits.length < HITS; number += 1) {
    const text = documentBlock(number).pieces.map(([piece]) => piece).join("");
    const at = text.indexOf(query);
    if (at >= 0) hits.push({ number, before: text.slice(Math.max(0, at - 30), at), after: text.slice(at + query.length, at + query.length + 40) });
  }
  return hits;
}
