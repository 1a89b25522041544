// The live timeline of exchanges, of one charger or of all, the newest first; each opens to both
// wire forms.
import { get, path } from "./api.js";
import { button, el, field } from "./dom.js";
import { clock, dateTime, duration, today, ZONE } from "./format.js";
import { listen } from "./live.js";
import { chargerLink, chip, empty, OUTCOME_WORDS, outcomeChip, trouble } from "./parts.js";
import { compare } from "./compare.js";

const PAGE = 30;

/** Most exchanges on the page; over it the oldest leave it. */
const SHOWN_MAX = 300;

/**
 * Fills a section with exchanges.
 * @param fixed what is always asked for, such as {charger}; what it names is no field to fill in
 * @param first what the fields hold at first
 * @param changed told what the fields hold whenever that changes
 */
export async function timeline(section, fixed, first = {}, changed = () => {}) {
  const view = new Timeline(section, fixed, first, changed);
  await view.load();
}

/** The fields of the filter: name, label and attributes of the input. */
const FIELDS = [
  ["charger", "Charger", { size: "14", placeholder: "all" }],
  ["operation", "Operation", { size: "14", placeholder: "all" }],
  ["text", "Holds the text", { size: "14" }],
  ["seq", "Number of the message", { size: "8", inputmode: "numeric" }],
  ["from", "From", { type: "datetime-local", step: "1" }],
  ["to", "To", { type: "datetime-local", step: "1" }],
];

class Timeline {
  constructor(section, fixed, first, changed) {
    this.fixed = fixed;
    this.filter = { ...first };
    this.changed = changed;
    this.stop = null;
    this.list = el("ol", { class: "timeline", "aria-label": "Exchanges, the newest first" });
    this.below = el("div", { class: "pager" });
    this.export = el("a", { class: "button", download: "exchanges.ndjson" }, "Export as NDJSON");
    section.append(
      el("div", { class: "head" }, el("h2", { class: "grow" }, "charger" in fixed ? "Messages" : "Of all chargers"), el("span", { class: "muted" }, `Times are ${ZONE}`), this.export),
      this.filters(),
      this.list,
      this.below,
    );
  }

  filters() {
    const outcomes = [["", "any outcome"], ...OUTCOME_WORDS];
    const set = (event) => {
      this.filter[event.target.name] = event.target.value.trim();
      this.changed(this.filter);
      this.load();
    };
    const value = (name) => this.filter[name] ?? "";
    return el(
      "form",
      { class: "filters", role: "search", "aria-label": "Messages", onsubmit: (event) => event.preventDefault() },
      FIELDS.filter(([name]) => !(name in this.fixed)).map(([name, label, attributes]) =>
        field(label, el("input", { name, onchange: set, value: value(name), ...attributes })),
      ),
      field(
        "Outcome",
        el(
          "select",
          { name: "outcome", onchange: set },
          outcomes.map(([v, w]) => el("option", { value: v, selected: v === value("outcome") }, w)),
        ),
      ),
    );
  }

  /** As the API takes it: moments, not what a clock on a wall shows. */
  query() {
    const query = { ...this.filter, ...this.fixed };
    for (const name of ["from", "to"]) {
      query[name] = query[name] ? new Date(query[name]).toISOString() : "";
    }
    return query;
  }

  async load() {
    this.stop?.();
    const query = this.query();
    this.export.href = path(["exchanges", "export"], query);
    try {
      const page = await get(["exchanges"], { ...query, limit: PAGE });
      this.list.replaceChildren(...page.exchanges.map((e) => this.item(e)));
      this.older(page, query);
      this.stop = listen(path(["exchanges", "live"], query), {
        exchange: (exchange) => this.arrived(exchange),
        missed: (count) => this.missed(count),
      });
    } catch (error) {
      this.list.replaceChildren();
      this.below.replaceChildren(error.status === 404 ? empty("Messages are not recorded here (ledger.enabled).") : trouble(error));
    }
  }

  /** One search looks through a part of the ledger only: it may find nothing and not be at the end. */
  older(page, query) {
    const more = async () => {
      try {
        const next = await get(["exchanges"], { ...query, limit: PAGE, before: page.next });
        this.list.append(...next.exchanges.map((e) => this.item(e)));
        this.older(next, query);
      } catch (error) {
        this.below.prepend(trouble(error));
      }
    };
    const isNone = this.list.children.length === 0;
    const asked = Object.values(this.filter).some((value) => value);
    const words = page.next ? "None among the newest." : asked ? "No message matches." : "No message so far.";
    this.below.replaceChildren(isNone ? empty(words) : "", page.next ? button("Older", more) : "");
  }

  arrived(exchange) {
    this.below.querySelector(".empty")?.remove();
    const item = this.item(exchange);
    item.classList.add("fresh");
    setTimeout(() => item.classList.remove("fresh"), 1500);
    this.list.prepend(item);
    while (this.list.children.length > SHOWN_MAX) {
      this.list.lastChild.remove();
    }
  }

  missed(count) {
    this.list.prepend(el("li", {}, el("p", { class: "muted" }, `${JSON.stringify(count)} exchanges were too fast to be shown`)));
  }

  item(exchange) {
    const item = el("li", { "data-operation": exchange.operation });
    const of = "charger" in this.fixed ? null : el("span", { class: "of" }, exchange.charger || "unknown charger");
    const row = el(
      "button",
      { type: "button", class: "row", "aria-expanded": "false" },
      el(
        "time",
        { class: "mono", datetime: exchange.began, title: `${exchange.began} (${dateTime(exchange.began)} ${ZONE})` },
        today(exchange.began) ? "" : el("span", { class: "day" }, dateTime(exchange.began).slice(0, 10) + " "),
        clock(exchange.began),
      ),
      arrow(exchange.direction),
      el("span", {}, of, el("b", {}, exchange.operation || "?"), others(exchange)),
      lossChip(exchange.losses),
      outcomeChip(exchange.outcome),
      el("span", { class: "number extra nowrap muted" }, exchange.timing ? duration(exchange.timing.total) : ""),
    );
    row.addEventListener("click", () => toggle(item, row, exchange, "charger" in this.fixed));
    item.append(row);
    return item;
  }
}

function arrow(direction) {
  const up = direction === "toCsms";
  return el("span", { class: "arrow" }, el("span", { "aria-hidden": "true" }, up ? "→" : "←"), el("span", { class: "hidden-text" }, up ? "to the CSMS" : "to the charger"));
}

function others(exchange) {
  const names = exchange.actions ?? [];
  const by = exchange.origin === "bridge" ? " by the bridge" : "";
  return el("span", { class: "muted" }, (names.length > 0 ? " → " + names.join(", ") : "") + by);
}

function lossChip(losses) {
  const count = losses?.length ?? 0;
  return el("span", { class: "extra" }, count === 0 ? "" : chip(count === 1 ? "1 loss" : `${count} losses`, "warn"));
}

async function toggle(item, row, exchange, isOfOne) {
  const open = row.getAttribute("aria-expanded") === "true";
  row.setAttribute("aria-expanded", String(!open));
  if (open) {
    item.querySelectorAll(".compare, .notice").forEach((shown) => shown.remove());
    return;
  }
  try {
    const view = compare(await get(["exchanges", String(exchange.id)]));
    if (!isOfOne && exchange.charger) {
      view.prepend(el("p", {}, "Charger ", chargerLink(exchange.charger)));
    }
    if (row.getAttribute("aria-expanded") === "true") {
      item.append(view);
    }
  } catch (error) {
    item.append(trouble(error));
  }
}
