/* Reports of the initiative that is open: the same bytes as the command line writes. */

import { addTypst, hasTypst, putFile, takeFile } from "../engine.js";
import { html, useEffect, useKept, useRef, useState } from "../view.js";
import { Frame, printFrame } from "./frame.js";
import { bytesOf, download } from "./outside.js";
import { drawPixels } from "./pixels.js";
import { FileField, Remarks } from "./told.js";

const LARGE = hasTypst();
const TYPES = { ".html": "text/html", ".md": "text/markdown", ".pdf": "application/pdf", ".json": "application/json", ".svg": "image/svg+xml" };
const DEPTHS = [
  ["kort", "Kort: één bladzijde"],
  ["bestuur", "Bestuur: een voorstel voor het college"],
  ["gewoon", "Gewoon: het hele verslag"],
  ["volledig", "Volledig: ook de hele menukaart"],
];
const MODES = [
  ["standaard", "Zonder namen bij antwoorden"],
  ["named", "Met de namen van wie dat goed vond"],
  ["anonymous", "Anoniem: ook zonder functies en notities"],
];

const now = () => {
  const moment = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};

/* The report as Python makes it; where that has nothing to draw with, of pictures that the page drew. */
export async function makeReport(app, asked) {
  if (asked.suffix === ".pdf" || asked.suffix === ".docx" || asked.style) {
    await addTypst();
  }
  const first = await app.call("reports.make", asked);
  if (!first.wanted) {
    return first;
  }
  for (const { name, svg, width } of first.wanted) {
    const { path } = await app.call("reports.place_for_picture", { name });
    await putFile(path, await drawPixels(svg, width));
  }
  return app.call("reports.make", { ...asked, pictures: first.wanted.map(({ name }) => name) });
}

function Choice({ label, value, choices, change }) {
  return html`<label class="veld">${label}
    <select value=${value} onChange=${({ target }) => change(target.value)}>
      ${choices.map(([id, text]) => html`<option value=${id} selected=${id === value}>${text}</option>`)}
    </select>
  </label>`;
}

function Tick({ label, value, change }) {
  return html`<label class="vinkje"><input type="checkbox" checked=${value} onChange=${({ target }) => change(target.checked)} /> ${label}</label>`;
}

function HouseStyle({ app, style, setStyle }) {
  const take = (files) =>
    app.attempt(async () => {
      await addTypst();
      const names = files.map(({ file }) => file.name);
      const places = await app.call("reports.place_for_style", { names });
      for (const [at, { file }] of files.entries()) {
        await putFile(places[at], await bytesOf(file));
      }
      setStyle(await app.call("reports.take_style", { names }));
    });
  const without = ({ target }) => {
    target.closest("details").querySelector("summary").focus();
    setStyle(null);
  };
  return html`<div class="veld">
    ${style
      ? html`<p>Huisstijl: ${style.organisation}${style.logo ? ", met logo" : ""} <button type="button" onClick=${without}>Zonder huisstijl</button></p>`
      : html`<${FileField} label="Huisstijl kiezen" multiple accept=".yaml,.yml,.json,.png,.jpg,.jpeg,.svg" drop="Kies het bestand met de huisstijl en het logo samen." take=${take} />`}
  </div>`;
}

export function Reports({ app }) {
  const [kinds, setKinds] = useState([]);
  const [asked, setAsked] = useKept("verslag", { suffix: ".html", depth: "gewoon", on: now(), mode: "standaard", organisation: "", explain: false, draft: false, gray: false });
  const [style, setStyle] = useKept("huisstijl", null);
  const [made, setMade] = useState(null); // {text, title} of what is shown
  const [told, setTold] = useState({ line: "", remarks: [] });
  const busy = useRef(false);
  const frame = useRef(null);
  useEffect(() => {
    app.attempt(async () => setKinds(await app.call("reports.kinds", { typesets: LARGE })));
  }, []);
  const change = (name) => (value) => setAsked({ ...asked, [name]: value });
  const whole = { ...asked, style: style ? style.style : "" };
  const tell = (line, remarks = []) => {
    setTold({ line, remarks });
    app.say(line);
  };
  const work = (act) =>
    busy.current || // a button that cannot be pressed would lose the focus
    app.attempt(async () => {
      busy.current = true;
      tell("Bezig met het verslag …");
      try {
        await act();
      } catch (error) {
        tell("");
        throw error;
      } finally {
        busy.current = false;
      }
    });
  const store = () =>
    work(async () => {
      const { path, name, remarks } = await makeReport(app, whole);
      download(name, await takeFile(path), TYPES[whole.suffix]);
      tell(`Gedownload: ${name}. Kijk in de map met downloads.`, remarks);
    });
  const look = () =>
    work(async () => {
      const { path, name, remarks } = await makeReport(app, { ...whole, suffix: ".html" });
      setMade({ text: new TextDecoder().decode(await takeFile(path)), title: name });
      tell("Het verslag staat hieronder.", remarks);
    });
  const whatDepth = asked.suffix !== ".json" && asked.suffix !== ".svg";
  return html`
    <h1>Verslagen</h1>
    <form class="raster" onSubmit=${(event) => event.preventDefault()}>
      <${Choice} label="Soort" value=${asked.suffix} change=${change("suffix")} choices=${kinds.map(({ suffix, name }) => [suffix, `${name[0].toUpperCase()}${name.slice(1)} (${suffix})`])} />
      ${whatDepth && html`<${Choice} label="Hoe uitgebreid" value=${asked.depth} change=${change("depth")} choices=${DEPTHS} />`}
      <label class="veld">Datum van het advies
        <input type="date" required value=${asked.on} onInput=${({ target }) => change("on")(target.value)} />
      </label>
      <${Choice} label="Namen" value=${asked.mode} change=${change("mode")} choices=${MODES} />
      <details class="breed">
        <summary>Hoe het eruitziet</summary>
        <label class="veld">Naam van uw organisatie
          <input type="text" value=${asked.organisation} onInput=${({ target }) => change("organisation")(target.value)} />
        </label>
        <${HouseStyle} app=${app} style=${style} setStyle=${setStyle} />
        <${Tick} label="Zet het merk Concept op elke bladzijde" value=${asked.draft} change=${change("draft")} />
        <${Tick} label="Alles in zwart, wit en grijs" value=${asked.gray} change=${change("gray")} />
        <${Tick} label="Laat zien hoe alles is berekend" value=${asked.explain} change=${change("explain")} />
      </details>
      <p class="knoppen breed">
        <button type="button" class="eerst" onClick=${store}>Maken en downloaden</button>
        <button type="button" onClick=${look}>Hier bekijken</button>
      </p>
    </form>
    <p>${told.line}</p>
    <${Remarks} title="Let op" remarks=${told.remarks} />
    ${!LARGE &&
    html`<p class="stil">
      Een PDF maakt uw browser: kies Hier bekijken, dan Afdrukken, en als printer Opslaan als PDF. Zet kop- en voetteksten daar
      uit. De tekeningen in Word tekent hier de browser. Daardoor zijn de beeldpunten anders dan bij het programma; in Word
      ziet het er hetzelfde uit.
    </p>`}
    <p class="stil">Een eigen sjabloon voor Word kan alleen met het programma dat u installeert.</p>
    ${made &&
    html`<${Frame} title=${`Verslag: ${made.title}`} text=${made.text} frame=${frame}>
      <p class="knoppen"><button type="button" onClick=${() => printFrame(frame.current)}>Afdrukken of bewaren als PDF</button></p>
    <//>`}
  `;
}
