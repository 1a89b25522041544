// Traffic, latency, energy and errors over time.
import { get } from "./api.js";
import { el } from "./dom.js";
import { count, energy, power } from "./format.js";
import { empty } from "./parts.js";
import { lineChart } from "./line-chart.js";

const EVERY = 30_000;
const SPANS = [
  ["60", "1 hour"],
  ["360", "6 hours"],
  ["1440", "24 hours"],
];

const number = (digits, unit) => (v) => v.toFixed(digits) + unit;
const whole = (v) => count(Math.round(v));
const perMinute = (v) => whole(v) + " a minute";
const short = (v) => (v >= 1000 ? (v / 1000).toFixed(v >= 10_000 ? 0 : 1) + "k" : v >= 10 || v === 0 ? v.toFixed(0) : v.toFixed(v < 1 ? 2 : 1));

/** [title, axis, [name of the series, its value in a sample, how it is written]] */
const CHARTS = [
  ["Traffic", short, [["charger requests", (s) => s.requests, perMinute], ["errors", (s) => s.errors, perMinute], ["commands", (s) => s.commands, perMinute]]],
  ["Latency", (v) => short(v) + " ms", [["mean", (s) => s.latencyMillis, number(1, " ms")], ["slowest", (s) => s.latencyMaxMillis, number(1, " ms")]]],
  ["Power", power, [["all sessions", (s) => s.powerW, power]]],
  ["Energy", energy, [["delivered a minute", (s) => s.energyWh, energy]]],
  ["Sessions", short, [["charging sessions", (s) => s.sessions, whole]]],
  ["Connections", short, [["connected", (s) => s.linksUp, whole], ["no connection", (s) => s.linksDown, whole]]],
  ["Waiting", short, [["messages waiting", (s) => s.waiting, whole], ["dead letters", (s) => s.deadLetters, whole]]],
];

let minutes = "60";

export async function show(main) {
  const place = el("div", { class: "chart-grid" });
  const load = async () => draw(place, await get(["charts"], { minutes }));
  const choose = el(
    "select",
    {
      onchange: (event) => {
        minutes = event.target.value;
        load();
      },
    },
    SPANS.map(([value, words]) => el("option", { value }, words)),
  );
  main.append(
    el("div", { class: "head" }, el("h1", { class: "grow" }, "Charts"), el("label", { class: "muted" }, "Last ", choose)),
    place,
  );
  await load();
  setInterval(() => document.hidden || place.contains(document.activeElement) || load(), EVERY);
}

function draw(place, samples) {
  if (samples.length < 2) {
    place.replaceChildren(el("section", { class: "card" }, empty("One value is kept every minute; the first two are not there yet.")));
    return;
  }
  const times = samples.map((s) => s.at);
  place.replaceChildren(
    ...CHARTS.map(([title, axis, series]) =>
      el("section", { class: "card" }, lineChart(title, series.map(([name, of, words]) => ({ name, words, values: samples.map((s) => of(s) ?? null) })), times, axis)),
    ),
  );
}
