/* What this page is, how new, what it keeps, what it cannot do, and what is in it. */

import { hasTypst } from "../engine.js";
import { html, useEffect, useState } from "../view.js";
import * as draft from "./draft.js";
import { refresh } from "./saving.js";

const LARGE = hasTypst();

/* What the page was made of, as its maker wrote it in. */
function parts() {
  try {
    const told = JSON.parse(document.getElementById("bouw").textContent);
    return Array.isArray(told) ? told : [];
  } catch {
    return [];
  }
}

const NOT_HERE = [
  ["Een eigen sjabloon voor Word", "poolwijzer advise --template"],
  ["Veel initiatieven tegelijk, en tabellen", "poolwijzer batch, poolwijzer tables"],
  ["Initiatieven vergelijken", "poolwijzer compare"],
  ["Antwoorden uit een tabel met eigen woorden of meer werkbladen", "poolwijzer merge --map, --sheet"],
  ["Een werksessie met groepen", "poolwijzer workshop"],
  ["De vragenlijst maken die u rondstuurt", "poolwijzer form"],
  ["Kosten, strippen, vraag en aanbod van uren", "poolwijzer costs, strips, match"],
  ["Stukken voor de volgende stap, en wat op tafel ligt", "poolwijzer next, handout"],
  ["Menu's nakijken en onderhouden", "poolwijzer menu check"],
];

/* What a person has to know of the day of today, before anything: there may be a newer edition, or the clock is wrong. */
export function Age({ told }) {
  return html`${told.past.length > 0 &&
    html`<p class="let-op">
      Vandaag is het ${told.on}. ${told.past.length === 1 ? "Van 1 feit" : `Van ${told.past.length} feiten`} is de dag voorbij
      waarop wij het weer zouden nakijken. Misschien is er een nieuwere uitgave van Poolwijzer.
    </p>`}
    ${told.slow_clock &&
    html`<p class="let-op">
      Volgens deze computer is het ${told.on}. Dat is vóór de dag waarop dit is nagekeken (${told.newest}). Zet de klok van de
      computer goed, en laad deze bladzijde opnieuw. Anders staat er een verkeerde datum in het verslag.
    </p>`}`;
}

function Facts({ told }) {
  return html`<p>
      Er staan ${told.facts} feiten in over recht, geld en datums. Het nieuwste is nagekeken op ${told.newest || "een onbekende dag"}.
    </p>
    <${Age} told=${told} />
    ${told.past.length
      ? html`<details><summary>Welke feiten</summary><ul>${told.past.map(({ title, by }) => html`<li>${title}: na te kijken voor ${by}</li>`)}</ul></details>`
      : html`<p>Geen enkel feit is op ${told.on} over zijn datum.</p>`}`;
}

function Kept({ app }) {
  const wipe = () => {
    draft.wipeAll();
    refresh();
    app.say("Alles wat deze browser onthield, is gewist.");
  };
  return html`<ul>
      <li>Deze bladzijde maakt geen verbinding met internet. Zij heeft zichzelf dat verboden (Content-Security-Policy).</li>
      <li>Uw antwoorden staan in het geheugen van deze bladzijde, en in het bestand dat u opslaat.</li>
      <li>Tot u opslaat, onthoudt deze browser een concept: het bestand, de stap, de minuten en wat u half typte. Op een gedeelde computer zet u dat uit bij Begin.</li>
    </ul>
    <p class="knoppen"><button type="button" onClick=${wipe}>Alle concepten in deze browser wissen</button></p>`;
}

export function About({ app }) {
  const [told, setTold] = useState(null);
  useEffect(() => {
    app.attempt(async () => setTold(await app.call("about.tell")));
  }, []);
  const made = parts();
  return html`
    <h1>Over Poolwijzer</h1>
    <section aria-labelledby="kop-blijft">
      <h2 id="kop-blijft">Alles blijft op deze computer</h2>
      <${Kept} app=${app} />
    </section>
    ${told &&
    html`<section aria-labelledby="kop-versie">
      <h2 id="kop-versie">Hoe nieuw dit is</h2>
      <p id="versie">
        Poolwijzer ${told.program}, de ${LARGE ? "grote" : "kleine"} uitgave voor de browser.${" "}
        ${told.menus.own ? `Eigen menu's uit ${told.menus.own},` : "Menu's"} versie ${told.menus.version}.
      </p>
      <p class="stil">Controlesom van de menu's: <code>${told.menus.hash}</code></p>
      <${Facts} told=${told} />
    </section>`}
    <section aria-labelledby="kop-niet">
      <h2 id="kop-niet">Wat hier niet kan</h2>
      <p>Dit kan alleen met het programma dat u installeert:</p>
      <ul>${NOT_HERE.map(([what, command]) => html`<li>${what} <span class="stil">(${command})</span></li>`)}</ul>
      ${!LARGE && html`<p>Een PDF maakt in deze kleine uitgave uw browser, met Afdrukken. De grote uitgave maakt hem zelf.</p>`}
    </section>
    <section aria-labelledby="kop-delen">
      <h2 id="kop-delen">Wat erin zit</h2>
      <p>Poolwijzer is vrije software onder de EUPL-1.2. Deze bladzijde gebruikt ook:</p>
      <ul class="delen">
        ${made.map(
          ({ name, version, licence, sha256, source, text }) => html`<li key=${name}>
            <strong>${name}</strong> ${version}, ${licence}
            <span class="stil">${source}<br />SHA-256: <code>${sha256}</code></span>
            ${text && html`<details><summary>De licentie van ${name}</summary><pre lang="en" tabindex="0" role="region" aria-label=${`De licentie van ${name}`}>${text}</pre></details>`}
          </li>`,
        )}
      </ul>
    </section>
  `;
}
