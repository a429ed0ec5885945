/* The keys of the conversation where no field has the focus: what each means is said by Python. */

const NAMES = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Enter: "enter",
  Escape: "escape",
  " ": "space",
};
const FIELDS = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select';
const PRESSED_ITSELF = "button, summary, a, dialog";

export const isField = (element) => element instanceof Element && element.matches(FIELDS);

/* Whether a key may mean something to the conversation, and not to the browser alone. */
export const isOurs = (event, target) =>
  (event.key.length === 1 || event.key in NAMES) && !isNative(NAMES[event.key] || event.key, target);

/* What a key means at a question: an answer, or one of the names that Python gives. */
export function meaningOf(event, view, target) {
  const key = NAMES[event.key] || event.key;
  const item = view.items.find((one) => one.key && one.key === key) || view.items.find((one) => one.key === key.toLowerCase());
  if (item && key.length === 1) {
    return { item };
  }
  const small = key.length === 1 ? key.toLowerCase() : key;
  const name = Object.keys(view.keys).find((one) => view.keys[one].includes(small));
  return name && !isNative(small, target) ? { name, key: small } : null;
}

/* What the browser does with a key at the element that has the focus. */
function isNative(key, target) {
  if (!(target instanceof Element)) {
    return false;
  }
  const choice = target.matches('input[type="radio"], input[type="range"]');
  if (["up", "down", "left", "right"].includes(key) && choice) {
    return true;
  }
  if (key === "enter" && target.matches(PRESSED_ITSELF)) {
    return true;
  }
  return key === "space" && target.matches(`${PRESSED_ITSELF}, input`);
}

/* The next answer, or the one before, gets the focus. */
export function pointAt(key) {
  const points = [...document.querySelectorAll("[data-punt]")];
  if (points.length === 0) {
    return false;
  }
  const at = points.indexOf(document.activeElement);
  const next = key === "down" ? at + 1 : at < 0 ? points.length - 1 : at - 1;
  points[(next + points.length) % points.length].focus();
  return true;
}
