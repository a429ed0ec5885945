/* Where the file goes. */

import { html } from "../view.js";

/* After an answer: the file on the desk of Python says something else than before. */
export async function savedByTalk() {}

export function SavingState() {
  return html``;
}
