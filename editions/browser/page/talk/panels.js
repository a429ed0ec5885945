/* What lies over the question for a while: the overview, an explanation, the outcome so far, a break, stopping. */

import { Part } from "./part.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

export function Panel({ title, close, children, wide }) {
  const place = useRef(null);
  useLayoutEffect(() => {
    const from = document.activeElement;
    const dialog = place.current;
    dialog.showModal();
    dialog.querySelector("h2").focus();
    return () => {
      dialog.close(); // what lies under it can have the focus again only then
      const back = from && from.isConnected && from !== document.body ? from : document.getElementById("vraag");
      back && back.focus();
    };
  }, []);
  return html`<dialog class=${wide ? "paneel breed" : "paneel"} ref=${place} aria-labelledby="kop-paneel" onCancel=${(event) => { event.preventDefault(); close(); }}>
    <h2 id="kop-paneel" tabindex="-1">${title}</h2>
    ${children}
  </dialog>`;
}

export function Told({ page, close, children }) {
  return html`<${Panel} title=${page.title} close=${close} wide>
    ${page.subtitle && html`<p class="ondertitel">${page.subtitle}</p>`}
    <${Part} text=${page.html} />
    <div class="verder">${children}<button type="button" class="eerst" onClick=${close}>Terug naar de vraag</button></div>
  <//>`;
}

export function Overview({ app, close, act }) {
  const [all, setAll] = useState(null);
  const read = (answers) => app.attempt(async () => setAll(await app.call("talk.overview", { answers })));
  useEffect(() => {
    read(false);
  }, []);
  if (!all) {
    return null;
  }
  const go = (key) => {
    close();
    act({ do: "jump", key });
  };
  return html`<${Panel} title=${all.title} close=${close} wide>
    ${all.warning && html`<p class="let-op">${all.warning}</p>`}
    ${!all.answers && html`<p><button type="button" onClick=${() => read(true).then(() => document.getElementById("kop-paneel").focus())}>Toon ook wat er is geantwoord</button></p>`}
    <nav class="overzicht" aria-label="Alle vragen">
      ${all.groups.map(
        (group) => html`<h3>${group.title}</h3>
          <ul>
            ${group.items.map(
              (item) => html`<li key=${item.key}>
                <button type="button" aria-current=${item.here ? "step" : undefined} onClick=${() => go(item.key)}>
                  <span class="merkje" aria-hidden="true">${item.counts ? (item.answered ? "●" : "○") : ""}</span>
                  <span>${item.label}${item.counts && html`<span class="gezegd">${item.answered ? " (beantwoord)" : " (open)"}</span>`}${item.answer && html`<span class="antwoord-was">${item.answer}</span>`}</span>
                </button>
              </li>`,
            )}
          </ul>`,
      )}
    </nav>
    <div class="verder"><button type="button" class="eerst" onClick=${close}>Terug naar de vraag</button></div>
  <//>`;
}

export function Outcome({ app, close }) {
  const [page, setPage] = useState(null);
  const read = (early) => app.attempt(async () => setPage(await app.call("talk.outcome", { early })));
  useEffect(() => {
    read(false);
  }, []);
  return (
    page &&
    html`<${Told} key=${page.now} page=${page} close=${close}>
      ${page.now === "ask-first" && html`<button type="button" onClick=${() => read(true)}>Toch kijken</button>`}
      ${page.now === "now" && html`<button type="button" onClick=${() => app.go("reports")}>Verslagen maken</button>`}
    <//>`
  );
}

export function Explanation({ app, close }) {
  const [page, setPage] = useState(null);
  useEffect(() => {
    app.attempt(async () => setPage(await app.call("talk.explain")));
  }, []);
  return page && html`<${Told} page=${page} close=${close} />`;
}

export function Keys({ view, close }) {
  return html`<${Panel} title="Toetsen" close=${close}>
    <p>Deze toetsen werken als u niet in een vak typt.</p>
    <dl class="toetsen">${view.told_keys.map(([key, told]) => html`<div><dt>${key}</dt><dd>${told}</dd></div>`)}</dl>
    <div class="verder"><button type="button" class="eerst" onClick=${close}>Terug naar de vraag</button></div>
  <//>`;
}

export function Pause({ page, close }) {
  return html`<${Panel} title=${page.title} close=${close}>
    <${Part} text=${page.html} />
    <div class="verder"><button type="button" class="eerst" onClick=${close}>Verder met het gesprek</button></div>
  <//>`;
}

export function Stopping({ page, close, act, app }) {
  const after = (done) => () => {
    close();
    done();
  };
  return html`<${Panel} title=${page.title} close=${close}>
    <${Part} text=${page.html} />
    <div class="verder">
      <button type="button" onClick=${close}>Terug</button>
      <button type="button" onClick=${after(() => act({ do: "closing" }))}>Eerst afronden</button>
      <button type="button" onClick=${after(() => app.go("reports"))}>Eerst een verslag</button>
      <button type="button" class="eerst" onClick=${after(() => act({ do: "stop" }))}>Stoppen</button>
    </div>
  <//>`;
}
