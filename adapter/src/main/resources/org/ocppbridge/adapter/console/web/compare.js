// One exchange with both wire forms side by side: what is the same is linked, what was lost is marked.
import { el } from "./dom.js";
import { duration } from "./format.js";
import { about, pairs } from "./match.js";
import { jsonLines, xmlLines } from "./pretty.js";

const WAYS = {
  chargerToBridge: "charger → bridge",
  bridgeToCharger: "bridge → charger",
  bridgeToCsms: "bridge → CSMS",
  csmsToBridge: "CSMS → bridge",
};

const LOSSES = {
  dropped: "dropped",
  defaulted: "defaulted",
  changed: "changed",
  synthesised: "made by the bridge",
};

export function compare(exchange) {
  const messages = exchange.wire.map((wire) => message(wire));
  link(messages);
  mark(exchange.losses, messages);
  const soap = messages.filter((m) => m.soap);
  const json = messages.filter((m) => !m.soap);
  const view = el(
    "div",
    { class: "compare" },
    summary(exchange),
    losses(exchange.losses),
    el("div", { class: "columns" }, column("SOAP", soap, "Nothing went over SOAP."), column("JSON", json, "Nothing went over JSON.")),
    legend(),
  );
  view.addEventListener("pointerover", (event) => heat(view, event.target));
  requestAnimationFrame(() => view.querySelectorAll("pre").forEach(toTheMatter));
  return view;
}

function summary(exchange) {
  const t = exchange.timing;
  const took = t
    ? `took ${duration(t.total)}: CSMS ${duration(t.csms)}, charger ${duration(t.charger)}, bridge ${duration(t.bridge ?? 0)}`
    : "";
  return el("p", { class: "muted" }, [exchange.detail, took].filter(Boolean).join(" · "));
}

function losses(list) {
  if (!list || list.length === 0) {
    return null;
  }
  return el(
    "div",
    {},
    el("h3", {}, "Not carried over unchanged"),
    el(
      "ul",
      { class: "losses" },
      list.map((loss) => el("li", {}, `${LOSSES[loss.kind] ?? loss.kind}: `, el("code", {}, loss.field), " – " + loss.reason)),
    ),
  );
}

function message(wire) {
  const soap = wire.way === "chargerToBridge" || wire.way === "bridgeToCharger";
  const lines = (soap ? xmlLines : jsonLines)(wire.text ?? "");
  lines.forEach((line) => (line.element = el("span", { class: "line" }, line.text + "\n")));
  return { wire, soap, lines, source: wire.way === "chargerToBridge" || wire.way === "csmsToBridge" };
}

/** Requests with requests, answers with answers; first those that have most in common. */
function link(messages) {
  let number = 0;
  for (const soap of messages.filter((m) => m.soap)) {
    for (const json of candidates(soap, messages)) {
      for (const lines of pairs(soap.lines.filter(unlinked), json.lines.filter(unlinked))) {
        number++;
        lines.forEach((line) => join(line, number));
      }
    }
  }
}

function candidates(soap, messages) {
  return messages
    .filter((m) => !m.soap && Boolean(m.wire.answer) === Boolean(soap.wire.answer))
    .map((m) => [m, pairs(soap.lines, m.lines).length])
    .sort(([, a], [, b]) => b - a)
    .map(([m]) => m);
}

function join(line, number) {
  line.linked = true;
  line.element.classList.add("linked");
  line.element.dataset.link = number;
}

function unlinked(line) {
  return !line.linked;
}

/** What is dropped stands in what came, what is made in what went out. */
function mark(list, messages) {
  for (const loss of list ?? []) {
    const made = loss.kind === "synthesised" || loss.kind === "defaulted";
    for (const m of messages.filter((one) => one.source !== made)) {
      for (const line of about(loss, m.lines)) {
        line.element.classList.remove("linked");
        line.element.classList.add(loss.kind === "dropped" ? "lost" : "added");
        line.element.title = `${LOSSES[loss.kind] ?? loss.kind}: ${loss.reason}`;
      }
    }
  }
}

function column(name, messages, nothing) {
  return el(
    "div",
    { class: "wire-" + name.toLowerCase() },
    el("h3", {}, name),
    messages.length === 0 ? el("p", { class: "muted" }, nothing) : messages.map(box),
  );
}

function box(m) {
  const cut = m.wire.text && m.wire.length > m.wire.text.length ? `cut: ${m.wire.length} characters in all` : "";
  return el(
    "article",
    { class: "message", "aria-label": WAYS[m.wire.way] },
    el(
      "header",
      {},
      el("span", {}, WAYS[m.wire.way]),
      el("span", {}, "after " + duration(m.wire.at)),
      m.wire.status ? el("span", {}, "HTTP " + m.wire.status) : null,
      cut ? el("span", {}, cut) : null,
    ),
    el("pre", { tabindex: "0" }, m.lines.map((line) => line.element)),
  );
}

function legend() {
  return el(
    "p",
    { class: "legend" },
    el("span", { class: "linked" }, "the same on both sides"),
    el("span", { class: "lost" }, "dropped"),
    el("span", { class: "added" }, "changed, defaulted or made by the bridge"),
  );
}

/** Past headers that nothing corresponds to. */
function toTheMatter(pre) {
  const first = pre.querySelector(".linked, .lost, .added");
  if (first) {
    pre.scrollTop = first.offsetTop - pre.offsetTop - pre.clientHeight / 3;
  }
}

function heat(view, target) {
  const number = target.closest?.(".line")?.dataset.link;
  view.querySelectorAll(".line.hot").forEach((line) => line.classList.remove("hot"));
  if (number) {
    view.querySelectorAll(`.line[data-link="${number}"]`).forEach((line) => line.classList.add("hot"));
  }
}
