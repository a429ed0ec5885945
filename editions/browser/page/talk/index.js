/* The conversation: shows where it is, and passes on what people do there. */

import { keepStep, typed } from "../files/draft.js";
import { One, Several } from "./answers.js";
import { Form, Stopped, Tools, toTop } from "./around.js";
import { Begin } from "./begin.js";
import { Card } from "./card.js";
import { isField, isOurs, meaningOf, pointAt } from "./keyboard.js";
import { Page } from "./page.js";
import { Explanation, Keys, Outcome, Overview, Panel, Pause, Stopping } from "./panels.js";
import { readSheet } from "./part.js";
import { Point } from "./point.js";
import { Text } from "./text.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

const SHAPES = { one: One, several: Several, card: Card, text: Text, point: Point, page: Page };
const EVERY = 15_000; // after so many milliseconds the clock is read again
const TOO_SOON = 250; // milliseconds
const STAYS = ["toggle", "mark", "mark-next", "beside", "hands"];
const LEAVES = ["back", "closing", "jump", "stop", "deepen"];
const MOVES = { skip: "next", back: "back", undo: "undo", closing: "closing" };
const PANELS = ["overview", "explain", "outcome", "pause", "stop"];

export function Talk({ app, begin }) {
  const [view, setView] = useState(undefined); // undefined: not asked yet; null: there is no conversation
  const [said, setSaid] = useState("");
  const [panel, setPanel] = useState(null);
  const [clock, setClock] = useState("");
  const [, again] = useState({});
  const handlers = useRef({});
  const written = useRef(null);
  const latest = useRef(null);
  const line = useRef(Promise.resolve());
  const waiting = useRef({ calls: 0, keys: [] });
  const place = useRef(null);
  const moving = useRef(0); // how many answers are on their way that lead to another question
  const since = useRef(0); // when this question came to be shown

  function take(next) {
    const before = latest.current;
    const moved = !before || before.at !== next.at || before.stopped !== next.stopped;
    since.current = moved ? performance.now() : since.current;
    latest.current = { ...next, moved, refused: !moved && Boolean(next.said) };
    setSaid(next.said);
    setClock(next.clock);
    setView(latest.current);
    app.say(next.said);
    if (next.name) {
      keepStep(next.at, next.minutes);
    }
    return latest.current;
  }
  /* One after the other, so that an answer goes to the question at which it was given. */
  function ask(name, given = {}) {
    waiting.current.calls += 1;
    const done = line.current.then(async () => {
      const next = await app.attempt(() => app.call(name, given));
      waiting.current.calls -= 1;
      return next ? take(next) : undefined;
    });
    line.current = done;
    return done;
  }
  function act(event) {
    const left = written.current;
    const moves = !STAYS.includes(event.do);
    moving.current += moves ? 1 : 0;
    const goes = left && (event.do === "reply" || LEAVES.includes(event.do));
    const given = goes && event.do !== "reply" && left.changed ? { ...event, typed: left.text } : event;
    return ask("talk.react", { event: given }).then((next) => {
      moving.current -= moves ? 1 : 0;
      if (next && goes && (event.do === "reply" ? next.moved : next.kept)) {
        typed(left.field, null);
      }
      return next;
    });
  }
  function tell(words) {
    setSaid(words);
    app.say(words);
  }
  const start = (how) => ask("talk.begin", how);
  /* The same file in another way: the time that was spent counts on. */
  function anew(how) {
    close();
    return start({ spent: latest.current.minutes, ...how });
  }
  function leave(action) {
    if (action.again) {
      start({ file: view.file, again: true });
    } else {
      app.go(action.go);
    }
  }
  async function open(name) {
    if (name === "pause") {
      await ask("talk.pause", { on: true });
    } else if (name === "stop") {
      const page = await app.attempt(() => app.call("talk.stopping"));
      page ? setPanel({ name, page }) : act({ do: "stop" });
    } else {
      setPanel({ name });
    }
  }
  function close() {
    setPanel(null);
  }

  useEffect(() => {
    line.current = app.attempt(async () => {
      await readSheet(app.call);
      const goes_on = begin && begin.file;
      const now = begin && !goes_on ? null : await app.call(goes_on ? "talk.begin" : "talk.show", goes_on ? begin : {});
      now ? take(now) : setView(null);
    });
  }, []);
  useEffect(() => {
    const timer = setInterval(async () => {
      if (latest.current && waiting.current.calls === 0) {
        try {
          const now = await app.call("talk.clock");
          setClock(now.clock);
          if (latest.current.name) {
            keepStep(latest.current.at, now.minutes);
          }
        } catch {
          // What is wrong is told at the next answer; the clock stands still until then.
        }
      }
    }, EVERY);
    return () => clearInterval(timer);
  }, []);

  function obey(meaning, target) {
    const can = handlers.current;
    if (meaning.item) {
      can.pick && can.pick(meaning.item);
    } else if (MOVES[meaning.name]) {
      act({ do: MOVES[meaning.name] });
    } else if (PANELS.includes(meaning.name)) {
      open(meaning.name);
    } else if (meaning.name === "report" || meaning.name === "reports") {
      app.go("reports");
    } else if (meaning.name === "point") {
      pointAt(meaning.key);
    } else if (meaning.name === "pick") {
      can.here && can.here();
    } else if (meaning.name === "onward" && meaning.key === "enter") {
      can.enter && can.enter(target);
    } else if (can[meaning.name]) {
      can[meaning.name](meaning.key);
    }
  }
  function heard(event, target) {
    const meaning = meaningOf(event, latest.current, target);
    if (meaning && !(meaning.name === "point" && latest.current.items.length === 0)) {
      event.preventDefault && event.preventDefault();
      obey(meaning, target);
    }
  }
  /* The second of two quick clicks was meant for the question before. */
  function clicked(event) {
    const goes_on = event.target.closest(".antwoorden, .verder") && !event.target.closest("dialog");
    if (goes_on && event.detail > 0 && (moving.current > 0 || performance.now() - since.current < TOO_SOON)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
  function pressed(event) {
    if (event.repeat && !event.key.startsWith("Arrow") && !isField(event.target)) {
      event.preventDefault(); // a key that is held down is pressed once
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !latest.current || latest.current.stopped) {
      return;
    }
    if (document.querySelector("dialog[open]")) {
      return;
    }
    const { target } = event;
    if (isField(target)) {
      if (event.key === "Escape") {
        event.preventDefault();
        document.getElementById("vraag").focus();
      }
      return;
    }
    if (waiting.current.calls > 0 || waiting.current.keys.length > 0) {
      if (isOurs(event, target)) {
        event.preventDefault();
        waiting.current.keys.push(event.key);
      }
      return;
    }
    heard(event, target);
  }
  function pasted(event) {
    const row = event.clipboardData.getData("text").trim();
    if (!isField(event.target) && latest.current && latest.current.in_a_row && /^[0-9w]+(\s+[0-9w]+)+$/i.test(row) && !row.includes("\n")) {
      event.preventDefault();
      act({ do: "row", typed: row });
    }
  }
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("paste", pasted);
    };
  });
  /* Who comes to another question begins there: at its heading, or in its field. */
  useLayoutEffect(() => {
    if (view && view.moved) {
      const heading = document.getElementById("vraag");
      if (view.shape === "text" && handlers.current.field && !view.stopped) {
        handlers.current.field();
      } else if (heading) {
        heading.focus({ preventScroll: true });
      }
      toTop(place.current);
    }
  }, [view]);
  /* What was typed ahead goes to what shows now, as on a terminal. */
  useLayoutEffect(() => {
    if (waiting.current.keys.length > 0 && waiting.current.calls === 0 && latest.current) {
      const key = waiting.current.keys.shift();
      const here = document.activeElement;
      if (!isField(here)) {
        heard({ key }, here);
      } else if (key.length === 1 && here.selectionStart !== null) {
        here.setRangeText(key, here.selectionStart, here.selectionEnd, "end");
        here.dispatchEvent(new Event("input", { bubbles: true }));
      }
      again({}); // the next key is for what this one led to
    }
  });

  if (view === undefined) {
    return html`<h1 id="vraag" tabindex="-1">Gesprek</h1><p class="stil">Even wachten …</p>`;
  }
  if (view === null) {
    return html`<${Begin} app=${app} begin=${start} file=${begin ? begin.file : app.opened && app.opened.name} />`;
  }
  if (view.stopped) {
    return html`<${Stopped} view=${view} app=${app} go_on=${() => ask("talk.resume")} />`;
  }
  const Shown = SHAPES[view.shape];
  const given = { view, act, tell, app, handlers, written, leave };
  return html`<div class=${`gesprek vorm-${view.shape}`} data-stap=${view.at} ref=${place} onClickCapture=${clicked}>
    <p class="voortgang" id="voortgang"><span>${view.progress}</span> <span class="klok">${clock}</span></p>
    <p class=${said ? "let-op" : "leeg"} id="gezegd">${said}</p>
    ${view.remarks.length > 0 && html`<section class="let-op" aria-label="Dit viel op in uw bestand"><h2>Dit viel op in uw bestand</h2><ul>${view.remarks.map((one) => html`<li>${one}</li>`)}</ul></section>`}
    <div class=${view.form.length > 0 ? "met-formulier" : ""}>
      <div class="vraag">
        ${view.introduction && html`<p class="inleiding">${view.introduction}</p>`}
        <h1 id="vraag" tabindex="-1" aria-describedby="voortgang">${view.title}</h1>
        <div id="toelichting">
          ${view.lead && html`<p class="stil">${view.lead}</p>`}
          ${view.memory && html`<p class="vorige">${view.memory}</p>`}
        </div>
        <${Shown} key=${view.at} ...${given} />
      </div>
      ${view.form.length > 0 && html`<${Form} lines=${view.form} />`}
    </div>
    <${Tools} view=${view} act=${act} open=${open} />
    ${panel && panel.name === "ways" && html`<${Panel} title="Anders verder" close=${close}><${Begin} app=${app} begin=${anew} file=${view.file} panel=${close} /><//>`}
    ${panel && panel.name === "overview" && html`<${Overview} app=${app} close=${close} act=${act} />`}
    ${panel && panel.name === "outcome" && html`<${Outcome} app=${app} close=${close} />`}
    ${panel && panel.name === "explain" && html`<${Explanation} app=${app} close=${close} />`}
    ${panel && panel.name === "keys" && html`<${Keys} view=${view} close=${close} />`}
    ${panel && panel.name === "stop" && html`<${Stopping} page=${panel.page} close=${close} act=${act} app=${app} />`}
    ${view.paused && html`<${Pause} page=${view.paused} close=${() => ask("talk.pause", { on: false })} />`}
  </div>`;
}
