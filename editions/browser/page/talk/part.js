/* A page of the program as a part of this one: in a shadow root, so that its style sheet stays with it. */

import { html, useLayoutEffect, useRef } from "../view.js";

const HOST = `
:host { display: block; --paper: var(--grond); --ink: var(--tekst); --quiet: var(--stil); --line: var(--lijn);
  --chosen: var(--vlak); --accent: var(--nadruk); color: var(--ink); }
.deel { container-type: inline-size; }
h2 { font-size: 1.2rem; margin-top: 1.2em; }
h3 { font-size: 1.1rem; }
section:first-child > :is(h2, p):first-child { margin-top: 0; }
a { overflow-wrap: anywhere; }
summary { min-height: 44px; padding: .6rem 0; }
.alles, .alleen-optie .optie > .kop, .alleen-optie .optie > details > summary { display: none; }
.alleen-optie .optie { border: 0; margin: 0; padding: 0; }
/* Where the group stands: the drawing in its form with large letters, with all that is told beside it. */
@media screen {
  .plek .ruim { display: none; }
  .plek .smal { display: block; }
  .plek .smal svg { max-width: min(100%, max(20rem, 100vh - 17rem)); }
}
@media screen and (min-width: 56rem) {
  .plek { display: grid; grid-template-columns: minmax(20rem, min(34rem, 55%)) minmax(0, 1fr); gap: 0 1.5rem; align-items: start; }
  .plek > section { grid-column: 2; }
  .plek > section dl > div { display: block; }
  .plek > section:first-child { grid-column: 1; grid-row: 1 / span 12; }
}
.slot { border-top: 0; margin-top: .4em; padding-top: 0; }
dl { margin: .3em 0; }
`;

let sheet = null;

/* Before the first page shows. */
export async function readSheet(call) {
  if (!sheet) {
    const made = new CSSStyleSheet();
    made.replaceSync((await call("talk.sheet")) + HOST);
    sheet = made;
  }
}

/* A link within the page leads there; one to elsewhere leaves the conversation as it is. */
function follow(event) {
  const link = event.target.closest("a");
  if (!link) {
    return;
  }
  const to = link.getAttribute("href");
  if (to.startsWith("#")) {
    event.preventDefault();
    const place = link.getRootNode().getElementById(to.slice(1));
    if (place) {
      place.tabIndex = -1;
      place.focus();
      place.scrollIntoView({ block: "center" });
    }
  } else {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

/* `alone`: an option that says its own name elsewhere, and is unfolded. */
export function Part({ text, alone, looks }) {
  const place = useRef(null);
  useLayoutEffect(() => {
    const root = place.current.shadowRoot || place.current.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheet ? [sheet] : [];
    const inner = document.createElement("div");
    inner.className = `deel ${alone ? "alleen-optie" : looks || ""}`;
    inner.innerHTML = text; // made and escaped by the writer of HTML reports
    for (const folded of alone ? inner.querySelectorAll(".optie > details") : []) {
      folded.open = true;
    }
    inner.addEventListener("click", follow);
    root.replaceChildren(inner);
  }, [text]);
  return html`<div class="gespreksblad" ref=${place}></div>`;
}
