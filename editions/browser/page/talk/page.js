/* Something to read in the conversation, with what can be done from there. */

import { Part } from "./part.js";
import { html, useEffect, useLayoutEffect } from "../view.js";

export function Page({ view, act, handlers, leave }) {
  const run = (action) => (action.event ? act(action.event) : leave(action));
  const first = view.actions[0];
  useLayoutEffect(() => {
    const onward = view.actions.find((one) => one.event && one.event.do === "next") || view.actions.find((one) => one.event && one.event.do === "stop");
    Object.assign(handlers.current, {
      onward: () => onward && run(onward),
      enter: () => onward && run(onward),
      costs: () => run(view.actions.find((one) => one.event && one.event.do === "jump")),
      more: () => act({ do: "deepen" }),
    });
    return () => ["onward", "enter", "costs", "more"].forEach((name) => delete handlers.current[name]);
  });
  return html`
    ${view.page.subtitle && html`<p class="ondertitel">${view.page.subtitle}</p>`}
    <${Part} text=${view.page.html} looks=${view.at.startsWith("place:") ? "plek" : ""} />
    <div class="verder">
      ${view.can_back && html`<button type="button" onClick=${() => act({ do: "back" })}>Terug</button>`}
      ${view.actions.map((action) => html`<button key=${action.label} type="button" class=${action === first ? "eerst" : ""} onClick=${() => run(action)}>${action.label}</button>`)}
    </div>
  `;
}
