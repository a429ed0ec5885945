/* What the browser keeps of an initiative until it is saved: its file, the step, the minutes and half-typed text. All
   pages that are opened from files share one store, so it is kept under this edition and the initiative, and read back
   as a stranger's. On a shared computer nothing is kept. */

import { isGroup, tidyName } from "../../../../src/poolwijzer/forms/page/check.js";
import { MOST_KEPT, makeStore } from "../../../../src/poolwijzer/forms/page/store.js";

const PREFIX = "poolwijzer:browser:";
const MOST_FIELDS = 200;
const LONGEST_NAME = 10000; // of a step or a field; a text may be as long as all that is kept
const MOST_MINUTES = 24 * 60;
const UNNAMED = `${PREFIX}.zonder-naam`; // no initiative has such an id
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

let store = null; // of the initiative that is open
let draft = {};
let initiative = ""; // its id; its draft may lie under another
let shared = false;
let elsewhere = () => {};

const keyOf = (id) => `${PREFIX}${id}`;

/* A file as text that gives back the same bytes. */
function textOf(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(letters);
}

function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null; // it is no such text
  }
}

/* Of what was found only what can be a draft; its file is read as any other file is. */
function check(found) {
  const typed = {};
  for (const [field, text] of isGroup(found.typed) ? Object.entries(found.typed).slice(0, MOST_FIELDS) : []) {
    if (typeof text === "string" && field.length <= LONGEST_NAME) {
      typed[field] = text;
    }
  }
  const fits = Number.isFinite(found.minutes) && found.minutes >= 0 && found.minutes < MOST_MINUTES;
  return {
    name: tidyName(found.name),
    title: tidyName(found.title),
    file: typeof found.file === "string" ? found.file : "",
    step: typeof found.step === "string" && found.step.length <= LONGEST_NAME ? found.step : null,
    minutes: fits ? found.minutes : 0,
    typed,
    when: Number.isFinite(Date.parse(found.when)) ? new Date(found.when) : null,
  };
}

function idsKept() {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
    return keys.filter((key) => key && key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  } catch {
    return []; // blocked
  }
}

/* The drafts with a file to go on with, the newest first. */
export function listDrafts() {
  const ids = idsKept().filter((id) => ID.test(id));
  const found = ids.map((id) => ({ id, kept: makeStore(keyOf(id)).read() })).filter(({ kept }) => kept);
  return found
    .map(({ id, kept }) => ({ id, ...check(kept) }))
    .map((one) => ({ ...one, bytes: one.file ? bytesOf(one.file) : null }))
    .filter(({ bytes, name }) => bytes && bytes.length && name)
    .sort((one, other) => (other.when || 0) - (one.when || 0));
}

const isEmpty = () => !draft.file && !Object.keys(draft.typed || {}).length;

/* Whether the file as it is now is kept. */
export const holds = () => Boolean(store && !shared && store.works && draft.kept && draft.file);

function keep() {
  if (!store || shared || !store.works) {
    draft.kept = false;
    return;
  }
  const { kept, ...value } = { ...draft, when: new Date().toISOString() };
  if (isEmpty()) {
    store.forget();
    draft.kept = false;
    return;
  }
  draft.kept = JSON.stringify(value).length <= MOST_KEPT && store.keep(value);
  if (!draft.kept) {
    store.forget(); // what is old there would pass for what is new
  }
}

/* Where a draft of this initiative can lie: under its id, and beside that for another file or conversation with it. */
function* keysOf(id) {
  yield keyOf(id);
  for (let number = 2; ; number += 1) {
    yield keyOf(`${id}-${number}`);
  }
}

/* A place in which nothing lies that this would write over. */
function findPlace(id, free) {
  for (const key of keysOf(id)) {
    const place = makeStore(key);
    const known = place.works && place.read();
    if (!known || free(check(known))) {
      return place;
    }
  }
  return undefined; // there are more numbers than drafts
}

/* From now on it is about this initiative, in this file; what was typed in it and not entered counts again.

   `kept` is the draft that it was opened from. `unnamed`: it is the conversation that had no name until now, and what
   an earlier one of the same name left is not of this one. */
export function follow({ id, name, title }, bytes, { kept = null, unnamed = false } = {}) {
  const before = draft;
  const text = textOf(bytes);
  if (kept) {
    store = makeStore(keyOf(kept));
  } else {
    store = findPlace(id, ({ file }) => !unnamed && (!file || file === text));
  }
  const known = unnamed ? null : store.read();
  const { step = null, minutes = 0, typed = {} } = known ? check(known) : {};
  draft = { name, title, file: "", step, minutes, typed: unnamed ? before.typed || {} : typed, kept: known !== null };
  initiative = id;
  if (unnamed) {
    makeStore(UNNAMED).forget();
  }
}

/* A conversation that has no name yet: what was typed in one that broke off there counts again. */
export function followUnnamed() {
  store = makeStore(UNNAMED);
  const known = store.read();
  draft = { typed: check(known || {}).typed, kept: known !== null };
  initiative = "";
}

/* The file says something new that is not saved. */
export function keepFile(bytes) {
  draft.file = textOf(bytes);
  keep();
}

/* The file is saved: what was typed and not entered is all that there is to keep. */
export function settle() {
  draft.file = "";
  keep();
}

export function typed(field, text) {
  draft.typed = { ...draft.typed };
  delete draft.typed[field];
  if (text && text.trim()) {
    draft.typed[field] = text;
  }
  keep();
}

/* Whether something is typed that is nowhere but in this page. */
export const holdsTypedAlone = () => Object.keys(draft.typed || {}).length > 0 && !draft.kept;

export const typedIn = (field) => (draft.typed && Object.hasOwn(draft.typed, field) ? draft.typed[field] : null);

export function keepStep(step, minutes) {
  draft.step = step;
  draft.minutes = minutes;
  keep();
}

/* Where the conversation broke off. */
export const brokeOff = () => ({ at: draft.step || null, spent: draft.minutes || 0 });

export function wipe(id) {
  makeStore(keyOf(id)).forget();
  if (store && store.key === keyOf(id)) {
    draft = { ...draft, file: "", typed: {}, step: null, minutes: 0, kept: false };
  }
}

/* All of this edition, also what is no draft that it knows. */
export const wipeAll = () => idsKept().forEach(wipe);

export const isShared = () => shared;

export function setShared(on) {
  shared = on;
  if (on) {
    wipeAll();
  }
}

/* Whether anything can be kept here at all. */
export const works = () => makeStore(`${PREFIX}proef`).works;

/* Hear of another window in which the same initiative is answered. */
export function whenElsewhere(tell) {
  elsewhere = tell;
}

window.addEventListener("storage", ({ key, newValue }) => {
  const others = initiative && key && newValue !== null ? key.slice(keyOf(initiative).length) : null;
  if (others !== null && key.startsWith(keyOf(initiative)) && /^(-\d+)?$/.test(others)) {
    elsewhere();
  }
});
