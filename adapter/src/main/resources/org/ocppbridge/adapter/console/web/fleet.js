// The fleet: counts, which are filters too, and a table of chargers that keeps itself up to date.
import { get, path } from "./api.js";
import { button, el, field } from "./dom.js";
import { count, power } from "./format.js";
import { listen } from "./live.js";
import { empty, trouble } from "./parts.js";
import { fleetRow, fleetTable } from "./fleet-table.js";

const PAGE = 50;
const TYPING_PAUSE = 250;

const query = Object.fromEntries(new URLSearchParams(location.search));
let shown = null;
let bridge = null;
let parts = null;
let asked = 0;

export async function show(main) {
  bridge = await get(["bridge"]);
  parts = {
    warnings: el("ul", { class: "notices" }),
    tiles: el("section", { class: "tiles", "aria-label": "Counts" }),
    filters: filters(),
    list: el("section", { class: "card", "aria-label": "Chargers" }),
  };
  main.append(
    el("div", { class: "head" }, el("h1", { class: "grow" }, "Fleet"), el("span", { class: "muted" }, bridge.version)),
    parts.warnings,
    parts.tiles,
    parts.filters,
    parts.list,
  );
  counts();
  await load();
  listen(path(["events"]), { bridge: bridgeChanged, chargers: chargersChanged }, load);
}

function bridgeChanged(news) {
  bridge = news;
  counts();
}

function chargersChanged(news) {
  if (news.more) {
    load();
    return;
  }
  for (const charger of news.rows) {
    const old = document.querySelector(`tr[data-id="${CSS.escape(charger.id)}"]`);
    if (old) {
      const focused = old.contains(document.activeElement);
      const fresh = fleetRow(charger);
      old.replaceWith(fresh);
      if (focused) {
        fresh.querySelector("a").focus();
      }
    }
  }
}

/** [words, value, filter it sets, whether it is bad] */
function tiles() {
  const c = bridge.counts;
  return [
    ["chargers", count(c.chargers), {}],
    ["connected", count(c.byLink.UP ?? 0), { link: "UP" }],
    ["no connection", count(c.byLink.BACK_OFF ?? 0), { link: "BACK_OFF" }, c.byLink.BACK_OFF],
    ["charging sessions", count(c.sessions), { charging: "true" }],
    ["power", power(c.powerW), { sort: "-power", charging: "true" }],
    ["messages waiting", count(c.waiting), { sort: "-waiting" }],
    ["dead letters", count(c.deadLetters), { sort: "-deadLetters" }, c.deadLetters],
    ["need attention", count(c.attention), { attention: "true" }, c.attention],
  ];
}

function counts() {
  parts.warnings.replaceChildren(
    ...bridge.warnings.map((text) => el("li", { class: "notice bad" }, text)),
  );
  const focused = [...parts.tiles.children].indexOf(document.activeElement);
  parts.tiles.replaceChildren(
    ...tiles().map(([words, value, filter, bad]) =>
      button([el("b", {}, value), el("span", {}, words)], () => choose(filter), {
        class: bad ? "tile bad" : "tile",
        "aria-pressed": String(isChosen(filter)),
      }),
    ),
  );
  parts.tiles.children[focused]?.focus();
}

function isChosen(filter) {
  const names = ["link", "charging", "attention", "sort"];
  return names.every((name) => (query[name] ?? "") === (filter[name] ?? ""));
}

/** A count sets what it stands for, and leaves search and version as they are. */
function choose(filter) {
  for (const name of ["link", "charging", "attention", "sort", "offset"]) {
    delete query[name];
  }
  Object.assign(query, filter);
  const fresh = filters();
  parts.filters.replaceWith(fresh);
  parts.filters = fresh;
  load();
}

function filters() {
  const counts = bridge.counts;
  const form = el("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() });
  form.append(
    field("Search", searchBox(), { class: "search" }),
    choice("SOAP version", "soap", Object.keys(counts.bySoap)),
    choice("CSMS", "target", bridge.targets),
    choice("Link", "link", [
      ["UP", "connected"],
      ["OPENING", "connecting"],
      ["BACK_OFF", "no connection"],
      ["CLOSED", "closed"],
    ]),
    choice("Connector", "status", Object.keys(counts.connectors)),
    choice(
      "Sorted by",
      "sort",
      [
        ["-lastHeard", "last heard"],
        ["-power", "power"],
        ["-energy", "energy"],
        ["-waiting", "messages waiting"],
        ["-deadLetters", "dead letters"],
      ],
      "identity",
    ),
  );
  return form;
}

function searchBox() {
  let timer = 0;
  return el("input", {
    type: "search",
    name: "search",
    value: query.search ?? "",
    placeholder: "identity, vendor, model, address, token",
    oninput: (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => set("search", event.target.value.trim()), TYPING_PAUSE);
    },
  });
}

function choice(label, name, values, none = "all") {
  const options = [["", none], ...values.map((v) => (Array.isArray(v) ? v : [v, v]))];
  return field(
    label,
    el(
      "select",
      { name, onchange: (event) => set(name, event.target.value) },
      options.map(([value, words]) =>
        el("option", { value, selected: value === (query[name] ?? "") }, words),
      ),
    ),
  );
}

function set(name, value) {
  query[name] = value;
  delete query.offset;
  load();
}

async function load() {
  const mine = ++asked;
  const address = path([], { ...query }).replace("/api/v1/", "/");
  history.replaceState(null, "", address);
  try {
    const page = await get(["chargers"], { ...query, limit: PAGE });
    if (mine === asked) {
      shown = page;
      render();
      counts();
    }
  } catch (error) {
    parts.list.replaceChildren(trouble(error));
  }
}

function render() {
  if (shown.matching === 0) {
    const none = shown.total === 0 ? "No charger has been heard so far." : "No charger matches.";
    parts.list.replaceChildren(empty(none));
    return;
  }
  parts.list.replaceChildren(fleetTable(shown.chargers), pager());
}

function pager() {
  const from = shown.offset + 1;
  const to = shown.offset + shown.chargers.length;
  const turn = (offset) => () => {
    query.offset = offset;
    load();
    document.getElementById("main").focus();
  };
  return el(
    "nav",
    { class: "pager", "aria-label": "Pages of chargers" },
    el("span", { class: "muted" }, `${count(from)} to ${count(to)} of ${count(shown.matching)}`),
    button("Previous", turn(Math.max(0, shown.offset - PAGE)), { disabled: shown.offset === 0 }),
    button("Next", turn(shown.offset + PAGE), { disabled: to >= shown.matching }),
  );
}
