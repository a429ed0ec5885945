/* Answers that others sent back: first what would change, then into the file. */

import { putFile, takeFile } from "../engine.js";
import { html, useEffect, useKept, useRef, useState } from "../view.js";
import { Frame } from "./frame.js";
import { download, layFiles, MOST_INCOMING } from "./outside.js";
import { FileField, Remarks } from "./told.js";

const ROWS = [
  ["", "Een respondent"],
  ["counts", "Aantallen per antwoord"],
];

const toldOf = (found, done) => {
  if (!found.changes) {
    return done ? "Er is niets veranderd" : "Er verandert niets in het bestand";
  }
  return done ? "De antwoorden staan in het bestand" : "Dit verandert er. Er is nog niets geschreven.";
};

function Found({ found }) {
  return html`<div>
    <ul class="meldingen">${found.lines.map((line) => html`<li>${line}</li>`)}</ul>
    <${Remarks} title="Niet overgenomen" remarks=${found.refused} />
    <${Remarks} title="Let op" remarks=${found.remarks} />
  </div>`;
}

export function Merge({ app }) {
  const [files, setFiles] = useKept(`bestanden ${app.opened.name}`, []);
  const [pasted, setPasted] = useKept(`geplakt ${app.opened.name}`, "");
  const [asked, setAsked] = useState({ rows: "", survey: "", delete_on: "", agree: false, delete_expired: false });
  const [found, setFound] = useState(null);
  const [done, setDone] = useState(false);
  const busy = useRef(false);
  const [page, setPage] = useState(null);
  const heading = useRef(null);
  const change = (name) => (value) => {
    setAsked({ ...asked, [name]: value });
    setFound(null);
  };
  const take = (more) => {
    const large = more.filter(({ file }) => file.size > MOST_INCOMING);
    const fits = more.filter((one) => !large.includes(one));
    setFiles((known) => [...known.filter(({ path }) => !fits.some((one) => one.path === path)), ...fits]);
    setFound(null);
    setDone(false);
    const names = large.map(({ path }) => path).join(", ");
    app.say(names ? `Te groot, en niet meegenomen: ${names}.` : `${fits.length === 1 ? "1 bestand" : `${fits.length} bestanden`} erbij.`);
    setTooLarge(names);
  };
  const [tooLarge, setTooLarge] = useState("");
  const options = () => ({ ...asked, rows: asked.rows || null });
  const lay = async () => {
    const { folder } = await app.call("merge.begin");
    await layFiles(folder, files);
    if (pasted.trim()) {
      await putFile(`${folder}/geplakte tekst.txt`, new TextEncoder().encode(pasted));
    }
  };
  const work = (act) =>
    busy.current || // a button that cannot be pressed would lose the focus
    app.attempt(async () => {
      busy.current = true;
      app.say("Bezig met lezen …");
      try {
        await act();
      } finally {
        busy.current = false;
        app.say("");
      }
    });
  const look = () =>
    work(async () => {
      await lay();
      setDone(false);
      setFound(await app.call("merge.look", options()));
      setPage(null);
    });
  const bring = () =>
    work(async () => {
      setFound(await app.call("merge.do", options()));
      setDone(true);
      setFiles([]);
      setPasted("");
      setPage(null);
    });
  const status = () =>
    work(async () => {
      if (!found) {
        await lay();
      }
      const { path, name } = await app.call("merge.status", options());
      const bytes = await takeFile(path);
      setPage({ name, bytes, text: new TextDecoder().decode(bytes) });
    });
  useEffect(() => {
    if (found) {
      heading.current.focus(); // it says what came of it, and shows only now
    }
  }, [found]);
  const none = () => {
    setFiles([]);
    setFound(null);
    document.querySelector("main .vak button").focus(); // to choose others
  };
  const nothing = !files.length && !pasted.trim() && !asked.delete_expired;
  return html`
    <h1>Antwoorden van anderen</h1>
    <p>Hier zet u de antwoorden op de vragenlijst in het bestand van uw initiatief. U ziet eerst wat er verandert.</p>
    <${FileField} label="Bestanden kiezen" multiple drop="Of sleep bestanden of een map hierheen: antwoordbestanden, mails, werkmappen, tabellen, een zip." take=${take} />
    <${FileField} label="Een map kiezen" folder=${true} take=${take} />
    <label class="veld breed">Of plak hier de tekst uit een mail
      <textarea rows="3" value=${pasted} onInput=${({ target }) => { setPasted(target.value); setFound(null); }}></textarea>
    </label>
    ${tooLarge && html`<p class="let-op" role="alert">Te groot, en niet meegenomen: ${tooLarge}.</p>`}
    ${files.length > 0 &&
    html`<details><summary>${files.length === 1 ? "1 bestand" : `${files.length} bestanden`} gekozen</summary>
      <ul>${files.map(({ path }) => html`<li key=${path}>${path}</li>`)}</ul>
      <button type="button" onClick=${none}>Geen van deze</button>
    </details>`}
    <details>
      <summary>Meer keuzes</summary>
      <div class="raster">
        <label class="veld">Wat een rij van een tabel is
          <select value=${asked.rows} onChange=${({ target }) => change("rows")(target.value)}>
            ${ROWS.map(([id, text]) => html`<option value=${id} selected=${id === asked.rows}>${text}</option>`)}
          </select>
        </label>
        <label class="veld">Naam van de enquête, als u er meer hebt
          <input type="text" value=${asked.survey} onInput=${({ target }) => change("survey")(target.value)} />
        </label>
        <label class="veld">Dag waarop u antwoorden uit een tabel verwijdert
          <input type="date" value=${asked.delete_on} onInput=${({ target }) => change("delete_on")(target.value)} />
        </label>
      </div>
      <label class="vinkje"><input type="checkbox" checked=${asked.agree} onChange=${({ target }) => change("agree")(target.checked)} /> Neem bij getelde handen het antwoord van de meesten</label>
      <label class="vinkje"><input type="checkbox" checked=${asked.delete_expired} onChange=${({ target }) => change("delete_expired")(target.checked)} /> Haal antwoorden eruit die al weg moesten zijn</label>
      <p class="stil">
        Heeft een tabel eigen woorden voor vragen en antwoorden, of meer werkbladen? Dan leest alleen het programma dat u installeert
        haar (poolwijzer merge, met --map of --sheet).
      </p>
    </details>
    <p class="knoppen">
      <button type="button" class=${found && found.changes && !done ? "" : "eerst"} disabled=${nothing} onClick=${look}>Bekijken wat er verandert</button>
      ${found && found.changes && !done && html`<button type="button" class="eerst" onClick=${bring}>In het bestand zetten</button>`}
      <button type="button" onClick=${status}>Wie antwoordde er al?</button>
    </p>
    <h2 tabindex="-1" ref=${heading}>${found ? toldOf(found, done) : ""}</h2>
    ${found && html`<${Found} found=${found} />`}
    ${done && html`<p>Sla het bestand op, of kijk bij Verslagen.</p>`}
    ${page &&
    html`<${Frame} title="De respons tot nu toe" text=${page.text}>
      <p class="knoppen"><button type="button" onClick=${() => download(page.name, page.bytes, "text/html")}>Deze bladzijde downloaden</button></p>
    <//>`}
  `;
}
