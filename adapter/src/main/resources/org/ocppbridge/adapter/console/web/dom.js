// Makes elements. Texts become text nodes and attributes are set as such: nothing is parsed as HTML.

/** An element with attributes, listeners (onclick: function) and children (nodes or texts). */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that cannot send a form by accident. */
export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

/** A labelled field. */
export function field(label, control, attributes = {}) {
  return el("label", attributes, label, control);
}

/** Asks before something is done; resolves with whether it is meant. */
export function confirmed(title, text, yes, danger = false) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { "aria-labelledby": "dialog-title" });
    const close = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    dialog.addEventListener("cancel", () => close(false));
    dialog.append(
      el("h2", { id: "dialog-title" }, title),
      el("p", {}, text),
      el(
        "div",
        { class: "buttons" },
        button("Cancel", () => close(false)),
        button(yes, () => close(true), { class: danger ? "danger" : "primary", autofocus: true }),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Says for a while what came of something. */
export function toast(text, bad = false) {
  const note = el("p", { class: bad ? "notice bad" : "notice" }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 10_000);
}
