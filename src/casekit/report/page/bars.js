// One bar a figure: solid for what is written, whiskers over its interval, an arrow where an end is open.
function longest(figures) {
  return Math.max(...figures.flatMap((f) => [f.value, f.low, f.high]).filter((end) => end !== undefined && end > 0), 0) || 1;
}
function bar(figure, top) {
  const at = (value) => `${Math.max(0, Math.min(100, (94 * value) / top)).toFixed(2)}%`;
  const value = figure.value ?? figure.low ?? figure.high ?? 0;
  const words = `${amount(figure)} ${unitOf(figure)}, ${t(figure.basis)}`;
  const drawn = [s("title", null, words), s("rect", { class: figure.basis, x: 0, y: "15%", width: at(value), height: "70%" })];
  if (!isExact(figure)) drawn.push(...whiskers(figure.low ?? 0, figure.high ?? value, figure.high === undefined, at));
  return s("svg", { class: "bar", role: "img", "aria-label": words }, drawn);
}
function whiskers(low, high, open, at) {
  const line = (x1, y1, x2, y2) => s("line", { class: "whisker", x1, y1, x2, y2 });
  const end = open ? at(high).replace("%", "") * 1 + 4 + "%" : at(high);
  const lines = [line(at(low), "50%", end, "50%"), line(at(low), "25%", at(low), "75%")];
  if (!open) return [...lines, line(end, "25%", end, "75%")];
  return [...lines, s("svg", { x: end, y: "50%", overflow: "visible" }, s("path", { class: "arrow", d: "M 0 -5 L 7 0 L 0 5 Z" }))];
}
const legend = () => h("p", { class: "pale small" },
  h("span", { class: "chip stated" }, t("stated")), " ", t("stated.means"), "　",
  h("span", { class: "chip computed" }, t("computed")), " ", t("computed.means"), "　", t("whiskers"));
function counted(caption, title, pairs, name) {
  const top = Math.max(...pairs.map(([, count]) => count), 1);
  return table(caption, [{ title, kind: "name" }, { title: t("number"), kind: "num" }, { title: "", kind: "bar" }], pairs.map(([code, count]) => {
    const drawn = s("svg", { class: "bar", "aria-hidden": "true" }, s("rect", { class: "computed", x: 0, y: "20%", width: `${(94 * count) / top}%`, height: "60%" }));
    return [name(code), number(count), drawn];
  }), "counts");
}
