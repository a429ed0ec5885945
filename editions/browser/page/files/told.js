/* Small pieces that several views have: remarks as the command line tells them, and a way to hand over files. */

import { html, useEffect, useRef, useState } from "../view.js";
import { droppedFiles, pickedFiles } from "./outside.js";

export function Remarks({ title, remarks }) {
  if (!remarks || !remarks.length) {
    return null;
  }
  return html`<h3>${title}</h3>
    <ul class="meldingen">
      ${remarks.map(({ where, message, hint }) => html`<li>${where && html`<code>${where}</code>: `}${message} ${hint}</li>`)}
    </ul>`;
}

/* To a heading, for who used a button that is gone by that. */
export function toHeading(id) {
  const heading = document.getElementById(id);
  heading.tabIndex = -1;
  heading.focus();
}

/* A button that opens the picker of the browser for files, and a place to drop them.

   `press` may take its place; where that gives false there is none after all. */
/* What is dropped anywhere on the page goes to the field that takes what is dropped. */
export function FileField({ label, take, drop = "", folder = false, press = null, ...input }) {
  const field = useRef(null);
  const [over, setOver] = useState(false);
  const given = async (event) => {
    const files = pickedFiles(event.target);
    event.target.value = ""; // the same file may be picked again
    if (files.length) {
      take(files);
    }
  };
  const dropped = async (event) => {
    event.preventDefault();
    setOver(false);
    const files = await droppedFiles(event.dataTransfer);
    if (files.length) {
      take(files);
    }
  };
  const hold = (event) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  useEffect(() => {
    if (!drop) {
      return undefined;
    }
    const heard = { dragover: hold, dragleave: hold, drop: dropped };
    Object.entries(heard).forEach(([name, act]) => window.addEventListener(name, act));
    return () => Object.entries(heard).forEach(([name, act]) => window.removeEventListener(name, act));
  });
  const pressed = async () => {
    if (!press || (await press()) === false) {
      field.current.click();
    }
  };
  return html`<div class=${!drop ? "knoppen" : over ? "vak boven-vak" : "vak"}>
    <button type="button" onClick=${pressed}>${label}</button>
    <input type="file" hidden ref=${field} aria-label=${label} webkitdirectory=${folder || undefined} onChange=${given} ...${input} />
    ${drop && html`<span class="stil">${drop}</span>`}
  </div>`;
}

export const today = (moment) =>
  moment.toLocaleString("nl-NL", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
