/* Firefox, driven from outside by WebDriver BiDi: reads what to do as lines of JSON, and answers each with a line. */

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, program, downloads] = process.argv.slice(2);
const { default: puppeteer } = await import(createRequire(modules).resolve("puppeteer-core"));
const PATIENCE = 30000;
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  headless: true,
  protocolTimeout: PATIENCE * 2,
  extraPrefsFirefox: {
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false, // it takes the keys
    "pdfjs.disabled": true, // a PDF that is saved would open over the page, which slows down where nobody sees it
    // No network: everything but this computer goes to a door that nobody opens.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
  },
});
const page = await browser.newPage();
const wrong = [];
page.on("dialog", (dialog) => dialog.accept());
page.on("pageerror", (error) => wrong.push(String(error)));

/* The element that is described, in the page; null as long as it is not there to be seen. What moves, because something
   above it came or went, is not where a click would land: `at_rest` is null until it does no longer. */
async function find(sought, at_rest) {
  const nameOf = (one) => (one.getAttribute("aria-label") || one.innerText || one.value || "").trim().replace(/\s+/g, " ");
  const ROLES = {
    button: "button",
    heading: "h1, h2, h3",
    dialog: "dialog, [role=dialog]",
    status: "[role=status]",
  };
  const all = ({ css, role, name, exact, text, has, within, either }) => {
    if (either) {
      return either.flatMap(all);
    }
    const roots = within ? all(within) : [document];
    let found = roots.flatMap((root) => [...root.querySelectorAll(css || ROLES[role])]);
    if (name) {
      const like = name.toLowerCase();
      found = found.filter((one) => (exact ? nameOf(one) === name : nameOf(one).toLowerCase().includes(like)));
    }
    if (text) {
      found = found.filter((one) => one.textContent.includes(text));
    }
    return has ? found.filter((one) => all({ ...has, within: undefined }).some((inner) => one.contains(inner))) : found;
  };
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled;
  const seek = () => all(sought).find(shown) || null;
  const found = seek();
  if (!found || !at_rest) {
    return found;
  }
  found.scrollIntoView({ block: "nearest", behavior: "instant" });
  const place = () => JSON.stringify(found.getBoundingClientRect());
  const before = place();
  await new Promise((later) => setTimeout(later, 50));
  return seek() === found && place() === before ? found : null;
}

async function reach(sought, at_rest = false) {
  const handle = await page.waitForFunction(find, { timeout: PATIENCE, polling: 50 }, sought, at_rest);
  return handle.asElement();
}

const ACTS = {
  goto: async (address) => void (await page.goto(address, { waitUntil: "domcontentloaded", timeout: PATIENCE })),
  size: async (width, height) => void (await page.setViewport({ width, height })),
  wait: async (sought) => void (await reach(sought)),
  click: async (sought) => void (await (await reach(sought, true)).click()),
  point: async (x, y) => void (await page.mouse.click(x, y)),
  there: async (sought) => (await page.evaluateHandle(find, sought)).asElement() !== null,
  box: async (sought) => (await reach(sought, true)).boundingBox(),
  text: async (sought) => (await reach(sought)).evaluate((one) => one.innerText),
  upload: async (css, ...paths) => void (await (await page.waitForSelector(css)).uploadFile(...paths)),
  /* As if it was picked or typed in full: a field for a day takes no letters one by one. */
  set: async (sought, text) =>
    void (await (
      await reach(sought)
    ).evaluate((one, value) => {
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value").set.call(one, value);
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }, text)),
  fill: async (sought, text) =>
    void (await (
      await reach(sought)
    ).evaluate((one, value) => {
      one.focus();
      one.select();
      document.execCommand("insertText", false, value);
    }, text)),
  blur: async (sought) => void (await (await reach(sought)).evaluate((one) => one.blur())),
  insert: async (text) => void (await page.evaluate((value) => document.execCommand("insertText", false, value), text)),
  press: async (key) => {
    const [last, ...held] = key.split("+").reverse();
    for (const one of held) {
      await page.keyboard.down(one);
    }
    await page.keyboard.press(last === "Space" ? " " : last);
    for (const one of held) {
      await page.keyboard.up(one);
    }
  },
  evaluate: (script) => page.evaluate(script),
  wrong: () => wrong,
};

console.log(JSON.stringify({ ok: await browser.version() }));
for await (const line of createInterface({ input: process.stdin })) {
  const { act, given } = JSON.parse(line);
  let answer;
  try {
    answer = { ok: (await ACTS[act](...given)) ?? null };
  } catch (error) {
    answer = { failed: String(error) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
