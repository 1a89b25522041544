// The exchanges of all chargers, with a filter that the page's address holds.
import { el } from "./dom.js";
import { timeline } from "./timeline.js";

export async function show(main) {
  const section = el("section", { class: "card" });
  main.append(el("h1", {}, "Messages"), section);
  const first = Object.fromEntries(new URLSearchParams(location.search));
  await timeline(section, {}, first, (filter) => {
    const set = Object.entries(filter).filter(([, value]) => value);
    history.replaceState(null, "", "/messages?" + new URLSearchParams(set));
  });
}
