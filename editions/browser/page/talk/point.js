/* The typology to point at: by a click, with arrow keys, or with two sliders. */

import { Onward } from "./answers.js";
import { Side } from "./side.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

const SIZE = 600;
const EDGE = 34;
const INSIDE = SIZE - 2 * EDGE;

const spot = (share) => EDGE + share * INSIDE;
const share = (axis, value) => (value - axis.from) / (axis.to - axis.from);
const told = (value) => String(value).replace(".", ",");

export function Point({ view, act, handlers, app }) {
  const { plane } = view;
  const { across, down, lowest, highest, step } = plane;
  const [place, setPlace] = useState({ [across.id]: across.at, [down.id]: down.at });
  const [dots, setDots] = useState(false);
  const field = useRef(null);

  useEffect(() => setPlace({ [across.id]: across.at, [down.id]: down.at }), [across.at, down.at]);
  const aimed = useRef(false); // whether who opens the field of the dots is to type there
  useEffect(() => {
    if (dots && aimed.current) {
      handlers.current["dots-vak"]();
    }
  }, [dots]);
  const here = () => act({ do: "point", place });
  const put = (axis, value) => setPlace((now) => ({ ...now, [axis.id]: Math.min(Math.max(value, lowest), highest) }));
  const nudge = (axis, by) => setPlace((now) => ({ ...now, [axis.id]: Math.min(Math.max(now[axis.id] + by * step, lowest), highest) }));
  const move = (key) => {
    const axis = key === "left" || key === "right" ? across : down;
    const way = (key === "right" || key === "down" ? 1 : -1) * Math.sign(axis.to - axis.from);
    nudge(axis, way);
  };
  useLayoutEffect(() => {
    Object.assign(handlers.current, {
      move,
      here,
      onward: here,
      enter: here,
      dots: () => {
        aimed.current = !dots;
        setDots(!dots);
      },
    });
    return () => ["move", "here", "onward", "enter", "dots"].forEach((name) => delete handlers.current[name]);
  });

  const valueAt = (axis, part, by) => {
    const raw = axis.from + Math.min(Math.max(part, 0), 1) * (axis.to - axis.from);
    return Math.round(raw / by) * by;
  };
  async function clicked(event) {
    const frame = field.current.getBoundingClientRect();
    const [x, y] = [
      (((event.clientX - frame.left) / frame.width) * SIZE - EDGE) / INSIDE,
      (((event.clientY - frame.top) / frame.height) * SIZE - EDGE) / INSIDE,
    ];
    if (dots) {
      const name = tickAt(across, x) + tickAt(down, y);
      const now = view.sides.dots.text;
      await act({ do: "beside", side: "dots", text: `${now} ${name}`.trim() });
    } else {
      put(across, valueAt(across, x, step));
      put(down, valueAt(down, y, step));
    }
  }
  const tickAt = (axis, part) =>
    axis.ticks.reduce((best, tick) => (Math.abs(tick.at - part) < Math.abs(best.at - part) ? tick : best)).label;
  const stand = `${across.short}: ${told(place[across.id])}, ${down.short.toLowerCase()}: ${told(place[down.id])}`;
  const middle = SIZE / 2;
  return html`
    <div class="vlak-en-balken">
      <div class="assen">
        <p class="as-boven">${down.first}</p>
        <div
          class=${`assenstelsel ${dots ? "stippen-zetten" : ""}`}
          role="application"
          aria-roledescription="assenstelsel"
          aria-label=${`${stand}. Met de pijlen verplaatst u de stip.`}
          tabindex="0"
          data-vlak
          ref=${field}
          onClick=${clicked}
        >
          <svg viewBox=${`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
            <rect class="kader" x=${EDGE / 2} y=${EDGE / 2} width=${SIZE - EDGE} height=${SIZE - EDGE} />
            <${Band} axis=${across} flat=${false} />
            <${Band} axis=${down} flat=${true} />
            <line class="as" x1=${middle} x2=${middle} y1=${EDGE / 2} y2=${SIZE - EDGE / 2} />
            <line class="as" y1=${middle} y2=${middle} x1=${EDGE / 2} x2=${SIZE - EDGE / 2} />
            ${plane.fields.map(
              (one) => html`<text
                class="naam"
                x=${one.column === 0 ? EDGE : SIZE - EDGE}
                y=${one.row === 0 ? EDGE + 22 : SIZE - EDGE - 12}
                text-anchor=${one.column === 0 ? "start" : "end"}
              >${one.title}</text>`,
            )}
            ${across.ticks.flatMap((x) => down.ticks.map((y) => html`<circle class="kruispunt" cx=${spot(x.at)} cy=${spot(y.at)} r="3" />`))}
            ${across.ticks.map((tick) => html`<text class="streep" x=${spot(tick.at)} y=${SIZE - 1} text-anchor="middle">${tick.label}</text>`)}
            ${down.ticks.map((tick) => html`<text class="streep" x="7" y=${spot(tick.at) + 6} text-anchor="middle">${tick.label}</text>`)}
            ${plane.dots.map(
              (dot) => html`<g class="stip">
                <circle cx=${spot(dot.across)} cy=${spot(dot.down)} r="15" />
                ${dot.count > 1 && html`<text x=${spot(dot.across)} y=${spot(dot.down) + 6} text-anchor="middle">${dot.count}</text>`}
              </g>`,
            )}
            <g class=${plane.placed ? "wij gezet" : "wij"}>
              <circle cx=${spot(share(across, place[across.id]))} cy=${spot(share(down, place[down.id]))} r="20" />
              <circle class="kern" cx=${spot(share(across, place[across.id]))} cy=${spot(share(down, place[down.id]))} r="7" />
            </g>
          </svg>
        </div>
        <p class="as-onder">${down.last}</p>
        <div class="as-breed"><p>${across.first}</p><p>${across.last}</p></div>
      </div>
      <div class="balken">
        <p class="plek-nu" role="status">${stand}${plane.counted && ` · ${plane.counted}`}</p>
        ${[across, down].map(
          (axis) => html`<label class="schuif" key=${axis.id}>
            <span>${axis.title}</span>
            <input type="range" min=${lowest} max=${highest} step=${step} value=${place[axis.id]} aria-valuetext=${`${told(place[axis.id])} van ${highest}`} onInput=${(event) => put(axis, Number(event.target.value))} />
            <span class="eind" aria-hidden="true"><span>laag</span><span>hoog</span></span>
          </label>`,
        )}
        ${(plane.asks_dots || plane.dots.length > 0) &&
        html`<button type="button" aria-pressed=${String(dots)} aria-expanded=${String(dots)} onClick=${() => setDots(!dots)}>De stip van iedereen</button>`}
        ${dots &&
        html`<div class="ieders">
          <p class="stil">Klik in het assenstelsel voor elke stip, of typ de plekken. Zij tellen niet mee voor de plek.</p>
          <${Side} key=${`stippen ${view.at} ${view.sides.dots.text}`} side=${view.sides.dots} name="dots" called="dots-vak" act=${act} handlers=${handlers} />
          <button type="button" disabled=${!view.sides.dots.text} onClick=${() => act({ do: "beside", side: "dots", text: view.sides.dots.text.split(" ").slice(0, -1).join(" ") })}>Laatste stip weg</button>
        </div>`}
        <${Onward} view=${view} act=${act} label="Zet de stip hier" on=${here} second=${html`<button type="button" onClick=${() => act({ do: "next" })}>${view.answered ? "Laat zo staan" : "Overslaan"}</button>`} />
      </div>
    </div>
  `;
}

/* Where an axis is neither low nor high. */
function Band({ axis, flat }) {
  if (axis.band.length !== 2) {
    return null;
  }
  const [from, to] = axis.band.map(spot);
  const long = { from: EDGE / 2, size: SIZE - EDGE };
  return flat
    ? html`<rect class="band" x=${long.from} width=${long.size} y=${from} height=${to - from} />`
    : html`<rect class="band" y=${long.from} height=${long.size} x=${from} width=${to - from} />`;
}
