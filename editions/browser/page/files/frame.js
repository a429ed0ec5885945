/* A report as it will look as a file, in a frame of its own: its ids and its look stay there. The policy of this page
   holds in it too, so no script runs there, and its sheet is adopted. */

import { html, useEffect, useRef } from "../view.js";

function fill(frame, text) {
  const sheets = [];
  // Taken out beforehand: the policy would refuse it as soon as it is parsed.
  const bare = text.replace(/<style>([^]*?)<\/style>/, (_, sheet) => sheets.push(sheet) && "");
  const made = new DOMParser().parseFromString(bare, "text/html");
  made.querySelectorAll("meta[http-equiv], script, base").forEach((element) => element.remove());
  const place = frame.contentDocument;
  place.open();
  place.write("<!DOCTYPE html><title></title>"); // without it old rules for looks would hold
  place.close();
  place.replaceChild(place.adoptNode(made.documentElement), place.documentElement);
  place.adoptedStyleSheets = sheets.map((sheet) => {
    const adopted = new frame.contentWindow.CSSStyleSheet();
    adopted.replaceSync(sheet);
    return adopted;
  });
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const address = link && link.getAttribute("href");
    if (address && address.startsWith("#")) {
      event.preventDefault();
      goTo(place, address.slice(1));
    } else if (address) {
      event.preventDefault();
      if (/^https?:/.test(address)) {
        window.open(address, "_blank", "noopener"); // a source, in a window of its own
      }
    }
  });
}

/* Marks where a link leads as a browser does: what is there opens, and gets the focus. */
function goTo(place, id) {
  const target = place.getElementById(id);
  if (target) {
    place.defaultView.location.hash = id;
    if (!target.hasAttribute("tabindex")) {
      target.setAttribute("tabindex", "-1");
    }
    target.focus();
  }
}

export const printFrame = (frame) => {
  frame.contentWindow.focus();
  frame.contentWindow.print();
};

/* With a heading above it, at which one is once it is there; `children` stands beside that. */
export function Frame({ title, text, frame, children }) {
  const own = useRef(null);
  const heading = useRef(null);
  const held = frame || own;
  useEffect(() => {
    fill(held.current, text);
    heading.current.focus();
    heading.current.scrollIntoView();
  }, [text]);
  return html`<section class="getoond" aria-label=${title}>
    <h2 tabindex="-1" ref=${heading}>${title}</h2>
    ${children}
    <iframe class="blad" title=${title} ref=${held}></iframe>
  </section>`;
}
