/* Python in a thread of its own, so that the page goes on while it thinks. Where a browser gives none, this same script
   runs in the thread of the page, and leaves there what starts it. */

import "./thread.js";

import { startPython } from "./python.js";

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
      self.postMessage({ id, failed: String((error && error.message) || error) });
    }
  });
  self.postMessage({ step: "ready" });
} else {
  globalThis.startPython = startPython;
}
