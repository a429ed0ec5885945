/* The views beside the conversation. */

import { html, useEffect, useState } from "../view.js";

export function Start() {
  return html`<h1>Poolwijzer</h1>`;
}

export function Reports() {
  return html`<h1>Verslagen</h1>`;
}

export function Merge() {
  return html`<h1>Antwoorden van anderen</h1>`;
}

export function Menus() {
  return html`<h1>Menukaart</h1>`;
}

export function About({ app }) {
  const [version, setVersion] = useState(null);
  useEffect(() => {
    app.attempt(async () => setVersion(await app.call("about.version")));
  }, []);
  return html`<h1>Over Poolwijzer</h1><p id="versie">${version && `${version.program}, menu's ${version.menus}`}</p>`;
}
