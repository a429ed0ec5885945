/* The menu card to look at, and own menus in place of those that come with the program. */

import { putFile } from "../engine.js";
import { html, useEffect, useState } from "../view.js";
import { Frame } from "./frame.js";
import { bytesOf, MOST_INCOMING } from "./outside.js";
import { FileField, Remarks, toHeading } from "./told.js";

/* Only files of menus go to Python, and no more than can be menus. */
async function layFolder(app, files) {
  const name = files[0].path.includes("/") ? files[0].path.split("/")[0] : "menus";
  const { folder, files: most, bytes, suffixes } = await app.call("menus.begin", { name });
  const wanted = files.filter(({ path }) => suffixes.some((suffix) => path.toLowerCase().endsWith(suffix)));
  let room = bytes;
  for (const { file, path } of wanted.slice(0, most + 1)) {
    const data = await bytesOf(file, room);
    room = Math.max(room - data.length, 0);
    const below = path.split("/").slice(path.includes("/") ? 1 : 0);
    await putFile([folder, ...below.filter((part) => part && part !== "..")].join("/"), data);
  }
  return app.call("menus.take_folder", { name });
}

async function layZip(app, file) {
  const { path } = await app.call("files.place", { name: file.name });
  await putFile(path, await bytesOf(file, MOST_INCOMING));
  return app.call("menus.take_zip", { name: file.name });
}

function Own({ app, changed }) {
  const [now, setNow] = useState(null);
  useEffect(() => {
    app.attempt(async () => setNow(await app.call("menus.tell")));
  }, []);
  const use = (act) =>
    app.attempt(async () => {
      app.say("Bezig met lezen …");
      const used = await act();
      setNow(used);
      changed();
      toHeading("kop-eigen");
      app.say(used.own ? `In gebruik: uw eigen menu's uit ${used.own}.` : "In gebruik: de gewone menu's.");
    });
  const take = (files) => {
    const [{ file, path }] = files;
    const zip = files.length === 1 && !path.includes("/") && path.toLowerCase().endsWith(".zip");
    return use(() => (zip ? layZip(app, file) : layFolder(app, files)));
  };
  if (!now) {
    return null;
  }
  return html`<section aria-labelledby="kop-eigen">
    <h2 id="kop-eigen">Welke menu's</h2>
    <p>
      In gebruik: ${now.own ? html`uw eigen menu's uit <strong>${now.own}</strong>` : "de menu's die bij Poolwijzer horen"},
      versie ${now.version} <span class="stil">(controlesom ${now.hash.slice(0, 8)})</span>.
    </p>
    <${Remarks} title="Let op" remarks=${now.remarks} />
    <details>
      <summary>Eigen menu's gebruiken</summary>
      <p class="stil">Kies een map of een zip met menu's. Zij gelden tot u deze bladzijde sluit. Een gesprek dat open is, gaat ermee verder.</p>
      <${FileField} label="Een map kiezen" folder=${true} take=${take} />
      <${FileField} label="Een zip kiezen" accept=".zip" drop="Of sleep de map of de zip hierheen." take=${take} />
    </details>
    ${now.own && html`<p class="knoppen"><button type="button" onClick=${() => use(() => app.call("menus.use_shipped"))}>Terug naar de gewone menu's</button></p>`}
  </section>`;
}

const SHOWN_AS = { option: "card.option", component: "card.component", case: "card.case" };

function Search({ app, show }) {
  const [word, setWord] = useState("");
  const [found, setFound] = useState(null);
  const search = (event) => {
    event.preventDefault();
    if (word.trim()) {
      app.attempt(async () => {
        const result = { ...(await app.call("card.search", { word: word.trim() })), word: word.trim() };
        setFound(result);
        const number = result.groups.reduce((sum, { hits }) => sum + hits.length, 0);
        app.say(number ? `${number} keer gevonden.` : `Niets gevonden. ${result.hint}`);
      });
    }
  };
  return html`<form onSubmit=${search} class="zoeken" role="search">
      <label class="veld">Zoek een woord op de menukaart
        <input type="search" value=${word} onInput=${({ target }) => setWord(target.value)} />
      </label>
      <button type="submit">Zoeken</button>
    </form>
    ${found && !found.groups.length && html`<p>Er is niets gevonden voor “${found.word}”. ${found.hint}</p>`}
    ${found &&
    found.groups.map(
      ({ title, kind, hits }) => html`<details open=${found.groups.length === 1} key=${`${found.word} ${kind}`}>
        <summary>${title}: ${hits.length}</summary>
        <ul class="rijen">
          ${hits.map(
            ({ id, title: name, excerpt }) => html`<li key=${id}>
              ${SHOWN_AS[kind] ? html`<button type="button" onClick=${() => show(SHOWN_AS[kind], id)}>${name}</button>` : html`<strong>${name}</strong>`}
              <span class="stil">${excerpt !== name && excerpt}</span>
            </li>`,
          )}
        </ul>
      </details>`,
    )}`;
}

export function Menus({ app }) {
  const [card, setCard] = useState(null);
  const [page, setPage] = useState(null);
  const read = () => {
    setPage(null);
    app.attempt(async () => setCard(await app.call("card.list")));
  };
  useEffect(read, []);
  const show = (call, name) => app.attempt(async () => setPage(await app.call(call, { name })));
  const list = (call, entries) => html`<ul class="keuzen">
    ${entries.map(({ id, title }) => html`<li key=${id}><button type="button" onClick=${() => show(call, id)}>${title}</button></li>`)}
  </ul>`;
  return html`
    <h1>Menukaart</h1>
    <${Own} app=${app} changed=${read} />
    <section aria-labelledby="kop-zoeken">
      <h2 id="kop-zoeken">Bekijken</h2>
      <${Search} app=${app} show=${show} />
      ${card &&
      card.components.map(
        ({ id, title, question, options }) => html`<details key=${id}>
          <summary>${title}: ${options.length}</summary>
          <p>${question} <button type="button" onClick=${() => show("card.component", id)}>Alles over ${title.toLowerCase()}</button></p>
          ${list("card.option", options)}
        </details>`,
      )}
      ${card && card.cases.length > 0 && html`<details><summary>Uit de praktijk: ${card.cases.length}</summary>${list("card.case", card.cases)}</details>`}
    </section>
    ${page && html`<${Frame} title=${page.title} text=${page.html} />`}
  `;
}
