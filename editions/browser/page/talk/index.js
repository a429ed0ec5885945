/* The conversation. */

import { html } from "../view.js";

export function Talk() {
  return html`<h1>Gesprek</h1>`;
}
