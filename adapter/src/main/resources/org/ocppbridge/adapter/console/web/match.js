// Finds what a SOAP message and a JSON message have in common, line by line.

/** Fields that carry the same under another name. */
const ALIASES = [
  ["idtag", "idtoken", "parentidtag"],
  ["connectorid", "id", "evseid"],
  ["meterstart", "meterstop", "value"],
  ["transactionid", "remotestartid"],
  ["timestamp", "currenttime"],
  ["status", "connectorstatus"],
  ["chargepointvendor", "vendorname"],
  ["chargepointmodel", "model"],
  ["chargepointserialnumber", "chargeboxserialnumber", "serialnumber"],
  ["key", "variable", "name"],
  ["heartbeatinterval", "interval"],
  ["location", "remotelocation"],
  ["type", "operationalstatus"],
];

const SHORT = 3;

/**
 * Pairs lines that hold the same value.
 * @return [[soap line, json line], …]
 */
export function pairs(soap, json) {
  const candidates = [];
  const left = soap.filter((line) => line.value);
  const right = json.filter((line) => line.value !== undefined && line.value !== "");
  for (const a of left) {
    for (const b of right) {
      const score = same(a.value, b.value) ? kinship(last(a.path), last(b.path), a.value) : 0;
      if (score > 0) {
        candidates.push({ a, b, score });
      }
    }
  }
  candidates.sort((x, y) => y.score - x.score);
  const used = new Set();
  return candidates
    .filter(({ a, b }) => !used.has(a) && !used.has(b) && used.add(a) && used.add(b))
    .map(({ a, b }) => [a, b]);
}

/** Whether two texts mean the same: the same number, the same moment, the same word. */
export function same(a, b) {
  if (a === b || a.toLowerCase() === b.toLowerCase()) {
    return true;
  }
  if (isNumber(a) && isNumber(b)) {
    return Number(a) === Number(b);
  }
  return isTime(a) && isTime(b) && Date.parse(a) === Date.parse(b);
}

function isNumber(text) {
  return /^-?\d+(\.\d+)?$/.test(text.trim());
}

function isTime(text) {
  return /^\d{4}-\d\d-\d\dT/.test(text);
}

function kinship(a, b, value) {
  if (a === b) {
    return 3;
  }
  if (ALIASES.some((names) => names.includes(a) && names.includes(b))) {
    return 2;
  }
  return value.length > SHORT ? 1 : 0;
}

function last(path) {
  return path.split(/[.[\]]/).filter((part) => part && !/^\d+$/.test(part)).pop().toLowerCase();
}

/** The lines that a loss is about. */
export function about(loss, lines) {
  const wanted = bare(loss.field);
  if (!wanted) {
    return [];
  }
  return lines.filter((line) => line.path && ("." + bare(line.path)).endsWith("." + wanted));
}

function bare(path) {
  return path.replace(/\[\d+\]/g, "").replace(/^\.+/, "").toLowerCase();
}
