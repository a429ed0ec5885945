/* How one wants to have a conversation, before it begins. */

import { html, useEffect, useState } from "../view.js";

/* `file`: the conversation is about one that is open. `panel`: it lies over that conversation. */
export function Begin({ app, begin, file, panel }) {
  const [choices, setChoices] = useState(null);
  const [how, setHow] = useState({ minutes: "", full: false, menu_first: false, everything: false, again: false, part: "" });
  useEffect(() => {
    app.attempt(async () => setChoices(await app.call("talk.choices")));
    if (!panel) {
      document.getElementById("vraag").focus(); // it comes in place of a heading that had it
    }
  }, []);
  const put = (name) => (event) => setHow({ ...how, [name]: event.target.type === "checkbox" ? event.target.checked : event.target.value });

  function start(event) {
    event.preventDefault();
    begin({
      ...(file ? { file } : {}),
      full: how.full,
      everything: how.everything,
      again: how.again,
      part: how.part || null,
      minutes: how.minutes ? Number.parseInt(how.minutes, 10) : null,
      ...(how.menu_first ? { menu_first: true } : {}),
    });
  }
  const ways = html`
    <p>
      <label for="minuten">Hoeveel minuten hebt u?</label>
      <input id="minuten" type="number" min="1" max="1440" inputmode="numeric" placeholder=${choices ? String(choices.minutes) : ""} value=${how.minutes} onInput=${put("minutes")} />
      <span class="stil">Bij weinig tijd valt er iets weg. De stellingen blijven.</span>
    </p>
    <label class="antwoord"><input type="checkbox" checked=${how.full} onChange=${put("full")} /><span class="tekst">Vraag ook de verdieping: alle stellingen, vragen en onderdelen</span></label>
    <label class="antwoord"><input type="checkbox" checked=${how.menu_first} onChange=${put("menu_first")} /><span class="tekst">Begin met de menukaart, als het werk al loopt</span></label>
    ${file && html`<label class="antwoord"><input type="checkbox" checked=${how.everything} onChange=${put("everything")} /><span class="tekst">Loop ook langs wat al is beantwoord</span></label>
    <label class="antwoord"><input type="checkbox" checked=${how.again} onChange=${put("again")} /><span class="tekst">Begin een nieuwe meting; wat er staat, blijft bewaard</span></label>`}
    <p>
      <label for="onderdeel">Alleen één onderdeel</label>
      <select id="onderdeel" value=${how.part} onChange=${put("part")}>
        <option value="">Nee, het hele gesprek</option>
        ${choices && choices.parts.map((part) => html`<option key=${part.value} value=${part.value}>${part.label}</option>`)}
      </select>
    </p>
  `;
  return html`<form class="beginnen" onSubmit=${start}>
    ${!panel && html`<h1 id="vraag" tabindex="-1">${file ? `Het gesprek over ${file}` : "Een nieuw gesprek"}</h1>`}
    ${!panel && html`<p>U praat samen over één initiatief. Na ${choices ? choices.minutes : 20} minuten hebt u een plek, keuzes, afspraken en een verslag.</p>`}
    ${!panel && html`<p><button class="eerst" type="submit">Beginnen</button></p>`}
    ${panel ? ways : html`<details><summary>Het anders doen: meer of minder tijd, of één onderdeel</summary>${ways}</details>`}
    ${panel && html`<div class="verder"><button type="button" onClick=${panel}>Terug naar de vraag</button><button class="eerst" type="submit">Zo verder</button></div>`}
  </form>`;
}
