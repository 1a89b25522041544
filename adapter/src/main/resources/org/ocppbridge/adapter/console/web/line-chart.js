// A line chart as plain SVG, with a cursor that tells the values and can be moved by keyboard.
import { el, svg } from "./dom.js";

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 70;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;
const INNER_WIDTH = WIDTH - LEFT - RIGHT;
const INNER_HEIGHT = HEIGHT - TOP - BOTTOM;

/**
 * @param title what it shows
 * @param series [{name, values, words}]: values may hold null; words writes one
 * @param times of the values, ISO, rising
 * @param axis writes a value at the axis
 */
export function lineChart(title, series, times, axis) {
  const top = nice(Math.max(0, ...series.flatMap((s) => s.values.filter((v) => v !== null))));
  const from = Date.parse(times[0]);
  const length = Math.max(1, Date.parse(times.at(-1)) - from);
  const x = (i) => LEFT + (INNER_WIDTH * (Date.parse(times[i]) - from)) / length;
  const y = (value) => TOP + INNER_HEIGHT * (1 - value / top);
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}, ${series.map((s) => s.name).join(", ")}`, tabindex: "0" },
    grid(top, y, axis),
    hours(times, x),
    series.flatMap((s, n) => line(s, n, x, y)),
  );
  const cursor = svg("line", { class: "cursor", y1: TOP, y2: HEIGHT - BOTTOM, visibility: "hidden" });
  picture.append(cursor);
  const keys = el("div", { class: "keys", role: "status" });
  const chart = el("figure", { class: "chart" }, el("figcaption", {}, el("h2", {}, title)), keys, picture);
  follow(picture, cursor, keys, series, times, x);
  return chart;
}

function grid(top, y, axis) {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(top * part), y2: y(top * part) }),
    svg("text", { x: LEFT - 6, y: y(top * part) + 4, "text-anchor": "end" }, axis(top * part)),
  ]);
}

function hours(times, x) {
  const step = Math.max(1, Math.floor(times.length / 5));
  const marks = [];
  for (let i = step; i < times.length; i += step) {
    const at = new Date(times[i]);
    const text = String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0");
    marks.push(svg("text", { x: x(i), y: HEIGHT - 6, "text-anchor": i + step >= times.length ? "end" : "middle" }, text));
  }
  return marks;
}

function line(series, number, x, y) {
  let path = "";
  let pen = false;
  series.values.forEach((value, i) => {
    if (value === null) {
      pen = false;
      return;
    }
    path += `${pen ? "L" : "M"}${x(i).toFixed(1)},${y(value).toFixed(1)}`;
    pen = true;
  });
  return path ? [svg("path", { class: "series s" + number, d: path })] : [];
}

/** The value under the pointer, or the one chosen by the arrow keys; else the last one. */
function follow(picture, cursor, keys, series, times, x) {
  let chosen = times.length - 1;
  const tell = (i, mark) => {
    chosen = i;
    cursor.setAttribute("x1", x(i));
    cursor.setAttribute("x2", x(i));
    cursor.setAttribute("visibility", mark ? "visible" : "hidden");
    const at = new Date(times[i]);
    keys.replaceChildren(
      el("span", {}, at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })),
      ...series.map((s, n) => el("span", { class: "k" + n }, el("i"), s.name + " ", el("b", {}, s.values[i] === null ? "–" : s.words(s.values[i])))),
    );
  };
  picture.addEventListener("pointermove", (event) => {
    const box = picture.getBoundingClientRect();
    const part = (((event.clientX - box.left) / box.width) * WIDTH - LEFT) / INNER_WIDTH;
    tell(Math.min(times.length - 1, Math.max(0, Math.round(part * (times.length - 1)))), true);
  });
  picture.addEventListener("pointerleave", () => tell(times.length - 1, false));
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      tell(Math.min(times.length - 1, Math.max(0, chosen + step)), true);
    }
  });
  tell(chosen, false);
}

/** The next number that is easy to divide. */
export function nice(value) {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((n) => n * power).find((n) => n >= value);
}
