/* Preact, and its templates: what a component needs to show itself. */

import htm from "htm";
import { h } from "preact";
import { useState } from "preact/hooks";

export { Fragment, render } from "preact";
export { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
export const html = htm.bind(h);

const kept = new Map();

/* State that is there again, until the page closes, for who comes back to the view that has it. */
export function useKept(name, first) {
  const [now, set] = useState(() => (kept.has(name) ? kept.get(name) : first));
  const put = (next) =>
    set((known) => {
      kept.set(name, typeof next === "function" ? next(known) : next);
      return kept.get(name);
    });
  return [now, put];
}
