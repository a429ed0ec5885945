/* The beginning: what the page says while Python starts, and then the page. */

import { App } from "./app.js";
import { startEngine } from "./engine.js";
import { html, render } from "./view.js";

const STEPS = {
  unpack: "Uitpakken …",
  python: "Het programma starten …",
  program: "De menukaart lezen …",
};
const NEEDED = ["DecompressionStream", "WebAssembly", "BigInt64Array"];

const place = document.getElementById("poolwijzer");
const line = document.getElementById("voortgang");
const bar = document.getElementById("balk");

function tell(step) {
  line.textContent = STEPS[step];
  bar.value = 1 + Object.keys(STEPS).indexOf(step);
}

function refuse(words) {
  bar.hidden = true;
  line.textContent = words;
}

async function start() {
  if (!NEEDED.every((name) => name in globalThis)) {
    refuse("Deze browser is te oud voor Poolwijzer. Gebruik een nieuwe versie van Edge, Chrome, Firefox of Safari.");
    return;
  }
  try {
    await startEngine(tell);
  } catch (error) {
    refuse(`Poolwijzer start hier niet (${error.message}). Probeer een andere browser: Edge, Chrome of Firefox.`);
    return;
  }
  place.replaceChildren();
  render(html`<${App} />`, place);
}

start();
