// The table of chargers: both legs of each side by side.
import { el } from "./dom.js";
import { count, energy, power } from "./format.js";
import { age, chargerLink, chip, connectorChip, linkChip, registrationChip, row, table } from "./parts.js";

const COLUMNS = [
  ["Charger", ""],
  ["SOAP leg", ""],
  ["CSMS leg", ""],
  ["Connectors", ""],
  ["Sessions", ""],
  ["Waiting", "number"],
  ["Attention", ""],
];

const CONNECTORS_SHOWN = 6;

export function fleetTable(chargers) {
  const list = table("Chargers", COLUMNS, []);
  list.tBodies[0].append(...chargers.map(fleetRow));
  return list;
}

export function fleetRow(charger) {
  return row(
    COLUMNS,
    [
      [chargerLink(charger.id), el("span", { class: "sub" }, [charger.vendor, charger.model].filter(Boolean).join(" "))],
      el(
        "div",
        { class: "legs" },
        el("span", { class: "nowrap" }, "OCPP " + charger.soap + " · ", age(charger.lastHeard)),
        charger.callback ? null : el("span", { class: "chips" }, chip("cannot be called", "warn")),
      ),
      el(
        "div",
        { class: "legs" },
        el("span", { class: "chips" }, linkChip(charger), charger.paused ? chip("paused", "warn") : null),
        el("span", { class: "sub" }, `${charger.target} · ${charger.protocol}${registered(charger)}`),
      ),
      connectors(charger),
      charger.sessions.map(session),
      charger.waiting ? count(charger.waiting) : "",
      attention(charger),
    ],
    { "data-id": charger.id },
  );
}

function registered(charger) {
  return charger.registration === "Accepted" ? "" : " · " + (charger.registration || "not booted");
}

function connectors(charger) {
  const all = charger.connectors.filter((c) => c.number > 0 || c.error || c.status === "Faulted");
  if (all.length === 0) {
    return "";
  }
  const chips = all.slice(0, CONNECTORS_SHOWN).map(connectorChip);
  if (all.length > CONNECTORS_SHOWN) {
    chips.push(el("span", { class: "muted" }, `and ${all.length - CONNECTORS_SHOWN} more`));
  }
  return el("div", { class: "chips" }, chips);
}

function session(s) {
  return el("span", { class: "session nowrap" }, `${energy(s.energyWh)} · ${power(s.powerW)}`);
}

function attention(charger) {
  const chips = charger.alarms.map((text) => chip("alarm", "bad", text));
  if (charger.deadLetterCount > 0) {
    chips.push(chip(`${count(charger.deadLetterCount)} dead`, "bad"));
  }
  if (charger.registration === "Rejected") {
    chips.push(registrationChip(charger.registration));
  }
  if (charger.warnings.length > 0) {
    chips.push(chip("warning", "warn", charger.warnings.join("\n")));
  }
  return chips.length === 0 ? "" : el("div", { class: "chips" }, chips);
}
