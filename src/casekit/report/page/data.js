// What the page holds; texts are opened one by one, when they are asked for.
const opened = new Map();
function block(name) {
  if (!opened.has(name)) {
    const element = document.getElementById(name);
    opened.set(name, element ? JSON.parse(element.textContent) : null);
  }
  return opened.get(name);
}
const words = block("words");
const index = block("index");
const measures = new Map(index.measures.map((measure) => [measure.id, measure]));
const familyNames = [...new Set([...index.families, ...index.measures.map((measure) => measure.family)])];
const ranking = () => block("ranking");
const documentBlock = (number) => block("d" + number);
const familyOf = (metric) => (measures.has(metric) ? measures.get(metric).family : "other");

const PLACE = ["province", "city", "district", "street"];
const placeOf = (community) => PLACE.map((name) => community[name]).filter(Boolean).join(" ");
function isIn(community, place) {
  return !place || Boolean(community) && PLACE.slice(0, 3).some((_, at) =>
    PLACE.slice(0, at + 1).map((name) => community[name] || "").join("|") === place);
}
// Communities in the sense of the rules; towns, counties and provinces are above them and not compared.
const isCompared = (community) => !community.level || index.levels.includes(community.level);
const compared = index.communities.filter(isCompared).length;
// Provinces, and below them cities, that have one of the communities; a value is the chain of names.
function places(communities) {
  const counts = new Map();
  for (const community of communities) {
    if (!community || !community.province) continue;
    const chain = [community.province, ...(community.city ? [community.city] : [])];
    chain.forEach((_, at) => {
      const value = chain.slice(0, at + 1).join("|");
      counts.set(value, (counts.get(value) || 0) + 1);
    });
  }
  const found = [...counts.keys()].sort((one, other) => one.localeCompare(other, "zh"));
  return [{ value: "", title: t("everywhere") },
    ...found.map((value) => ({ value, title: `${value.split("|").join(" · ")} (${counts.get(value)})` }))];
}
