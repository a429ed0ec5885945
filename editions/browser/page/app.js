/* The frame around every view: what is open, whether it is saved, and the way to the other views. */

import { Broken, call as ask, Problems, whenSlow } from "./engine.js";
import { About, Merge, Menus, Reports, Start } from "./files/index.js";
import { SavingState, savedByTalk } from "./files/saving.js";
import { Talk } from "./talk/index.js";
import { html, useCallback, useEffect, useLayoutEffect, useRef, useState } from "./view.js";

const VIEWS = {
  start: ["Begin", Start],
  talk: ["Gesprek", Talk],
  reports: ["Verslagen", Reports],
  merge: ["Antwoorden van anderen", Merge],
  menus: ["Menukaart", Menus],
  about: ["Over", About],
};
const OF_A_FILE = ["talk", "reports", "merge"];
/* Views that need an initiative that is open. */

const BROKEN = "Er ging iets mis in Poolwijzer. Uw antwoorden staan er nog. Sla ze op als dat nog niet is gebeurd, en laad deze bladzijde dan opnieuw.";

const LATE = "Dit duurt langer dan gewoonlijk. Wacht nog even. Gebeurt er na een minuut niets? Sla dan op wat u hebt, en laad deze bladzijde opnieuw.";

const NO_PLACE = { where: "", message: "Op deze bladzijde kunt u geen bestand neerzetten.", hint: "Open het bij Begin, of bij Antwoorden van anderen." };

function toHeading() {
  const heading = document.querySelector("main h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
}

function Wrong({ error, close }) {
  const place = useRef(null);
  const from = useRef(null);
  useEffect(() => {
    from.current = place.current.contains(document.activeElement) ? from.current : document.activeElement;
    place.current.focus();
  }, [error]);
  const read = () => {
    close();
    from.current.isConnected && from.current !== document.body ? from.current.focus() : toHeading();
  };
  const told = error instanceof Problems ? error.problems : [{ where: "", message: BROKEN, hint: `(${error.message})` }];
  return html`<section class="fout" role="alert" aria-labelledby="kop-fout" tabindex="-1" ref=${place}>
    <h2 id="kop-fout">Dat lukt niet</h2>
    <ul>
      ${told.map(({ where, message, hint }) => html`<li>${where && html`<code>${where}</code>: `}${message} ${hint}</li>`)}
    </ul>
    <button type="button" onClick=${read}>Sluiten</button>
  </section>`;
}

export function App() {
  const [view, setView] = useState("start");
  const [given, setGiven] = useState({});
  const [opened, setOpened] = useState(null); // {name, title} of the initiative that is open
  const [wrong, setWrong] = useState(null);
  const [told, setTold] = useState("");
  const [slow, setSlow] = useState({ busy: 0, late: 0 });
  const moved = useRef(false);

  const go = useCallback((to, how = {}) => {
    moved.current = true;
    setWrong(null);
    setGiven(how);
    setView(to);
  }, []);
  const call = useCallback(async (name, with_ = {}) => {
    const answer = await ask(name, with_);
    if (answer && answer.saved) {
      const now = await savedByTalk(answer.saved);
      setOpened((known) => (known && known.name === now.name && known.title === now.title ? known : now));
    }
    return answer;
  }, []);
  /* What a view does where a call may be refused: the reason shows above it. */
  const attempt = useCallback(async (act) => {
    try {
      const done = await act();
      setWrong(null);
      return done;
    } catch (error) {
      if (!(error instanceof Problems || error instanceof Broken)) {
        console.error(error);
      }
      setWrong(error);
      return undefined;
    }
  }, []);
  useEffect(() => whenSlow(setSlow), []);
  useEffect(() => {
    const dropped = ({ dataTransfer }) =>
      dataTransfer.types.includes("Files") && !document.querySelector(".vak") && setWrong(new Problems([NO_PLACE]));
    window.addEventListener("drop", dropped);
    return () => window.removeEventListener("drop", dropped);
  }, []);
  /* What is said again is another text for who hears it: else the second time is silent. */
  const say = useCallback((text) => setTold((last) => (text && last === text ? `${text}\u00a0` : text)), []);
  const app = { go, call, attempt, say, opened, setOpened, given };

  /* Who comes to another view begins at its heading. */
  useLayoutEffect(() => {
    document.title = `${VIEWS[view][0]} · ${opened ? `${opened.title} · ` : ""}Poolwijzer`;
    if (moved.current) {
      toHeading();
      window.scrollTo(0, 0);
      moved.current = false;
    }
  }, [view, opened]);

  const Shown = VIEWS[view][1];
  const open = Object.keys(VIEWS).filter((name) => opened || !OF_A_FILE.includes(name));
  return html`
    <header class="boven">
      <a class="naar-inhoud" href="#inhoud">Naar de inhoud</a>
      <p class=${opened ? "naam met-initiatief" : "naam"}>Poolwijzer${opened && html` <span class="initiatief">${opened.title}</span>`}</p>
      ${opened && html`<${SavingState} app=${app} />`}
      <nav aria-label="Onderdelen">
        <ul>
          ${open.map(
            (name) => html`<li key=${name}>
              <button type="button" aria-current=${name === view ? "page" : undefined} onClick=${() => go(name)}>
                ${VIEWS[name][0]}
              </button>
            </li>`,
          )}
        </ul>
      </nav>
    </header>
    <div role="status">${slow.late > 0 && html`<p class="laat">${LATE}</p>`}</div>
    ${slow.busy > 0 && html`<p class="bezig" aria-hidden="true">Even wachten …</p>`}
    <main id="inhoud">
      ${wrong && html`<${Wrong} error=${wrong} close=${() => setWrong(null)} />`}
      <${Shown} key=${view} app=${app} ...${given} />
    </main>
    <p class="gezegd" role="status">${told}</p>
  `;
}
