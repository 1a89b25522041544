// What an operator can have done about a charger; each is confirmed first and told afterwards.
import { get, post } from "./api.js";
import { button, confirmed, el, toast } from "./dom.js";

const ACTIONS = [
  {
    name: "test-callback",
    words: "Test callback",
    text: "Asks the charger for one configuration key at its callback address (of a 1.2 charger only its port is tried). This has no effect on the charger.",
  },
  {
    name: "trigger-status",
    words: "Trigger status",
    text: "Has the state of each connector told to the CSMS once more.",
  },
  {
    name: "reconnect",
    words: "Reconnect",
    text: "Leaves the charger's connection to the CSMS and makes a new one. What waits is kept.",
  },
  {
    name: "pause",
    words: "Pause delivery",
    text: "Holds back all messages to the CSMS until delivery is resumed or the bridge is restarted. The charger is answered as if the CSMS were away.",
    when: (charger) => !charger.paused,
  },
  {
    name: "resume",
    words: "Resume delivery",
    text: "Lets the messages that wait go to the CSMS.",
    when: (charger) => charger.paused,
  },
  {
    name: "reset",
    words: "Reset",
    text: "Resets the charger as soon as it may be: a 2.0.1 CSMS's OnIdle, else Soft. A transaction may end.",
    fields: { type: "Soft" },
    danger: true,
  },
  {
    name: "reset",
    words: "Hard reset",
    text: "Resets the charger at once. Transactions end.",
    fields: { type: "Hard" },
    danger: true,
  },
  {
    name: "accept",
    words: "Accept alarms",
    text: "You have looked at the alarms: they end, and the charger is pinned anew at its next boot.",
    when: (charger) => charger.alarms.length > 0,
  },
];

/** The buttons; `changed` gets the charger as it is after an action. */
export function actions(charger, changed) {
  const bar = el("div", { class: "head", role: "group", "aria-label": "Actions" });
  const draw = (now) =>
    bar.replaceChildren(
      ...ACTIONS.filter((action) => !action.when || action.when(now)).map((action) =>
        button(action.words, () => carryOut(action), { class: action.danger ? "danger" : "" }),
      ),
    );
  const carryOut = async (action) => {
    if (!(await confirmed(`${action.words}: ${charger.id}`, action.text, action.words, action.danger))) {
      return;
    }
    const buttons = [...bar.children];
    buttons.forEach((b) => (b.disabled = true));
    try {
      const result = await post(["chargers", charger.id, action.name], action.fields);
      toast(`${action.words}: ${result.detail} (${result.milliseconds} ms)`, !result.done);
    } catch (error) {
      toast(`${action.words}: ${error.message}`, true);
    }
    const fresh = await get(["chargers", charger.id]);
    draw(fresh);
    changed(fresh);
  };
  draw(charger);
  return bar;
}
