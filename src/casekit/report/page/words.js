// Chinese first; the other language stands beside it in words.json.
let language = "zh";
try { language = localStorage.getItem("casekit-language") === "en" ? "en" : "zh"; } catch { language = "zh"; }
function speak(chosen) {
  language = chosen;
  try { localStorage.setItem("casekit-language", chosen); } catch { return; }
}
function t(key, values = {}) {
  const text = words[language][key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
// A word of the tables (a reason, a way, a status): explained where we know it, itself where not.
const named = (kind, code) => words[language][`${kind}.${code}`] || code;
const titleOf = (metric) => {
  const measure = measures.get(metric);
  return measure ? (language === "zh" ? measure.title : measure.english) : metric || "";
};
const familyTitle = (family) => named("family", family);

function number(value) {
  if (value === null || value === undefined) return "";
  if (language === "zh" && value >= 1e5) for (const [unit, factor] of [["万亿", 1e12], ["亿", 1e8], ["万", 1e4]]) {
    const count = Number((value / factor).toFixed(2));
    if (count >= 1 && Math.abs(count * factor - value) < 1e-6 * factor) return `${count}${unit}`;
  }
  const digits = Math.abs(value) >= 1 ? 2 : 4;
  return Number(value.toFixed(digits)).toLocaleString("en", { maximumFractionDigits: digits, useGrouping: Math.abs(value) >= 10000 });
}
function range(low, high) {
  const one = number(low), other = number(high);
  if (one && other) return one === other ? one : `${one}–${other}`;
  return one ? `≥${one}` : other ? `≤${other}` : "";
}
const isExact = (figure) => figure.low === figure.high && figure.value === figure.low;
const amount = (figure) =>
  number(figure.value) + (isExact(figure) ? "" : ` [${range(figure.low, figure.high)}]`);
// The counted thing in the words of the text, where they say more than the metric and the group do.
function countedOf(figure) {
  const label = (figure.label || "").replace(/[“”‘’「」『』【】]/g, "").replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
  const told = [(measures.get(figure.metric) || { title: "" }).title, figure.group || ""];
  return [...label].length > 1 && !told.some((words) => words.includes(label)) ? label : "";
}
const unitOf = (figure) => (figure.unit || "") + (figure.per ? `/${figure.per}` : "");
