const hidden = new Set();
function documentView(at, factNumber) {
  const about = index.documents[at], block = documentBlock(at);
  if (!about || !block) return notFound();
  const text = h("div", { class: "text", lang: "zh-CN" }, block.pieces.map(([piece, marks]) => markedPiece(piece, marks, block)));
  const facts = block.facts.map((fact, number) => h("li", null, h("span", { class: `swatch ${familyOf(fact.metric)}` }), " ",
    link(["document", at, number], titleOf(fact.metric)), ` ${amount(fact)} ${unitOf(fact)}`,
    h("div", { class: "pale" }, fact.case === undefined ? t("unknown-community") : communityLink(fact.case), scopeOf(fact) ? ` · ${scopeOf(fact)}` : null)));
  for (const kind of ["mouseover", "focusin"]) text.addEventListener(kind, (event) => showTip(event.target.closest("mark"), block));
  for (const kind of ["mouseout", "focusout"]) text.addEventListener(kind, hideTip);
  applyHidden(text);
  return [h("h1", null, documentTitle(about)),
    h("p", { class: "pale" }, [about.doc, about.published, t("n-figures", { n: about.facts }), t("n-leftovers", { n: about.leftovers })].filter(Boolean).join(" · "), " ", sourceOf(about)),
    about.error ? h("p", { class: "bad" }, about.error) : null,
    kindTicks(block, text),
    h("div", { class: "reading" }, text, h("aside", { class: "aside", "aria-label": t("figures") }, h("ol", null, facts))),
    problemsOf(block),
    () => goTo(text, factNumber)];
}
function sourceOf(about) {
  if (!about.source) return "";
  return /^https?:\/\//.test(about.source) ? h("a", { href: about.source, rel: "noreferrer" }, about.source) : about.source;
}
// The first mark that covers a piece colours it; the facts come before the leftovers.
function markedPiece(piece, marks, block) {
  if (!marks.length) return piece;
  const first = Math.min(...marks), fact = block.facts[first];
  const kind = fact ? familyOf(fact.metric) : "left";
  return h("mark", { class: kind, "data-kind": kind, "data-mark": first, tabindex: 0, "aria-describedby": "tip" }, piece);
}
function kindTicks(block, text) {
  const kinds = [...familyNames.filter((family) => block.facts.some((fact) => familyOf(fact.metric) === family)), ...(block.leftovers.length ? ["left"] : [])];
  return h("div", { class: "controls", role: "group", "aria-label": t("shown-kinds") }, kinds.map((kind) => h("label", { class: "tick" },
    h("input", { type: "checkbox", checked: !hidden.has(kind), value: kind, onchange: (event) => {
      if (event.target.checked) hidden.delete(kind); else hidden.add(kind);
      applyHidden(text);
    } }), h("span", { class: `swatch ${kind}` }), kind === "left" ? t("leftovers") : familyTitle(kind))));
}
function applyHidden(text) {
  for (const mark of text.querySelectorAll("mark")) mark.classList.toggle("off", hidden.has(mark.dataset.kind));
}
function goTo(text, factNumber) {
  if (factNumber === undefined) return false;
  const marks = text.querySelectorAll(`mark[data-mark="${Number(factNumber)}"]`);
  for (const mark of marks) mark.classList.add("here");
  if (!marks.length) return false;
  marks[0].scrollIntoView({ block: "center" });
  marks[0].focus({ preventScroll: true });
  return true;
}
function problemsOf(block) {
  if (!block.problems.length) return null;
  return h("details", null, h("summary", null, t("problems"), ` (${block.problems.length})`),
    block.problems.map((problem) => h("p", { class: "small" }, `${named("problem", problem.code)}：${problem.message}`)));
}
function showTip(mark, block) {
  if (!mark) return;
  const tip = document.getElementById("tip"), number = Number(mark.dataset.mark), fact = block.facts[number];
  tip.replaceChildren(...(fact ? factTip(fact) : leftoverTip(block.leftovers[number - block.facts.length])));
  tip.hidden = false;
  tipped = mark;
  placeTip();
}
// Beside its mark, also while the page scrolls under it.
let tipped = null;
function placeTip() {
  if (!tipped) return;
  const tip = document.getElementById("tip"), mark = tipped;
  const box = mark.getClientRects()[0] || mark.getBoundingClientRect(), size = tip.getBoundingClientRect();
  const below = box.bottom + 8 + size.height < innerHeight;
  tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - size.width - 8))}px`;
  tip.style.top = `${below ? box.bottom + 8 : Math.max(4, box.top - size.height - 8)}px`;
}
function hideTip() {
  tipped = null;
  document.getElementById("tip").hidden = true;
}
const tipList = (pairs) => h("dl", null, pairs.filter(([, value]) => value).map(([name, value]) => [h("dt", null, t(name)), h("dd", null, value)]));
function factTip(fact) {
  return [h("b", null, titleOf(fact.metric)), tipList([
    ["value", `${number(fact.value)} ${unitOf(fact)}`], ["interval", `${range(fact.low, fact.high)}（${named("bound", fact.bound)}）`],
    ["counted", fact.label], ["limits", limitsOf(fact)],
    ["community", fact.case === undefined ? t("unknown-community") : index.communities[fact.case].name], ["how", named("how", fact.how)],
    ["rule", fact.rule], ["span", `${fact.start}–${fact.end}`]])];
}
function leftoverTip(left) {
  return [h("b", null, t("leftover")), tipList([["reason", named("reason", left.reason)], ["near", (left.near || []).join(", ")],
    ["span", `${left.start}–${left.end}`]])];
}
