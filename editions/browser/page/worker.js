/* Python in a thread of its own, so that the page goes on while it thinks. A browser that gives none runs the same in
   the thread of the page. */

import { startPython } from "./python.js";

export { startPython };

const alone = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

if (alone) {
  let python;
  self.addEventListener("message", async ({ data: { id, act, given } }) => {
    try {
      if (act === "start") {
        python = await startPython(given[0], (step) => self.postMessage({ step }));
        self.postMessage({ id, done: true });
      } else {
        self.postMessage({ id, done: await python[act](...given) });
      }
    } catch (error) {
      self.postMessage({ id, failed: String(error && error.message ? error.message : error) });
    }
  });
  self.postMessage({ step: "ready" });
}
