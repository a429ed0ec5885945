/* The way from the page to Python: calls by name, and the files that lie there. */

import { unpack } from "./unpack.js";

const part = (name) => document.getElementById(`deel-${name}`);

function takePart(name) {
  const element = part(name);
  const text = element.textContent;
  element.remove(); // it is large, and needed once
  return text;
}

const hasPart = (name) => part(name) !== null;

/* What a person can mend: `problems` are sentences with a place. */
export class Problems extends Error {
  constructor(problems) {
    super(problems.map(({ message }) => message).join(" "));
    this.problems = problems;
  }
}

/* What is our own mistake; nothing that was filled in is lost by it. */
export class Broken extends Error {}

let asked = 0;
const waiting = new Map();
let send = null;

/* Milliseconds: after which one wonders, and the slowest that is made here takes seconds. */
const SLOW = { busy: 700, late: 20_000 };
let slow = { busy: 0, late: 0 };
let tellSlow = () => {};

/* `listener` hears how much of what was asked lasts, and how much longer than it should: what hangs gives no error. */
export function whenSlow(listener) {
  tellSlow = listener;
}

function count(name, more) {
  slow = { ...slow, [name]: slow[name] + more };
  tellSlow(slow);
}

function ask(act, given) {
  const counted = [];
  const watches = Object.entries(SLOW).map(([name, after]) =>
    setTimeout(() => {
      counted.push(name);
      count(name, 1);
    }, after),
  );
  const ended = () => {
    watches.forEach(clearTimeout);
    counted.forEach((name) => count(name, -1));
  };
  const answer = send(act, given);
  answer.then(ended, ended);
  return answer;
}

/* Nothing more comes back: who waits hears that, and not silence. */
function giveUp(why) {
  for (const { failed } of waiting.values()) {
    failed(new Broken(why));
  }
  waiting.clear();
}

async function codeOf(name) {
  return URL.createObjectURL(new Blob([await unpack(takePart(name))], { type: "text/javascript" }));
}

/* In a thread of its own; null where the browser gives none to a page from a file. */
function startThread(code, tell) {
  return new Promise((resolve) => {
    let worker;
    try {
      worker = new Worker(code);
    } catch {
      resolve(null);
      return;
    }
    worker.addEventListener("error", (event) => {
      resolve(null); // before it was ready
      giveUp(event.message || "worker");
    });
    worker.addEventListener("messageerror", () => giveUp("messageerror"));
    worker.addEventListener("message", ({ data }) => {
      if (data.step === "ready") {
        resolve((act, given) => {
          asked += 1;
          worker.postMessage({ id: asked, act, given });
          return new Promise((done, failed) => waiting.set(asked, { done, failed }));
        });
      } else if (data.step) {
        tell(data.step);
      } else if (waiting.has(data.id)) {
        const { done, failed } = waiting.get(data.id);
        waiting.delete(data.id);
        if ("failed" in data) {
          failed(new Broken(data.failed));
        } else {
          done(data.done);
        }
      }
    });
  });
}

async function startHere(code, tell) {
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed(new Broken("script")));
    script.src = code;
    document.head.append(script);
  });
  const { startPython } = globalThis;
  let python;
  return async (act, given) => {
    if (act === "start") {
      python = await startPython(given[0], tell);
      return true;
    }
    await new Promise((later) => setTimeout(later, 0)); // what the page says before this shows first
    return python[act](...given);
  };
}

/* Start Python; `tell` hears which step comes next. */
export async function startEngine(tell) {
  const code = await codeOf("werker");
  send = (await startThread(code, tell)) || (await startHere(code, tell));
  const parts = Object.fromEntries(["wasm", "stdlib", "program"].map((name) => [name, takePart(name)]));
  await send("start", [parts]);
}

let typst = null;

/* Whether this page makes PDFs itself. */
export const hasTypst = () => typst !== null || hasPart("typst");

/* What makes PDFs, and pixels of drawings: large, so that it is unpacked when it is first needed. */
export function addTypst() {
  if (typst === null && hasPart("typst")) {
    typst = ask("add", [takePart("typst"), "typst/_typst.abi3.so"]);
  }
  return typst;
}

export async function call(name, given = {}) {
  const told = JSON.parse(await ask("call", [JSON.stringify({ call: name, with: given })]));
  if (told.problems) {
    throw new Problems(told.problems);
  }
  if (told.broken) {
    throw new Broken(told.broken);
  }
  return told.ok;
}

export const putFile = (path, bytes) => ask("put", [path, bytes]);
export const takeFile = (path) => ask("take", [path]);
