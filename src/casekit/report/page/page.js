const VIEWS = {
  "": overview, ranking: rankingView, communities: communitiesView, community: communityView, documents: documentsView,
  document: documentView, conflicts: conflictsView, coverage: coverageView, definitions: definitionsView, search: searchView,
};
const TABS = [["", "overview"], ["ranking", "ranking"], ["communities", "communities"], ["documents", "documents"], ["conflicts", "conflicts"],
  ["coverage", "coverage"], ["definitions", "definitions"]];
const UNDER = { community: "communities", document: "documents" };

const notFound = () => [h("h1", null, t("not-found")), h("p", null, link([""], t("overview")))];
function route() {
  try { return location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent); } catch { return [""]; }
}
function show() {
  const [name, ...rest] = route();
  const parts = (Object.hasOwn(VIEWS, name) ? VIEWS[name] : notFound)(...rest).flat(Infinity);
  const after = parts.filter((part) => typeof part === "function");
  const main = document.getElementById("main");
  hideTip();
  main.replaceChildren(...parts.filter((part) => part && typeof part !== "function"));
  drawTop(name);
  const heading = main.querySelector("h1");
  document.title = `${heading.textContent} · casekit`;
  if (after.map((go) => go()).some(Boolean)) return;
  heading.tabIndex = -1;
  scrollTo(0, 0);
  if (moved) heading.focus({ preventScroll: true });
}
function drawTop(name) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.getElementById("skip").textContent = t("skip");
  const tabs = TABS.map(([to, title]) => h("a", { href: `#/${to}`, "aria-current": (UNDER[name] || name) === to ? "page" : null }, t(title)));
  const find = h("input", { type: "search", id: "find", "aria-label": t("search"), placeholder: t("search"), value: name === "search" ? route()[1] || "" : "" });
  const form = h("form", { role: "search", onsubmit: (event) => {
    event.preventDefault();
    location.hash = `#/search/${encodeURIComponent(find.value.trim())}`;
  } }, find);
  const other = language === "zh" ? "en" : "zh";
  const toggle = h("button", { id: "language", lang: other === "en" ? "en" : "zh-CN", onclick: () => { speak(other); show(); document.getElementById("language").focus(); } },
    other === "en" ? "English" : "中文");
  document.getElementById("top").replaceChildren(h("strong", null, "casekit"), h("nav", { "aria-label": t("pages") }, tabs), form, toggle);
}

let moved = false;
addEventListener("hashchange", () => { moved = true; show(); });
addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
addEventListener("scroll", placeTip, { passive: true });
document.getElementById("skip").addEventListener("click", (event) => { event.preventDefault(); document.getElementById("main").focus(); });
show();
