/* A question that is answered with a text. Names of municipalities complete while they are typed. */

import { typed, typedIn } from "../files/draft.js";
import { Onward } from "./answers.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

export function Text({ view, act, app, handlers, written }) {
  const [text, setText] = useState(() => typedIn(view.field) ?? view.text);
  const [offers, setOffers] = useState([]);
  const [at, setAt] = useState(-1);
  const place = useRef(null);
  const asked = useRef(0);

  useEffect(() => {
    written.current = { field: view.field, text, changed: text !== view.text };
  }, [text, view.at]);
  useEffect(() => () => (written.current = null), []);
  useLayoutEffect(() => {
    Object.assign(handlers.current, { onward: enter, enter, field: () => place.current.focus() });
    return () => ["onward", "enter", "field"].forEach((name) => delete handlers.current[name]);
  });
  /* What was turned back shows as it is now. */
  const known = useRef(view.text);
  useEffect(() => {
    if (view.text !== known.current) {
      known.current = view.text;
      setText(view.text);
    }
  }, [view.text]);

  async function change(now) {
    setText(now);
    typed(view.field, now === view.text ? null : now);
    if (view.names) {
      asked.current += 1;
      const mine = asked.current;
      const soFar = now.slice(0, place.current ? place.current.selectionStart : undefined);
      const found = await app.call("talk.names", { typed: soFar }).catch(() => []); // who gets no offers types on
      if (mine === asked.current) {
        setOffers(found);
        setAt(-1);
      }
    }
  }
  async function enter() {
    setOffers([]);
    await act({ do: "reply", value: place.current.value });
  }
  /* In place of what is selected, as if it was typed: Ctrl-Z takes it back. */
  function put(words) {
    place.current.focus();
    document.execCommand("insertText", false, words);
  }
  function complete(offer) {
    const cursor = place.current.selectionStart;
    const begun = place.current.value.slice(0, cursor).match(/[^,;]*$/)[0].trimStart();
    place.current.setSelectionRange(cursor - begun.length, cursor);
    put(offer.text);
    asked.current += 1; // what is offered for it comes too late
    setOffers([]);
  }
  async function pasted(event) {
    const lines = event.clipboardData.getData("text");
    if (view.names && /[\t\n\r]/.test(lines.trim())) {
      event.preventDefault();
      const joined = await app.call("talk.joined", { pasted: lines }).catch(() => lines.trim().replace(/\s*[\t\n\r]+\s*/g, ", "));
      const before = place.current.value.slice(0, place.current.selectionStart);
      put(before.trim() && !/[,;]\s*$/.test(before) ? `, ${joined}` : joined);
    }
  }
  function pressed(event) {
    if (offers.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + offers.length + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % offers.length);
    } else if (offers.length > 0 && ((event.key === "Tab" && !event.shiftKey) || (event.key === "Enter" && at >= 0))) {
      event.preventDefault();
      complete(offers[Math.max(at, 0)]);
    } else if (offers.length > 0 && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setOffers([]);
    } else if (event.key === "Enter" && (!view.lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      enter();
    }
  }
  const given = {
    id: "vak",
    ref: place,
    value: text,
    "aria-labelledby": "vraag",
    "aria-describedby": "gezegd toelichting",
    "aria-invalid": view.said && view.refused ? "true" : undefined,
    onInput: (event) => change(event.target.value),
    onKeyDown: pressed,
    onPaste: pasted,
  };
  if (view.names) {
    Object.assign(given, { role: "combobox", "aria-expanded": String(offers.length > 0), "aria-controls": "namen", "aria-autocomplete": "list", "aria-activedescendant": at >= 0 ? `naam-${at}` : undefined });
  }
  const empty = !text.trim();
  return html`
    ${view.lines ? html`<textarea rows="5" ...${given}></textarea>` : html`<input type="text" autocomplete="off" ...${given} />`}
    ${view.lines && html`<p class="stil">Enter begint een nieuwe regel. Ctrl en Enter gaat verder.</p>`}
    ${view.names &&
    html`<ul class="namen" id="namen" role="listbox" aria-label="Namen die passen" hidden=${offers.length === 0}>
      ${offers.map(
        (offer, index) => html`<li key=${offer.text} id=${`naam-${index}`} role="option" aria-selected=${String(index === at)} onMouseDown=${(event) => { event.preventDefault(); complete(offer); }}>
          ${offer.text} <span class="stil">${offer.meaning}</span>
        </li>`,
      )}
    </ul>`}
    ${view.beside.length > 0 && html`<div class="ernaast">${view.beside.map((line) => html`<p>${line}</p>`)}</div>`}
    <${Onward} view=${view} act=${act} label=${empty && !view.answered ? "Overslaan" : "Verder"} on=${enter} />
  `;
}
