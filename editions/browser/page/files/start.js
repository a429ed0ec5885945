/* The beginning: a new conversation, a draft of before, a file, an example, the menu card. */

import { Problems, putFile, takeFile } from "../engine.js";
import { html, useEffect, useRef, useState } from "../view.js";
import { Age } from "./about.js";
import * as draft from "./draft.js";
import { bytesOf, hasPicker, pickFile } from "./outside.js";
import { beginNew, mayWrite, openedFile, refresh, wouldLose } from "./saving.js";
import { FileField, Remarks, today, toHeading } from "./told.js";

const LEAVE = "Er staat iets dat nog niet is opgeslagen. Wilt u toch iets anders openen?";
const mayLeave = () => !wouldLose() || confirm(LEAVE);

/* Lay bytes open as the file of an initiative. `from` says where they came from. */
export async function openBytes(app, name, bytes, from = {}) {
  const { path } = await app.call("files.place", { name });
  await putFile(path, bytes);
  const now = await app.call("files.open", { name });
  openedFile(now, bytes, from);
  app.setOpened(now);
  return now;
}

/* A file with the way back to it, where there is one. */
export async function openHandle(app, file, handle) {
  const bytes = await bytesOf(file);
  const now = await openBytes(app, file.name, bytes, { handle });
  if (handle) {
    mayWrite(handle); // so that each answer can go there at once; nothing waits for what is said to that
  }
  return now;
}

function Opened({ app, now }) {
  const heading = useRef(null);
  useEffect(() => {
    heading.current.scrollIntoView({ block: "nearest" });
    heading.current.focus(); // which says it too
  }, [now]);
  const talk = () => app.go("talk", { begin: { file: now.name, ...draft.brokeOff() } });
  return html`<section class="open" aria-labelledby="kop-open">
    <h2 id="kop-open" tabindex="-1" ref=${heading}>Open: ${now.title}</h2>
    <p class="stil">Bestand: ${now.name}</p>
    <${Remarks} title="Let op" remarks=${now.remarks} />
    <p class="knoppen">
      <button type="button" class="eerst" onClick=${talk}>Verder met het gesprek</button>
      ${now.begun && html`<button type="button" onClick=${() => app.go("reports")}>Verslagen maken</button>`}
      <button type="button" onClick=${() => app.go("merge")}>Antwoorden van anderen</button>
    </p>
  </section>`;
}

function Drafts({ app, open }) {
  const [drafts, setDrafts] = useState(draft.listDrafts);
  const wipe = (one) => {
    draft.wipe(one.id);
    setDrafts(draft.listDrafts());
    toHeading("kop-bestand"); // what comes after the drafts
    app.say(`Het concept van ${one.title || one.name} is gewist.`);
  };
  if (!drafts.length) {
    return null;
  }
  return html`<section aria-labelledby="kop-concept">
    <h2 id="kop-concept">Verder waar u was</h2>
    <p class="stil">Dit onthield deze browser. Het is nog niet opgeslagen. Was u dit niet? Wis het dan.</p>
    <ul class="rijen">
      ${drafts.map(
        (one) => html`<li key=${one.id}>
          <span class="wat">
            <strong>${one.title || one.name}</strong>
            <span class="stil">${one.name}${one.when && `, van ${today(one.when)} uur`}</span>
          </span>
          <button type="button" class="eerst" onClick=${() => open(one)}>Verder met dit concept</button>
          <button type="button" onClick=${() => wipe(one)}>Wissen</button>
        </li>`,
      )}
    </ul>
  </section>`;
}

function Shared({ app, changed }) {
  const [on, setOn] = useState(draft.isShared());
  const change = ({ target }) => {
    draft.setShared(target.checked);
    setOn(target.checked);
    refresh();
    changed();
    app.say(target.checked ? "Deze browser onthoudt niets. Wat hij nog wist, is gewist." : "Deze browser onthoudt uw antwoorden tot u opslaat.");
  };
  return html`<label class="vinkje">
      <input type="checkbox" checked=${on} onChange=${change} /> Dit is een gedeelde computer
    </label>
    <p class="stil">
      ${on || !draft.works()
        ? "Deze browser onthoudt niets. Sla zelf op voordat u de bladzijde sluit."
        : "Deze browser onthoudt uw antwoorden tot u ze opslaat. Op een gedeelde computer kan een ander ze dan zien."}
    </p>`;
}

