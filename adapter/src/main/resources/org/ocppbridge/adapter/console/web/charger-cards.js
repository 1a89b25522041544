// The cards of a charger's page.
import { el } from "./dom.js";
import { count, dateTime, energy, never, power, span } from "./format.js";
import { age, card, chip, connectorChip, empty, facts, registrationChip, table } from "./parts.js";

export function sessions(charger) {
  const open = charger.transactions.filter((t) => t.phase === "OPEN");
  const over = charger.transactions.filter((t) => t.phase !== "OPEN");
  return card(
    "Charging sessions",
    open.length === 0 ? empty("Nothing is charging.") : open.map(session),
    over.length === 0 ? null : el("details", {}, el("summary", {}, `Earlier (${over.length})`), ended(over)),
  );
}

function session(t) {
  return el(
    "div",
    { class: "big-session", "data-transaction": t.transaction },
    value("energy", energy(t.energyWh), "energy"),
    value("power", power(t.powerW), "power"),
    value("running for", el("time", { datetime: t.startedAt, "data-span": "", title: dateTime(t.startedAt) }, span(t.startedAt))),
    value(`connector ${t.connector}, token`, t.idTag + (t.verdict && t.verdict !== "Accepted" ? ` (${t.verdict})` : "")),
    value("transaction at the charger", whole(String(t.transaction))),
    value("transaction at the CSMS", t.csmsTransaction ? whole(t.csmsTransaction) : "not known yet", "csms-transaction"),
  );
}

function value(words, text, name = null) {
  return el("div", { "data-value": name }, el("span", {}, words), el("b", {}, text));
}

/** An id, which a click selects whole so that it can be copied. */
function whole(id) {
  return el("span", { class: "whole" }, id);
}

function ended(transactions) {
  const columns = [["At the charger", "number"], ["At the CSMS", "mono"], ["Connector", "number"], ["Token", ""], ["Started", "nowrap"], ["State", ""]];
  const rows = transactions.map((t) => [
    String(t.transaction),
    t.csmsTransaction ? whole(t.csmsTransaction) : "–",
    String(t.connector),
    t.idTag,
    dateTime(t.startedAt),
    t.phase === "ENDED" ? chip("ended", "") : chip("never stopped", "warn"),
  ]);
  return el("div", { class: "scroll" }, table("Earlier transactions", columns, rows));
}

export function connectors(charger) {
  const rows = charger.connectors.map((c) => [connectorChip(c), c.info || "–", age(c.at)]);
  return card(
    "Connectors",
    rows.length === 0
      ? empty("No connector has reported so far.")
      : table("Connectors", [["Connector", ""], ["Says", ""], ["Reported", ""]], rows),
  );
}

const LEARNT = {
  settings: "from the settings",
  charger: "the charger said so",
  nowhere: "not known",
};

export function soapLeg(charger) {
  const a = charger.address;
  return card(
    "SOAP leg: the charger",
    facts([
      ["Last heard", age(charger.lastHeard)],
      ["Version", `OCPP ${charger.soap}, SOAP ${a.soap11 ? "1.1" : "1.2"}`],
      ["Called at", a.url ? el("span", { class: "mono" }, a.url) : chip("cannot be called", "warn")],
      ["Address known", LEARNT[a.learntFrom]],
      ["Its From header", a.from ? el("span", { class: "mono" }, a.from) : ""],
      ["It came from", a.source],
      ["Problem", a.problem],
      ["Protection", charger.leg || "not heard since the start"],
    ]),
  );
}

export function csmsLeg(charger) {
  const c = charger.csms;
  return card(
    "JSON leg: the CSMS",
    facts([
      ["CSMS", `${charger.target} (${charger.protocol})`],
      ["Address", el("span", { class: "mono" }, c.url)],
      ["Known there as", c.identity],
      ["Connected", c.since ? age(c.since) : "no"],
      ["Trouble", charger.linkTrouble],
      ["Registration", registrationChip(charger.registration)],
      ["Heartbeat interval", c.interval ? c.interval + " s" : ""],
      ["Security profile", c.securityProfile ? String(c.securityProfile) : "none"],
      ["Network profile", c.networkProfile ? `slot ${c.networkProfile} of ${c.networkProfiles.join(", ")}` : "as configured"],
      ["Messages waiting", count(charger.waiting)],
      ["Dropped while away", charger.dropped ? count(charger.dropped) : ""],
    ]),
  );
}

export function identity(charger) {
  const i = charger.identity;
  return card(
    "Identity",
    never(i.bootedAt)
      ? empty("No BootNotification has come so far.")
      : facts([
          ["Vendor", i.vendor],
          ["Model", i.model],
          ["Serial number", i.serialNumber],
          ["Charge box serial number", i.chargeBoxSerialNumber],
          ["Firmware", i.firmware],
          ["Meter", [i.meterType, i.meterSerialNumber].filter(Boolean).join(" ")],
          ["ICCID", i.iccid],
          ["IMSI", i.imsi],
          ["Last boot", age(i.bootedAt)],
        ]),
  );
}

export function letters(charger) {
  const all = charger.deadLetters.length + charger.deadLettersForgotten;
  return card(
    "Dead letters",
    all === 0
      ? empty("None: all messages reached the CSMS or wait for it.")
      : [
          el("p", {}, all === 1 ? "One message was given up." : `${count(all)} messages were given up.`),
          el("a", { href: "/dead-letters?charger=" + encodeURIComponent(charger.id) }, "See them and decide"),
        ],
  );
}

export function variables(charger) {
  const from = { charger: "charger", csms: "set by the CSMS", bridge: "bridge" };
  const rows = charger.variables.map((v) => [
    el("span", { class: "mono" }, v.name),
    el("span", { class: "mono" }, v.value || "–"),
    v.readOnly ? "read-only" : "",
    from[v.from] ?? v.from,
  ]);
  return el(
    "details",
    {},
    el("summary", {}, `Configuration (${rows.length})`),
    rows.length === 0
      ? empty("Nothing is known so far: it is read when the CSMS asks for it.")
      : el("div", { class: "scroll" }, table("Configuration", [["Variable", ""], ["Value", ""], ["", ""], ["Known from", ""]], rows)),
  );
}

const BY = { charger: ["ok", "charger"], bridge: ["info", "bridge"], refused: ["", "refused"] };

export function capabilities(charger) {
  const can = charger.capabilities.filter((c) => c.by !== "refused" && !c.doubt).length;
  const rows = charger.capabilities.map((c) => {
    const [kind, words] = BY[c.by] ?? ["", c.by];
    return [c.message, chip(words, kind), c.detail || "–", c.doubt ? chip(c.doubt, "warn") : ""];
  });
  return el(
    "details",
    {},
    el("summary", {}, `What this charger can do for a 2.0.1 CSMS (${can} of ${rows.length} commands)`),
    el("div", { class: "scroll" }, table("Capabilities", [["Command", ""], ["Done by", ""], ["How", ""], ["But", ""]], rows)),
  );
}
