/* A text that goes with a question: a note, a choice of one's own, a consideration. It is kept when one leaves it. */

import { typed, typedIn } from "../files/draft.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

export function Side({ side, name, act, handlers, called, label, add }) {
  const [text, setText] = useState(() => typedIn(side.field) ?? side.text);
  const place = useRef(null);
  const sent = useRef(side.text);

  useLayoutEffect(() => {
    handlers.current[called || name] = () => {
      const around = place.current.closest("details");
      if (around) {
        around.open = true;
      }
      place.current.focus();
    };
    return () => delete handlers.current[called || name];
  }, [name]);
  /* What was turned back, or put right, shows as it is now. */
  useEffect(() => {
    if (side.text !== sent.current || (add && side.text === "")) {
      sent.current = side.text;
      setText((now) => (typedIn(side.field) === null || typedIn(side.field) === undefined ? side.text : now));
    }
  }, [side.text]);

  async function keep() {
    const now = place.current.value;
    if (now === sent.current || (add && !now.trim())) {
      return;
    }
    const view = await act({ do: "beside", side: name, text: now });
    if (view && !view.said) {
      typed(side.field, null);
      sent.current = view.sides[name] ? view.sides[name].text : now;
      setText(add ? "" : sent.current);
    }
  }
  const given = {
    id: `vak-${name}`,
    ref: place,
    value: text,
    "aria-describedby": side.lead ? `uitleg-${name}` : undefined,
    onInput: (event) => {
      setText(event.target.value);
      typed(side.field, event.target.value);
    },
    onBlur: keep,
    onKeyDown: (event) => {
      if (event.key === "Enter" && (!side.lines || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        keep();
      }
    },
  };
  return html`<div class="terzijde">
    <label for=${given.id}>${label || side.title}</label>
    ${side.lead && html`<p class="stil" id=${`uitleg-${name}`}>${side.lead}</p>`}
    <div class="vak-met-knop">
      ${side.lines ? html`<textarea rows="3" ...${given}></textarea>` : html`<input type="text" autocomplete="off" ...${given} />`}
      ${add && html`<button type="button" onClick=${keep}>${add}</button>`}
    </div>
  </div>`;
}