let known = { hash: "", examples: [] }; // reading them all takes half a second

export function Start({ app }) {
  const [now, setNow] = useState(null);
  const [examples, setExamples] = useState(known.examples);
  const [menus, setMenus] = useState(null);
  const [about, setAbout] = useState(null);
  const [wiped, setWiped] = useState(0);
  useEffect(() => {
    app.attempt(async () => {
      const used = await app.call("menus.tell");
      setMenus(used);
      setAbout(await app.call("about.tell"));
      if (known.hash !== used.hash) {
        known = { hash: used.hash, examples: await app.call("files.examples") };
      }
      setExamples(known.examples);
    });
  }, []);
  const attempt = (act) => mayLeave() && app.attempt(async () => setNow(await act()));
  const openFiles = (files) =>
    attempt(() => {
      if (files.length > 1) {
        const hint = "Open één bestand van een initiatief. Zijn het antwoorden? Kies daarna 'Antwoorden van anderen'.";
        throw new Problems([{ where: "", message: `Dit zijn ${files.length} bestanden.`, hint }]);
      }
      return openHandle(app, files[0].file, files[0].handle || null);
    });
  const pick = async () => {
    const found = await app.attempt(pickFile);
    if (found) {
      await attempt(() => openHandle(app, found.file, found.handle));
    }
    return found;
  };
  const openDraft = (one) => attempt(() => openBytes(app, one.name, one.bytes, { kept: one.id }));
  const openExample = (name) => attempt(async () => {
    const found = await app.call("files.example", { name });
    openedFile(found, await takeFile(found.path));
    app.setOpened(found);
    return found;
  });
  const begin = () => {
    if (mayLeave()) {
      beginNew();
      app.setOpened(null);
      app.go("talk", { begin: { file: null } });
    }
  };
  const openedNow = now && app.opened && app.opened.name === now.name;
  return html`
    <h1>Poolwijzer: samen mensen en kennis delen</h1>
    <p>
      In een gesprek van zo'n half uur ziet u waar uw initiatief staat, en wat daarbij past. Alles blijft op deze computer:
      deze bladzijde maakt geen verbinding met internet.
    </p>
    ${about && html`<${Age} told=${about} />`}
    ${openedNow && html`<${Opened} app=${app} now=${now} />`}
    <p class="knoppen"><button type="button" class=${openedNow ? "" : "eerst"} onClick=${begin}>Een nieuw gesprek beginnen</button></p>
    <${Drafts} app=${app} open=${openDraft} key=${`${wiped} ${now && now.name}`} />
    <section aria-labelledby="kop-bestand">
      <h2 id="kop-bestand">Een bestand openen</h2>
      <${FileField}
        label="Bestand openen"
        drop="Of sleep het bestand hierheen."
        accept=".yaml,.yml,.json"
        press=${pick}
        take=${openFiles}
      />
      <p class="stil">
        ${hasPicker()
          ? "Mag Poolwijzer in het bestand schrijven? Dan komt elk antwoord er meteen in. De browser vraagt dat eerst."
          : "Deze browser kan niet in uw bestand schrijven. Met Opslaan downloadt u het bestand opnieuw."}
      </p>
    </section>
    <section aria-labelledby="kop-voorbeeld">
      <h2 id="kop-voorbeeld">Een voorbeeld bekijken</h2>
      ${examples.length === 0 && html`<p class="stil">${known.hash ? "Bij deze menu's hoort geen voorbeeld." : "Even wachten …"}</p>`}
      <ul class="keuzen">
        ${examples.map(
          ({ name, title }) => html`<li key=${name}><button type="button" onClick=${() => openExample(name)}>${title}</button></li>`,
        )}
      </ul>
    </section>
    <section aria-labelledby="kop-kaart">
      <h2 id="kop-kaart">De menukaart bekijken</h2>
      ${menus && menus.own && html`<p>Nu in gebruik: uw eigen menu's uit ${menus.own}.</p>`}
      <p class="knoppen"><button type="button" onClick=${() => app.go("menus")}>Naar de menukaart</button></p>
    </section>
    <section aria-labelledby="kop-computer">
      <h2 id="kop-computer">Deze computer</h2>
      <${Shared} app=${app} changed=${() => setWiped(wiped + 1)} />
    </section>
  `;
}
