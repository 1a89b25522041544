// Writes JSON and XML with a line for each value. Texts in, lines out; nothing is put on the page here.

/** JSON as people read it; as it is if it is none. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * The lines of a JSON frame.
 * @return [{text, path, value}]; path and value only where a line holds a value
 */
export function jsonLines(text) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return plain(text);
  }
  const lines = [];
  jsonValue(parsed, "", "", "", lines, "");
  return lines;
}

function jsonValue(value, key, path, indent, lines, comma) {
  const label = key === "" ? "" : JSON.stringify(key) + ": ";
  if (value === null || typeof value !== "object") {
    lines.push({ text: indent + label + JSON.stringify(value) + comma, path, value: String(value) });
    return;
  }
  const isList = Array.isArray(value);
  const entries = isList ? value.map((v) => ["", v]) : Object.entries(value);
  if (entries.length === 0) {
    lines.push({ text: indent + label + (isList ? "[]" : "{}") + comma });
    return;
  }
  lines.push({ text: indent + label + (isList ? "[" : "{") });
  entries.forEach(([name, inner], i) => {
    const below = isList ? `${path}[${i}]` : path ? `${path}.${name}` : name;
    jsonValue(inner, name, below, indent + "  ", lines, i < entries.length - 1 ? "," : "");
  });
  lines.push({ text: indent + (isList ? "]" : "}") + comma });
}

/** The lines of an envelope. */
export function xmlLines(text) {
  const document = new DOMParser().parseFromString(text, "application/xml");
  if (document.querySelector("parsererror")) {
    return plain(text);
  }
  const lines = [];
  xmlElement(document.documentElement, "", "", lines);
  return lines;
}

function xmlElement(element, indent, path, lines) {
  const here = path ? `${path}.${element.localName}` : element.localName;
  const attributes = [...element.attributes].map((a) => ` ${a.name}="${a.value}"`).join("");
  const children = [...element.children];
  const value = element.textContent.trim();
  if (children.length === 0) {
    const inner = value === "" ? "/>" : `>${value}</${element.nodeName}>`;
    lines.push({ text: `${indent}<${element.nodeName}${attributes}${inner}`, path: here, value });
    return;
  }
  lines.push({ text: `${indent}<${element.nodeName}${attributes}>` });
  children.forEach((child) => xmlElement(child, indent + "  ", here, lines));
  lines.push({ text: `${indent}</${element.nodeName}>` });
}

function plain(text) {
  return text.split("\n").map((line) => ({ text: line }));
}
