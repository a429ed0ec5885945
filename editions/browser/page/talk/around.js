/* What stands around every question. */

import { html } from "../view.js";

const MUCH = 0.2; // of the height of a screen

/* To the question; where the head of the page takes much of a small screen, past that. */
export function toTop(place) {
  const head = place ? place.getBoundingClientRect().top + window.scrollY : 0;
  window.scrollTo(0, head > window.innerHeight * MUCH ? head - 8 : 0);
}

/* What was filled in so far. */
export function Form({ lines }) {
  return html`<dl class="formulier" aria-label="Wat er al staat">
    ${lines.map(({ label, value, current }) => html`<div class=${current ? "nu" : ""}><dt>${current && html`<span aria-hidden="true">▸ </span>`}${label}</dt><dd>${value || "…"}</dd></div>`)}
  </dl>`;
}

export function Tools({ view, act, open }) {
  const at_the_end = view.at.startsWith("end:");
  return html`<ul class="gereedschap" aria-label="Bij deze vraag">
    ${view.can_undo && html`<li><button type="button" onClick=${() => act({ do: "undo" })}>Terugdraaien</button></li>`}
    <li><button type="button" onClick=${() => open("overview")}>Overzicht</button></li>
    <li><button type="button" onClick=${() => open("outcome")}>Uitkomst</button></li>
    <li><button type="button" onClick=${() => open("explain")}>Uitleg</button></li>
    <li><button type="button" onClick=${() => open("keys")}>Toetsen</button></li>
    ${view.file && html`<li><button type="button" onClick=${() => open("ways")}>Anders verder</button></li>`}
    <li><button type="button" onClick=${() => open("pause")}>Pauze</button></li>
    ${!at_the_end && html`<li><button type="button" onClick=${() => act({ do: "closing" })}>Afronden</button></li>`}
    ${!at_the_end && html`<li><button type="button" onClick=${() => open("stop")}>Stoppen</button></li>`}
  </ul>`;
}

export function Stopped({ view, app, go_on }) {
  return html`<div class="gesprek">
    <h1 id="vraag" tabindex="-1">Het gesprek is gestopt</h1>
    <p>${view.file ? `Uw antwoorden staan in ${view.file}. Bewaar dat bestand: boven aan de bladzijde ziet u of dat al is gebeurd.` : "Er is geen antwoord bewaard: er was nog geen naam."}</p>
    <div class="verder">
      ${view.file && html`<button type="button" class="eerst" onClick=${() => app.go("reports")}>Verslagen maken</button>`}
      <button type="button" onClick=${go_on}>Verder met het gesprek</button>
      <button type="button" onClick=${() => app.go("start")}>Naar het begin</button>
    </div>
  </div>`;
}
