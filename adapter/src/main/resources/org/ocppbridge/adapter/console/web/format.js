// How numbers and times are written.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function count(number) {
  return number.toLocaleString("en");
}

export function energy(wh) {
  return wh === null || wh === undefined ? "–" : (wh / 1000).toFixed(2) + " kWh";
}

export function power(w) {
  if (w === null || w === undefined) {
    return "–";
  }
  return Math.abs(w) >= 1e6 ? (w / 1e6).toFixed(2) + " MW" : (w / 1000).toFixed(1) + " kW";
}

/** Of microseconds. */
export function duration(micros) {
  if (micros < 1000) {
    return micros + " µs";
  }
  return micros < 1e6 ? (micros / 1000).toFixed(micros < 1e4 ? 1 : 0) + " ms" : (micros / 1e6).toFixed(2) + " s";
}

/** Whether the bridge means "never". */
export function never(iso) {
  return !iso || iso.startsWith("1970-01-01");
}

export function ago(iso, now = Date.now()) {
  if (never(iso)) {
    return "never";
  }
  const age = now - Date.parse(iso);
  if (age < 5 * SECOND) {
    return "now";
  }
  if (age < MINUTE) {
    return Math.floor(age / SECOND) + " s ago";
  }
  if (age < HOUR) {
    return Math.floor(age / MINUTE) + " min ago";
  }
  return age < DAY ? Math.floor(age / HOUR) + " h ago" : Math.floor(age / DAY) + " d ago";
}

export function span(fromIso, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(fromIso)) / MINUTE));
  if (minutes === 0) {
    return "under 1 min";
  }
  return minutes < 60 ? minutes + " min" : Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
}

const DATE_TIME = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" });

export function dateTime(iso) {
  return never(iso) ? "never" : DATE_TIME.format(new Date(iso));
}

/** The zone that times are shown in: that of the browser. */
export const ZONE = zone(-new Date().getTimezoneOffset());

function zone(minutes) {
  const two = (n) => String(n).padStart(2, "0");
  const far = Math.abs(minutes);
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(far / 60))}:${two(far % 60)}`;
}

/** Whether it is of this day. */
export function today(iso) {
  return new Date(iso).toDateString() === new Date().toDateString();
}

export function clock(iso) {
  const at = new Date(iso);
  const two = (n) => String(n).padStart(2, "0");
  const ms = String(at.getMilliseconds()).padStart(3, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${ms}`;
}

/** The elements with a time that is told as an age, or as how long it is since, keep it right. */
export function keepAges() {
  setInterval(() => {
    for (const time of document.querySelectorAll("time[data-ago], time[data-span]")) {
      const text = "ago" in time.dataset ? ago(time.dateTime) : span(time.dateTime);
      if (time.textContent !== text) {
        time.textContent = text;
      }
    }
  }, SECOND);
}
