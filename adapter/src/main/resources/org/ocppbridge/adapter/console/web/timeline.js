// The live timeline of a charger's exchanges, the newest first; each opens to both wire forms.
import { get, path } from "./api.js";
import { button, el, field } from "./dom.js";
import { clock, dateTime, duration } from "./format.js";
import { listen } from "./live.js";
import { chip, empty, OUTCOME_WORDS, outcomeChip, trouble } from "./parts.js";
import { compare } from "./compare.js";

const PAGE = 30;

/** Most exchanges on the page; over it the oldest leave it. */
const SHOWN_MAX = 300;

/** Fills a section with the exchanges of a charger. */
export async function timeline(section, charger) {
  const view = new Timeline(section, charger);
  await view.load();
}

class Timeline {
  constructor(section, charger) {
    this.charger = charger;
    this.filter = {};
    this.next = null;
    this.stop = null;
    this.list = el("ol", { class: "timeline", "aria-label": "Exchanges, the newest first" });
    this.below = el("div", { class: "pager" });
    section.append(
      el("div", { class: "head" }, el("h2", { class: "grow" }, "Messages"), this.filters()),
      this.list,
      this.below,
    );
  }

  filters() {
    const outcomes = [["", "any outcome"], ...OUTCOME_WORDS];
    const set = (name) => (event) => {
      this.filter[name] = event.target.value.trim();
      this.load();
    };
    return el(
      "form",
      { class: "filters", onsubmit: (event) => event.preventDefault() },
      field("Operation", el("input", { onchange: set("operation"), size: "14", placeholder: "all" })),
      field("Holds the text", el("input", { onchange: set("text"), size: "14" })),
      field("Outcome", el("select", { onchange: set("outcome") }, outcomes.map(([v, w]) => el("option", { value: v }, w)))),
    );
  }

  async load() {
    this.stop?.();
    const query = { charger: this.charger, ...this.filter };
    try {
      const page = await get(["exchanges"], { ...query, limit: PAGE });
      this.list.replaceChildren(...page.exchanges.map((e) => this.item(e)));
      this.older(page.next);
      if (page.exchanges.length === 0) {
        this.below.prepend(empty("No message so far."));
      }
      this.stop = listen(path(["exchanges", "live"], query), {
        exchange: (exchange) => this.arrived(exchange),
        missed: (count) => this.missed(count),
      });
    } catch (error) {
      this.list.replaceChildren();
      this.below.replaceChildren(error.status === 404 ? empty("Messages are not recorded here.") : trouble(error));
    }
  }

  older(next) {
    const more = async () => {
      const page = await get(["exchanges"], { charger: this.charger, ...this.filter, limit: PAGE, before: next });
      this.list.append(...page.exchanges.map((e) => this.item(e)));
      this.older(page.next);
    };
    this.below.replaceChildren(next ? button("Older", more) : "");
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
    const row = el(
      "button",
      { type: "button", class: "row", "aria-expanded": "false" },
      el("time", { class: "mono", datetime: exchange.began, title: dateTime(exchange.began) }, clock(exchange.began)),
      arrow(exchange.direction),
      el("span", {}, el("b", {}, exchange.operation || "?"), others(exchange)),
      lossChip(exchange.losses),
      outcomeChip(exchange.outcome),
      el("span", { class: "number extra nowrap muted" }, exchange.timing ? duration(exchange.timing.total) : ""),
    );
    row.addEventListener("click", () => toggle(item, row, exchange.id));
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

async function toggle(item, row, id) {
  const open = row.getAttribute("aria-expanded") === "true";
  row.setAttribute("aria-expanded", String(!open));
  if (open) {
    item.querySelector(".compare, .notice")?.remove();
    return;
  }
  try {
    item.append(compare(await get(["exchanges", String(id)])));
  } catch (error) {
    item.append(trouble(error));
  }
}
