/* The menu card: each option with what speaks for it, to choose, to consider or to leave. */

import { Onward } from "./answers.js";
import { Part } from "./part.js";
import { Side } from "./side.js";
import { html, useEffect, useLayoutEffect, useState } from "../view.js";

const STANDINGS = [
  ["gekozen", "Gekozen"],
  ["overwogen", "Overwogen"],
  ["", "Geen van beide"],
];
const UNFOLDED = (key) => `Nu ziet u alle opties. Druk nog eens op ${key} om deze te kiezen.`;

export function Card({ view, act, tell, app, handlers }) {
  const [all, setAll] = useState(view.first.length === 0);
  useEffect(() => setAll(view.first.length === 0), [view.at]);
  const shown = view.items.filter((item) => all || view.first.includes(item.value));
  const onward = () => act({ do: "next" });

  function pick(item) {
    if (!shown.includes(item)) {
      setAll(true);
      tell(UNFOLDED(item.key));
      return undefined;
    }
    return act({ do: "mark-next", option: item.value });
  }
  useLayoutEffect(() => {
    Object.assign(handlers.current, { pick, onward, enter: onward, more: () => setAll(!all) });
    return () => ["pick", "onward", "enter", "more"].forEach((name) => delete handlers.current[name]);
  });
  return html`
    <p class="stil">${all ? view.offer_all : view.offer}</p>
    <ul class="kaart">
      ${shown.map((item) => html`<${Option} key=${item.value} item=${item} act=${act} app=${app} />`)}
    </ul>
    ${view.first.length > 0 &&
    html`<button type="button" class="meer" aria-expanded=${String(all)} onClick=${() => setAll(!all)}>
      ${all ? "Toon minder opties" : `Toon alle ${view.items.length} opties`}
    </button>`}
    <div class="eigen">
      <${Side} key=${`anders ${view.at}`} side=${view.sides.other} name="other" act=${act} handlers=${handlers} />
      <${Side} key=${`afweging ${view.at}`} side=${view.sides.consider} name="consider" called="note" act=${act} handlers=${handlers} />
    </div>
    <${Onward} view=${view} act=${act} label=${view.answered ? "Verder" : "Overslaan"} on=${onward} />
  `;
}

function Option({ item, act, app }) {
  const [about, setAbout] = useState(null);
  const id = `optie-${item.value}`;

  async function unfold(event) {
    if (event.target.open && !about) {
      setAbout(await app.attempt(() => app.call("talk.about", { option: item.value })));
    }
  }
  return html`<li class=${`optie ${item.sign} ${item.standing}`}>
    <div class="kop">
      <h2 id=${id}><span class="toets" aria-hidden="true">${item.key}</span> ${item.label}${item.standing && html` <span class="merk">${item.standing}</span>`}</h2>
      <p class="oordeel">${item.verdict}</p>
    </div>
    ${item.reason && html`<p class="reden">${item.reason}</p>`}
    <div class="wat-u-kiest">
    <div class="merken" role="group" aria-labelledby=${id}>
      ${STANDINGS.map(
        ([standing, words], index) => html`<button
          key=${standing}
          type="button"
          data-punt=${index === 0 ? "" : undefined}
          aria-pressed=${String(item.standing === standing)}
          onClick=${() => act({ do: "mark", option: item.value, as: standing })}
        >${words}</button>`,
      )}
    </div>
    <details onToggle=${unfold}>
      <summary>Meer over deze optie<span class="gezegd">: ${item.label}</span></summary>
      ${about ? html`<${Part} text=${about.html} alone />` : html`<p class="stil">Even wachten …</p>`}
    </details>
    </div>
  </li>`;
}
