/* Where the file goes: to the file that it was opened from, where the browser lets us, else to what is downloaded. What
   is not saved is always to be seen, and nothing is written over what somebody else wrote. */

import { call, takeFile } from "../engine.js";
import { html, useEffect, useRef, useState } from "../view.js";
import * as draft from "./draft.js";
import { download, saveAs } from "./outside.js";

const NONE = { name: "", path: "", bytes: null, saved: null, handle: null, known: null, state: "none", told: "" };
/* state: none (nothing is open), same (nothing changed), saved, downloaded, busy, open (not saved) */
let file = NONE;
let hear = new Set();
let queue = Promise.resolve();

const clock = (moment) => moment.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

function set(change) {
  file = { ...file, ...change };
  for (const listen of hear) {
    listen(file);
  }
}

/* What is kept in the browser changed: what is said of that is said anew. */
export const refresh = () => set({});

const same = (one, other) =>
  Boolean(one && other) && one.length === other.length && one.every((byte, at) => byte === other[at]);

const isUnsaved = () => file.state === "open" || file.state === "busy";

/* Whether closing this loses something. */
export const wouldLose = () => (isUnsaved() && !draft.holds()) || draft.holdsTypedAlone();

/* The name for a copy beside a file that has to stay as it is. */
const besideName = (name) => name.replace(/(\.[^.]*)?$/, ".herstel$1");

/* A file was opened: `bytes` are as they came; `handle` leads back to where they came from; a draft, `kept`, is not saved. */
export function openedFile({ name, path, id, title }, bytes, { handle = null, kept = null } = {}) {
  draft.follow({ id, name, title }, bytes, { kept });
  file = NONE;
  set({ name, path, bytes, saved: kept ? null : bytes, handle, known: handle ? bytes : null, state: kept ? "open" : "same" });
  if (kept) {
    draft.keepFile(bytes);
  }
}

/* A new conversation, that has no file yet. */
export function beginNew() {
  draft.followUnnamed();
  file = NONE;
  set({});
}

/* After an answer: the file on the desk of Python says something else than before. Gives what is open now. */
export async function savedByTalk({ path }) {
  const bytes = await takeFile(path);
  const fresh = path !== file.path;
  if (!fresh) {
    await changed(bytes); // first of all: whatever goes wrong after this, the answer is kept
  }
  const now = await call("files.describe");
  if (fresh) {
    draft.follow(now, bytes, { unnamed: !file.path });
    file = { ...NONE, name: now.name, path };
    await changed(bytes);
  }
  return now;
}

async function changed(bytes) {
  set({ bytes });
  if (same(bytes, file.saved)) {
    draft.settle();
    set({ state: file.state === "open" ? "same" : file.state });
  } else {
    draft.keepFile(bytes);
    set({ state: "open" });
    await writeBack();
  }
}

/* Ask whether the file may be written; only a click or a key of a person can lead to that question. */
export async function mayWrite(handle, ask = true) {
  try {
    const how = { mode: "readwrite" };
    const known = handle.queryPermission ? await handle.queryPermission(how) : "granted";
    return known === "granted" || (ask && known === "prompt" && (await handle.requestPermission(how)) === "granted");
  } catch {
    return false;
  }
}

const WHY = {
  NotFoundError: "is er niet meer",
  NoModificationAllowedError: "is in gebruik door een ander programma",
  NotReadableError: "is niet te lezen",
  QuotaExceededError: "past niet meer op de schijf",
};

async function writeNow(ask) {
  const { handle, bytes, name } = file;
  if (!handle || same(bytes, file.saved)) {
    return;
  }
  if (!(await mayWrite(handle, ask))) {
    return; // the button asks again
  }
  set({ state: "busy" });
  try {
    const there = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    if (!same(there, file.known)) {
      const told = `${name} is intussen door een ander programma veranderd. Daar is niet overheen geschreven. Sla uw antwoorden op in een ander bestand.`;
      set({ handle: null, name: besideName(name), state: "open", told });
      return;
    }
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    kept("saved", bytes, { known: bytes });
  } catch (error) {
    const why = WHY[error.name] || `is niet te schrijven (${error.name})`;
    set({ state: "open", told: `Bewaren lukt niet: ${name} ${why}. Bij het volgende antwoord probeert Poolwijzer het opnieuw. Of sla op in een ander bestand.` });
  }
}

/* Saved somewhere; what changed meanwhile is still to be saved. */
function kept(state, bytes, change = {}) {
  const all = same(bytes, file.bytes);
  set({ saved: bytes, state: all ? state : "open", when: new Date(), told: "", ...change });
  if (all) {
    draft.settle();
  }
}

/* One write after another. */
function writeBack(ask = false) {
  queue = queue.then(() => writeNow(ask));
  return queue;
}

/* The button: to the file that it came from, else where the user says, else as a download. */
async function save(other = false) {
  if (file.handle && !other) {
    await writeBack(true);
    if (!isUnsaved()) {
      return;
    }
  }
  const { bytes, name } = file;
  const handle = await saveAs(name, bytes);
  if (handle === "stopped") {
    return;
  }
  if (handle) {
    kept("saved", bytes, { handle, known: bytes, name: handle.name });
  } else {
    download(name, bytes);
    kept("downloaded", bytes);
  }
}

const SAID = {
  same: () => "Nog niets veranderd",
  saved: ({ name, when }) => `Bewaard in ${name} om ${clock(when)}`,
  downloaded: ({ name, when }) => `Gedownload als ${name} om ${clock(when)}`,
  busy: ({ name }) => `Bezig met bewaren in ${name} …`,
  open: () => (draft.holds() ? "Nog niet opgeslagen, wel onthouden" : "Nog niet opgeslagen en niet onthouden"),
};

/* Always in sight: whether what was answered is saved, and the button for it. */
export function SavingState({ app }) {
  const [now, show] = useState(file);
  const [twice, setTwice] = useState(""); // the file that is open elsewhere too
  const button = useRef(null);
  useEffect(() => {
    hear.add(show);
    show(file);
    draft.whenElsewhere(() => setTwice(file.path));
    return () => hear.delete(show);
  }, []);
  if (now.state === "none") {
    return null;
  }
  const unsaved = now.state === "open";
  const pressed = async (other) => {
    await save(other);
    button.current.focus(); // the other one may be gone
    if (!file.told) {
      app.say(SAID[file.state](file));
    }
  };
  return html`<div class="bewaren">
    <p class=${unsaved ? "stand nog-niet" : "stand"}>${SAID[now.state](now)}</p>
    <button type="button" class=${unsaved ? "eerst" : ""} ref=${button} onClick=${() => pressed(false)}>
      ${unsaved && now.handle ? `Bewaren in ${now.name}` : "Opslaan"}
    </button>
    ${unsaved && now.handle && html`<button type="button" onClick=${() => pressed(true)}>Ergens anders opslaan</button>`}
    ${now.told && html`<p class="let-op" role="alert">${now.told}</p>`}
    ${twice === now.path &&
    html`<p class="let-op" role="alert">
      Dit initiatief staat ook open in een ander venster. Sluit er een. Wat u het laatst invult, telt.
    </p>`}
  </div>`;
}

window.addEventListener("beforeunload", (event) => {
  if (wouldLose()) {
    event.preventDefault();
    event.returnValue = "";
  }
});
