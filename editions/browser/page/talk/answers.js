/* One answer of a list, or several. */

import { typedIn } from "../files/draft.js";
import { Counter, useHands } from "./hands.js";
import { Side } from "./side.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

const CHOOSE_FIRST = "Kies een antwoord. Of kies 'Overslaan'.";

export function One({ view, act, tell, handlers }) {
  const chosen = view.items.find((item) => item.chosen);
  const [picked, setPicked] = useState(chosen ? chosen.value : "");
  const group = useRef(null);

  useEffect(() => setPicked(chosen ? chosen.value : ""), [view.at, chosen && chosen.value]);
  const reply = (value) => act({ do: "reply", value });
  const onward = () => (picked ? reply(picked) : tell(CHOOSE_FIRST));
  useLayoutEffect(() => {
    Object.assign(handlers.current, {
      pick: (item) => reply(item.value),
      onward,
      enter: (target) => (target.type === "radio" ? reply(target.value) : onward()),
    });
    return () => ["pick", "onward", "enter"].forEach((name) => delete handlers.current[name]);
  });
  /* A click gives the answer; arrow keys only point, for who hears what it is first. */
  const pointed = useRef("");
  const clicked = (item) => {
    if (pointed.current === item.value) {
      pointed.current = "";
      reply(item.value);
    }
  };
  const [counts, change] = useHands(view, act);
  const [counting, setCounting] = useState(false);
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const most = Math.max(...Object.values(counts));
  useLayoutEffect(() => {
    handlers.current.hands = () => setCounting(!counting);
    return () => delete handlers.current.hands;
  });
  useEffect(() => {
    if (counting) {
      group.current.querySelector(".teller input").focus();
    }
  }, [counting]);
  return html`
    <div class="antwoorden" role="radiogroup" aria-labelledby="vraag" aria-describedby="toelichting" ref=${group}>
      ${view.items.map(
        (item) => html`<div class="antwoord-rij" key=${item.value}>
          <label class=${`antwoord ${picked === item.value ? "aan" : ""}`} onPointerDown=${() => (pointed.current = item.value)}>
            <input
              type="radio"
              name="antwoord"
              data-punt
              value=${item.value}
              checked=${picked === item.value}
              onClick=${() => clicked(item)}
              onChange=${() => setPicked(item.value)}
            />
            <span class="toets" aria-hidden="true">${item.key}</span>
            <span class="tekst">${item.label}${item.behind && html` <span class="stil">${item.behind}</span>`}</span>
            ${total > 0 && !counting && html`<span class="hand"><progress max=${most} value=${counts[item.value]} aria-hidden="true"></progress> ${counts[item.value]}<span class="gezegd"> handen</span></span>`}
          </label>
          ${counting && html`<${Counter} item=${item} count=${counts[item.value]} change=${change} />`}
        </div>`,
      )}
    </div>
    ${view.counted.length > 0 &&
    html`<div class="geteld" role="status">
      ${view.counted.map((line) => html`<p>${line}</p>`)}
    </div>`}
    ${view.proposed && html`<button type="button" class="neem" onClick=${() => reply(view.proposed.value)}>Neem dit antwoord: ${view.proposed.label}</button>`}
    <${Beside} view=${view} act=${act} handlers=${handlers} counting=${counting} setCounting=${setCounting} />
    <${Onward} view=${view} act=${act} label=${picked ? "Verder" : "Overslaan"} on=${picked ? onward : () => act({ do: "next" })} />
  `;
}

/* What can be unfolded at a statement: hands, a note, what shows that an answer is right. */
function Beside({ view, act, handlers, counting, setCounting }) {
  const evidence = useRef(null);
  useLayoutEffect(() => {
    handlers.current.evidence = () => {
      if (evidence.current) {
        evidence.current.open = !evidence.current.open;
      }
    };
    return () => delete handlers.current.evidence;
  });
  if (!view.in_a_row) {
    return null;
  }
  return html`<div class="erbij">
    <button type="button" class="knopje" aria-pressed=${String(counting)} onClick=${() => setCounting(!counting)}>${counting ? "Klaar met tellen" : "Handen tellen"}</button>
    ${view.sides.note &&
    html`<details key=${`notitie ${view.at}`} open=${Boolean(view.sides.note.text || typedIn(view.sides.note.field))}>
      <summary>Notitie${view.sides.note.text ? " (staat erbij)" : ""}</summary>
      <${Side} side=${view.sides.note} name="note" label="Notitie bij deze stelling" act=${act} handlers=${handlers} />
    </details>`}
    ${view.evidence &&
    html`<details key=${`bewijs ${view.at}`} ref=${evidence}>
      <summary>Bewijs</summary>
      <p>Bewijs dat hierbij past: ${view.evidence}</p>
    </details>`}
  </div>`;
}

export function Several({ view, act, handlers }) {
  const toggle = (item) => act({ do: "toggle", value: item.value });
  const onward = () => act({ do: "next" });
  useLayoutEffect(() => {
    Object.assign(handlers.current, { pick: toggle, onward, enter: onward });
    return () => ["pick", "onward", "enter"].forEach((name) => delete handlers.current[name]);
  });
  return html`
    <div class="antwoorden" role="group" aria-labelledby="vraag" aria-describedby="toelichting">
      ${view.items.map(
        (item) => html`<label key=${item.value} class=${`antwoord ${item.chosen ? "aan" : ""}`}>
          <input type="checkbox" data-punt value=${item.value} checked=${item.chosen} onClick=${(event) => { event.preventDefault(); toggle(item); }} />
          <span class="toets" aria-hidden="true">${item.key}</span>
          <span class="tekst">${item.label}</span>
        </label>`,
      )}
    </div>
    ${view.sides.other &&
    html`<${Side} key=${`anders ${view.at}`} side=${view.sides.other} name="other" add="Voeg toe" act=${act} handlers=${handlers} />`}
    <${Onward} view=${view} act=${act} label=${view.items.some((item) => item.chosen) ? "Verder" : "Overslaan"} on=${onward} />
  `;
}

/* Back, and on. */
export function Onward({ view, act, label, on, second }) {
  return html`<div class="verder">
    ${view.can_back && html`<button type="button" onClick=${() => act({ do: "back" })}>Terug</button>`}
    <button type="button" class=${label === "Overslaan" ? "" : "eerst"} onClick=${on}>${label}</button>
    ${second}
  </div>`;
}
