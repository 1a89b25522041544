// Who did what at the admin port.
import { get } from "./api.js";
import { el, field } from "./dom.js";
import { dateTime, ZONE } from "./format.js";
import { chip, empty, table } from "./parts.js";

const COLUMNS = [
  [`When (${ZONE})`, "nowrap"],
  ["Who", ""],
  ["From", "mono"],
  ["What", ""],
  ["Detail", ""],
  ["Outcome", ""],
];

export async function show(main) {
  const entries = (await get(["audit"])).reverse();
  const list = el("section", { class: "card", "aria-label": "Entries" });
  const render = (text) => {
    const rows = entries
      .filter((e) => [e.who, e.from, e.action, e.detail].some((v) => v.toLowerCase().includes(text)))
      .map((e) => [dateTime(e.at), e.who, e.from, e.action, e.detail, e.done ? chip("done", "ok") : chip("refused or failed", "bad")]);
    list.replaceChildren(rows.length === 0 ? empty(entries.length === 0 ? "Nothing was done so far." : "No entry matches.") : table("Audit log", COLUMNS, rows));
  };
  main.append(
    el("h1", {}, "Audit"),
    el("p", { class: "muted" }, "The last 500 things done or tried at the admin port; all of them stand in audit.jsonl."),
    el(
      "form",
      { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      field("Search", el("input", { type: "search", oninput: (event) => render(event.target.value.toLowerCase()) }), { class: "search" }),
    ),
    list,
  );
  render("");
}
