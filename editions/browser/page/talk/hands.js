/* Hands: a number beside each answer, kept as soon as it changes. */

import { html, useEffect, useRef, useState } from "../view.js";

const MOST = 9999;

/* The numbers as they are now, and what changes one of them. */
export function useHands(view, act) {
  const counted = Object.fromEntries(view.items.map((item) => [item.value, item.hands]));
  const [counts, setCounts] = useState(counted);
  const waiting = useRef(0);

  useEffect(() => {
    if (waiting.current === 0) {
      setCounts(counted);
    }
  }, [JSON.stringify(counted)]);

  async function change(value, number) {
    const next = { ...counts, [value]: Math.min(Math.max(number, 0), MOST) };
    setCounts(next);
    waiting.current += 1;
    await act({ do: "hands", counts: next });
    waiting.current -= 1;
  }
  return [counts, change];
}

export function Counter({ item, count, change }) {
  return html`<span class="teller">
    <button type="button" aria-label=${`Een hand minder: ${item.label}`} disabled=${count === 0} onClick=${() => change(item.value, count - 1)}>−</button>
    <input
      type="number"
      inputmode="numeric"
      min="0"
      max=${MOST}
      aria-label=${`Handen voor: ${item.label}`}
      value=${count}
      onFocus=${(event) => event.target.select()}
      onInput=${(event) => change(item.value, Number.parseInt(event.target.value, 10) || 0)}
      onKeyDown=${(event) => event.key === "Enter" && next(event)}
    />
    <button type="button" aria-label=${`Een hand meer: ${item.label}`} onClick=${() => change(item.value, count + 1)}>+</button>
  </span>`;
}

/* Enter goes to the next number, as the arrow down does on a terminal. */
function next(event) {
  event.preventDefault();
  const fields = [...document.querySelectorAll(".teller input")];
  const following = fields[fields.indexOf(event.target) + 1];
  if (following) {
    following.focus();
  } else {
    document.querySelector(".neem, .verder .eerst").focus();
  }
}
