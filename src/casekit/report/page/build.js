// Elements are made, never written as markup, so whatever a report says stays text.
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") element.append(child);
  }
  return element;
}
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const link = (to, ...children) => h("a", { href: "#/" + to.map(encodeURIComponent).join("/") }, ...children);

// A table whose cells carry the name of their column, for windows too narrow for columns.
function table(caption, columns, rows, shape = "folds") {
  const head = columns.map((c) => h("th", { scope: "col", class: c.kind || null }, c.title));
  const body = rows.map((row) =>
    h("tr", row.attributes || null, (row.cells || row).map((cell, at) =>
      h("td", { class: columns[at].kind || null, "data-name": columns[at].title || null }, cell))));
  return h("div", { class: "scroll" },
    h("table", { class: shape }, caption && h("caption", { class: caption.unseen ? "unseen" : null }, caption.unseen || caption), h("thead", null, h("tr", null, head)), h("tbody", null, body)));
}

// A value stands in a column of its own, so that figures align; its interval beside it, where any has one.
const valueColumns = (figures) =>
  [{ title: t("value"), kind: "num value" }, ...(figures.every(isExact) ? [] : [{ title: t("interval"), kind: "interval" }])];
const valueCells = (figure, columns) =>
  [`${number(figure.value)} ${unitOf(figure)}`, ...(columns.some((column) => column.kind === "interval") ? [isExact(figure) ? "" : range(figure.low, figure.high)] : [])];

// Rows a page at a time: what makes a row is asked only when the row is shown.
function paged(rows, draw, size = 200) {
  const box = h("div");
  const show = (count) => {
    const rest = rows.length - count;
    const more = rest > 0 && h("p", null, h("button", { class: "more", onclick: () => show(count + 5 * size) }, t("more", { n: rest })));
    box.replaceChildren(draw(rows.slice(0, count)), ...(more ? [more] : []));
  };
  show(size);
  return box;
}

function choice(label, options, chosen, change) {
  const made = options.map((o) => o.options
    ? h("optgroup", { label: o.title }, o.options.map((one) => option(one, chosen)))
    : option(o, chosen));
  return h("label", null, label, h("select", { onchange: (event) => change(event.target.value) }, made));
}
const option = (o, chosen) => h("option", { value: o.value, selected: o.value === chosen }, o.title);

function field(label, value, change) {
  return h("label", null, label, h("input", { type: "search", value, oninput: (event) => change(event.target.value.trim()) }));
}
