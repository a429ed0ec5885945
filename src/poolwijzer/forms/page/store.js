/* What the browser remembers until answers are saved. All pages that are opened from files share one store, so it is
   kept under the initiative and the form, and read back as a stranger's. Without a store the page works too. */

import { isGroup } from "./check.js";

export const MOST_KEPT = 500000;

export function makeStore(key) {
  const tried = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return undefined; // blocked, full, or not there
    }
  };
  const store = {
    key,
    read() {
      const text = tried((storage) => storage.getItem(key));
      try {
        const found = text && text.length <= MOST_KEPT ? JSON.parse(text) : null;
        return isGroup(found) ? found : null;
      } catch {
        return null;
      }
    },
    /* Whether it is remembered. */
    keep: (value) => tried((storage) => storage.setItem(key, JSON.stringify(value)) || true) === true,
    forget: () => tried((storage) => storage.removeItem(key)),
  };
  const probe = `${key}:proef`;
  store.works = tried((storage) => storage.setItem(probe, "1") || storage.removeItem(probe) || true) === true;
  return store;
}
