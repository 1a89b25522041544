// Dead letters: messages that were given up, to be tried again or thrown away.
import { get, post } from "./api.js";
import { button, confirmed, el, toast } from "./dom.js";
import { count, dateTime, ZONE } from "./format.js";
import { card, chargerLink, empty, table } from "./parts.js";
import { pretty } from "./pretty.js";

const COLUMNS = [
  [`Given up (${ZONE})`, "nowrap"],
  ["Message", ""],
  ["Why", ""],
  ["Content", ""],
  ["", "nowrap"],
];

/** How far from the time of a message its exchange may be, in milliseconds. */
const AROUND = 10_000;

/** Chargers that the API lists at once. */
const PAGE = 200;

const only = new URLSearchParams(location.search).get("charger");
let list = null;

export async function show(main) {
  list = el("div", { class: "stack" });
  main.append(
    el("h1", {}, "Dead letters"),
    el(
      "p",
      { class: "muted" },
      "Messages that the CSMS kept refusing, or that belong to nothing. Nothing happens to them until you decide.",
    ),
    list,
  );
  await load();
}

async function load() {
  const cards = await page("");
  list.replaceChildren(...(cards.length ? cards : [card("Nothing to decide", empty("There are no dead letters."))]));
}

/** The chargers after one, and a button for those after them. */
async function page(after) {
  const holders = await get(["dead-letters", "chargers"], { after });
  const cards = [];
  for (const holder of holders.filter((h) => !only || h.charger === only)) {
    cards.push(of(holder, await get(["dead-letters"], { charger: holder.charger })));
  }
  if (holders.length === PAGE) {
    const more = button("More chargers", async () => more.replaceWith(...(await page(holders.at(-1).charger))));
    cards.push(more);
  }
  return cards;
}

function of(holder, letters) {
  const rest = holder.count - letters.length;
  return el(
    "section",
    { class: "card", "aria-label": "Dead letters of " + holder.charger },
    el("h2", {}, chargerLink(holder.charger), ` · ${count(holder.count)}`),
    el("div", { class: "scroll" }, table("Dead letters", COLUMNS, letters.map((l) => cells(holder.charger, l)))),
    rest > 0 ? el("p", { class: "muted" }, `and ${count(rest)} younger ones`) : null,
  );
}

function cells(charger, letter) {
  const content = el("details", {}, el("summary", {}, "Show"), el("pre", { class: "mono" }, pretty(letter.payload)));
  const name = `${letter.action} number ${letter.number} of ${charger}`;
  return [
    dateTime(letter.at),
    letter.action,
    letter.reason,
    content,
    el(
      "div",
      { class: "head" },
      el("a", { class: "button", href: messages(charger, letter), "aria-label": "Exchange of " + name }, "Exchange"),
      button("Retry", () => decide(charger, letter, "retry"), { "aria-label": "Retry " + name }),
      button("Drop", () => decide(charger, letter, "drop"), { "aria-label": "Drop " + name, class: "danger" }),
    ),
  ];
}

/**
 * Where the exchange that the message came from, and its tries, are shown side by side: by the
 * number under which it waited; one that never did by the time it was given up.
 */
function messages(charger, letter) {
  const local = (shift) => dateTime(new Date(Date.parse(letter.at) + shift).toISOString()).replace(" ", "T");
  const search = letter.seq > 0 ? { seq: letter.seq } : { from: local(-AROUND), to: local(AROUND) };
  return "/messages?" + new URLSearchParams({ charger, ...search });
}

async function decide(charger, letter, what) {
  const drop = what === "drop";
  const text = drop
    ? `${letter.action} of ${charger} is lost for good.`
    : `${letter.action} of ${charger} goes to the end of its queue and is sent once more.`;
  if (!(await confirmed(drop ? "Drop the message?" : "Try again?", text, drop ? "Drop" : "Retry", drop))) {
    return;
  }
  try {
    await post(["dead-letters", what], { charger, number: letter.number });
    toast(drop ? "It is gone." : "It waits for the CSMS again.");
  } catch (error) {
    toast(error.message, true);
  }
  await load();
}
