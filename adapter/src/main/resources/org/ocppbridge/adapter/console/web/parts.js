// Small parts that several pages show.
import { el } from "./dom.js";
import { ago, dateTime, never } from "./format.js";

const LINKS = {
  UP: ["ok", "connected"],
  OPENING: ["info", "connecting"],
  BACK_OFF: ["bad", "no connection"],
  CLOSED: ["", "closed"],
};

const STATUSES = {
  Available: "ok",
  Charging: "info",
  Occupied: "info",
  Preparing: "info",
  Finishing: "info",
  SuspendedEV: "warn",
  SuspendedEVSE: "warn",
  Reserved: "info",
  Faulted: "bad",
};

const OUTCOMES = {
  answered: ["ok", "answered"],
  stored: ["info", "stored"],
  alone: ["warn", "answered alone"],
  error: ["bad", "CALLERROR"],
  fault: ["bad", "fault"],
  httpError: ["bad", "no SOAP"],
  unreachable: ["bad", "unreachable"],
  timeout: ["bad", "timeout"],
  refused: ["bad", "refused"],
  closed: ["bad", "closed"],
};

export function chip(text, kind = "", title = null) {
  return el("span", { class: "chip " + kind, title }, text);
}

export function linkChip(charger) {
  const [kind, words] = LINKS[charger.link] ?? ["", charger.link];
  return chip(words, kind, charger.linkTrouble || null);
}

export function linkWords(state) {
  return (LINKS[state] ?? ["", state])[1];
}

export function connectorChip(connector) {
  const what = connector.number === 0 ? "station" : String(connector.number);
  const error = connector.error ? ` (${connector.error})` : "";
  return chip(`${what}: ${connector.status}${error}`, STATUSES[connector.status] ?? "", connector.info || null);
}

export function outcomeChip(outcome) {
  const [kind, words] = OUTCOMES[outcome] ?? ["", outcome];
  return chip(words, kind);
}

export const OUTCOME_WORDS = Object.entries(OUTCOMES).map(([value, [, words]]) => [value, words]);

export function registrationChip(registration) {
  const kind = { Accepted: "ok", Pending: "warn", Rejected: "bad" }[registration] ?? "";
  return chip(registration || "not booted", kind);
}

/** A time, told as an age that stays right. */
export function age(iso) {
  return never(iso)
    ? el("span", { class: "muted" }, "never")
    : el("time", { datetime: iso, title: dateTime(iso), "data-ago": "", class: "nowrap" }, ago(iso));
}

export function chargerLink(id) {
  return el("a", { class: "charger", href: "/chargers/" + encodeURIComponent(id) }, id);
}

/** Terms and what they mean here; those without a value are left out. */
export function facts(entries) {
  return el(
    "dl",
    { class: "facts" },
    entries
      .filter(([, value]) => value !== "" && value !== null && value !== undefined)
      .flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]),
  );
}

/** A table whose rows become cards on a phone. Columns: [label, class of its cells]. */
export function table(caption, columns, rows) {
  const body = el("tbody");
  body.append(...rows.map((cells) => row(columns, cells)));
  return el(
    "table",
    { class: "cards" },
    el("caption", { class: "hidden-text" }, caption),
    el("thead", {}, el("tr", {}, columns.map(([label, kind]) => el("th", { scope: "col", class: kind }, label)))),
    body,
  );
}

export function row(columns, cells, attributes = {}) {
  return el(
    "tr",
    attributes,
    cells.map((cell, i) => {
      const empty = cell === "" || cell === null || (Array.isArray(cell) && cell.length === 0);
      const kind = [columns[i][1], empty ? "empty-cell" : ""].filter(Boolean).join(" ");
      return el("td", { "data-label": columns[i][0], class: kind || null }, el("div", {}, cell));
    }),
  );
}

/** A card with a heading. */
export function card(title, ...children) {
  return el("section", { class: "card" }, el("h2", {}, title), children);
}

export function empty(text) {
  return el("p", { class: "empty" }, text);
}

/** What keeps a page from being shown. */
export function trouble(error) {
  return el("p", { class: "notice bad", role: "alert" }, error.message);
}
