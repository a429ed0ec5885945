// One slide at a time, with the keys that a clicker sends, a finger or the buttons. Without this all of them stand there.

const root = document.documentElement;
const slides = [...document.querySelectorAll(".dia")];
const bar = document.querySelector(".knoppen");
const [told, notes, overview, full] = ["stand", "toelichting", "overzicht", "vol"].map((id) => document.getElementById(id));
const QUIET_AFTER = 3000, DIGITS_LAST = 2000, FAR = 50;
let at = 0, typed = "", typing = 0, resting = 0, touched = null;

const title = (slide) => slide.querySelector("h2").textContent;

function keepAddress() {
  try { history.replaceState(null, "", `#${at + 1}`); } catch { /* A page within another may have no address. */ }
}

// To a slide. A reader hears its title where it gets the focus, and from the line of state where a button keeps that.
function show(wanted, by = "") {
  at = Math.max(0, Math.min(slides.length - 1, wanted));
  const slide = slides[at];
  slides.forEach((one) => one.classList.toggle("nu", one === slide));
  const stays = by === "start" || bar.contains(document.activeElement);
  told.textContent = `Dia ${at + 1} van ${slides.length}${stays ? `: ${title(slide)}` : ""}`;
  if (by !== "address") keepAddress();
  if (!stays) slide.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function turn(button, name, on) {
  root.classList.toggle(name, on);
  button.setAttribute("aria-pressed", String(on));
}

const turnNotes = (on = !root.classList.contains("noten")) => turn(notes, "noten", on);

function turnOverview(on = !root.classList.contains("alles")) {
  turn(overview, "alles", on);
  slides.forEach((slide) => { slide.querySelector(".raam").inert = on; });
  if (on) slides[at].querySelector(".kies").focus();
  else show(at);
}

function turnFull() {
  if (!document.fullscreenEnabled) return;
  const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
  done.catch(() => {});
}

function choose(slide) {
  at = slides.indexOf(slide);
  turnOverview(false);
}

// Up and down are for reading on where there is more than the window shows.
const longer = () => root.scrollHeight > root.clientHeight + 1;

const KEYS = {
  ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), " ": (event) => show(at + (event.shiftKey ? -1 : 1)),
  ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1),
  ArrowDown: () => show(at + 1), ArrowUp: () => show(at - 1),
  Home: () => show(0), End: () => show(slides.length - 1),
  n: () => turnNotes(), o: () => turnOverview(), f: turnFull,
};

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pushes = event.target.closest("button") !== null && (key === " " || key === "Enter");
  if (/^[0-9]$/.test(key)) {
    clearTimeout(typing);
    typed += key;
    typing = setTimeout(() => { typed = ""; }, DIGITS_LAST);
  } else if (key === "Enter" && typed) {
    event.preventDefault();
    const wanted = Number(typed) - 1;
    typed = "";
    if (root.classList.contains("alles")) turnOverview(false);
    show(wanted);
  } else if (key === "Escape" && (root.classList.contains("alles") || root.classList.contains("noten"))) {
    if (root.classList.contains("alles")) turnOverview(false);
    else turnNotes(false);
  } else if (KEYS[key] && !pushes) {
    if (root.classList.contains("alles") && !"nof".includes(key)) return;
    if ((key === "ArrowDown" || key === "ArrowUp") && longer()) return;
    event.preventDefault();
    KEYS[key](event);
  }
}

function lifted(event) {
  if (!touched || root.classList.contains("alles")) return;
  const { clientX, clientY } = event.changedTouches[0];
  const across = clientX - touched.x, along = clientY - touched.y;
  if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(along)) show(at + (across < 0 ? 1 : -1));
  touched = null;
}

function landed(event) {
  const drawing = event.target.closest(".plaat");
  const scrolls = drawing && drawing.scrollWidth > drawing.clientWidth + 1;
  const { clientX: x, clientY: y } = event.touches[0];
  touched = event.touches.length === 1 && !scrolls ? { x, y } : null;
  woken();
}

// The buttons and the pointer are gone while nobody moves.
function woken() {
  clearTimeout(resting);
  root.classList.remove("rust");
  resting = setTimeout(() => root.classList.add("rust"), QUIET_AFTER);
}

function follow(by) {
  const wanted = /^#([0-9]{1,4})$/.exec(location.hash);
  show(wanted ? Number(wanted[1]) - 1 : 0, wanted ? by : "start");
}

for (const slide of slides) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kies";
  button.textContent = `${slide.id}. ${title(slide)}`;
  button.addEventListener("click", () => choose(slide));
  slide.append(button);
}
document.getElementById("vorige").addEventListener("click", () => show(at - 1));
document.getElementById("volgende").addEventListener("click", () => show(at + 1));
notes.addEventListener("click", () => turnNotes());
overview.addEventListener("click", () => turnOverview());
full.addEventListener("click", turnFull);
full.hidden = !document.fullscreenEnabled;
document.addEventListener("fullscreenchange", () => full.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
document.addEventListener("keydown", pressed);
document.addEventListener("pointermove", woken);
document.addEventListener("touchstart", landed, { passive: true });
document.addEventListener("touchend", lifted, { passive: true });
addEventListener("hashchange", () => follow("address"));

if (slides.length) {
  root.classList.add("stapt");
  bar.hidden = false;
  follow("start");
  woken();
}
