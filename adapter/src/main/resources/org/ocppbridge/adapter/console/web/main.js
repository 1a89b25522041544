// Starts the page that the frame names.
import { signOut } from "./api.js";
import { keepAges } from "./format.js";
import { trouble } from "./parts.js";

const PAGES = {
  fleet: () => import("./fleet.js"),
  charger: () => import("./charger.js"),
  messages: () => import("./messages.js"),
  charts: () => import("./charts.js"),
  letters: () => import("./letters.js"),
  audit: () => import("./audit.js"),
};

const name = document.documentElement.dataset.page;
const main = document.getElementById("main");

for (const link of document.querySelectorAll(".top nav a")) {
  if (link.dataset.for.split(" ").includes(name)) {
    link.setAttribute("aria-current", "page");
  }
}
document.getElementById("sign-out").addEventListener("click", signOut);
keepAges();

try {
  const page = await PAGES[name]();
  await page.show(main);
} catch (error) {
  main.append(trouble(error));
}
