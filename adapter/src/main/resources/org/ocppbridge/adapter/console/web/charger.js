// One charger: what it is, both of its legs, what runs on it, what can be done, and its messages.
import { get, path } from "./api.js";
import { el } from "./dom.js";
import { listen } from "./live.js";
import { chip, linkChip, registrationChip, trouble } from "./parts.js";
import { actions } from "./actions.js";
import { capabilities, connectors, csmsLeg, identity, letters, sessions, soapLeg, variables } from "./charger-cards.js";
import { timeline } from "./timeline.js";

export async function show(main) {
  const id = decodeURIComponent(location.pathname.split("/")[2]);
  let charger;
  try {
    charger = await get(["chargers", id]);
  } catch (error) {
    main.append(el("h1", {}, id), trouble(error), el("p", {}, el("a", { href: "/" }, "All chargers")));
    return;
  }
  const parts = {
    head: el("div", { class: "head" }),
    notices: el("ul", { class: "notices" }),
    top: el("div", { class: "two" }),
    legs: el("div", { class: "two" }),
    more: el("div", { class: "two" }),
  };
  const messages = el("section", { class: "card" });
  const model = el("section", { class: "card" });
  main.append(
    parts.head,
    parts.notices,
    actions(charger, (fresh) => render(parts, fresh)),
    parts.top,
    messages,
    parts.legs,
    parts.more,
    model,
  );
  render(parts, charger);
  model.append(variables(charger), capabilities(charger));
  listen(path(["events"], { charger: id }), { charger: (fresh) => render(parts, fresh) });
  await timeline(messages, { charger: id });
}

function render(parts, charger) {
  const opened = parts.more.querySelector("details[open]") !== null;
  parts.head.replaceChildren(
    el("h1", {}, charger.id),
    chip("OCPP " + charger.soap + " over SOAP", "info"),
    linkChip(charger),
    registrationChip(charger.registration),
    charger.paused ? chip("delivery paused", "warn") : "",
  );
  parts.notices.replaceChildren(
    ...charger.alarms.map((text) => el("li", { class: "notice bad" }, "Alarm: " + text)),
    ...charger.warnings.map((text) => el("li", { class: "notice" }, text)),
    ...(charger.linkTrouble ? [el("li", { class: "notice bad" }, "CSMS: " + charger.linkTrouble)] : []),
  );
  parts.top.replaceChildren(sessions(charger), connectors(charger));
  parts.legs.replaceChildren(soapLeg(charger), csmsLeg(charger));
  parts.more.replaceChildren(identity(charger), letters(charger));
  if (opened) {
    parts.more.querySelector("details")?.setAttribute("open", "");
  }
}
