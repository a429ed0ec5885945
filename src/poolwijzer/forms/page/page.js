/* The page becomes a form. What was answered stands in its fields alone; texts only ever go in as text. */

const find = (id) => document.getElementById(id);
const known = JSON.parse(find("gegevens").textContent);
const form = find("formulier");
const store = makeStore(`poolwijzer:${known.form.initiative}:${known.form.id}`);
const total = known.questions.length;
const QUIET = 1500; // milliseconds without a change before a screen reader hears how far one is
const MOST_TEXT = 2 * 1024 * 1024;

let respondent = newRespondent();
let unsaved = false;
let announcing = 0;

function newRespondent() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `r-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/* Filling in and reading the fields. */

const radios = (name) => Array.from(form.querySelectorAll(`input[name="${name}"]`));
const chosen = (name) => (radios(name).find((radio) => radio.checked) || { value: "" }).value;
const noteOf = (id) => find(`toelichting-${id}`);

function choose(name, value) {
  for (const radio of radios(name)) {
    radio.checked = radio.value === value;
  }
}

/* What is filled in, as a file will hold it, though with everything that was left open. */
function collect() {
  const answers = {};
  for (const { id } of known.questions) {
    const value = chosen(`antwoord-${id}`);
    const note = tidy(noteOf(id).value, known.longest);
    if (value || note) {
      answers[id] = {
        ...(value ? { value: value === UNKNOWN ? value : Number(value) } : {}),
        ...(note ? { note } : {}),
      };
    }
  }
  const name = find("organisatie").value;
  return {
    id: respondent,
    organisation: { kind: known.form.of, name: known.organisations.length ? name : tidyName(name) },
    role: chosen("role"),
    basis: chosen("basis"),
    named: chosen("named") === "true",
    questions: known.form.questions,
    delete_on: known.form.delete_on,
    answers,
  };
}

/* Put into the fields what was checked before. */
function fill(response) {
  respondent = response.id || newRespondent();
  const organisation = find("organisatie");
  organisation.value = response.name;
  if (organisation.selectedIndex === -1) {
    organisation.selectedIndex = 0;
  }
  choose("role", response.role);
  choose("basis", response.basis);
  choose("named", String(response.named));
  for (const { id } of known.questions) {
    const { value, note } = response.answers[id] || {};
    choose(`antwoord-${id}`, value === undefined ? "" : String(value));
    noteOf(id).value = note || "";
    noteOf(id).closest("details").open = Boolean(note);
  }
}

const isEmpty = ({ role, basis, named, answers }) => !role && !basis && !named && !Object.keys(answers).length;

/* Telling. */

function paragraph(...parts) {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
}

const tell = (place, sentences) => find(place).replaceChildren(...sentences.map((one) => paragraph(one)));

const openQuestions = () => known.questions.filter(({ id }) => !chosen(`antwoord-${id}`));

function showProgress() {
  const answered = total - openQuestions().length;
  const text = `${answered} van ${total} beantwoord`;
  if (find("stand").textContent !== text) {
    find("stand").textContent = text;
    find("balk").value = answered;
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      find("gezegd").textContent = text;
    }, QUIET);
  }
  for (const button of form.querySelectorAll(".wis-antwoord")) {
    const question = button.closest("fieldset").id.replace("stelling-", "");
    button.hidden = !chosen(`antwoord-${question}`);
  }
  showOpen();
}

/* A number that leads to its statement; a screen reader hears the word with it. */
function linkTo(id) {
  const link = document.createElement("a");
  link.href = `#stelling-${id}`;
  link.textContent = known.questions.findIndex((question) => question.id === id) + 1;
  link.setAttribute("aria-label", `stelling ${link.textContent}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    radios(`antwoord-${id}`)[0].focus();
  });
  return link;
}

/* What is still open, with a way to it; nothing has to be answered. */
function showOpen() {
  const open = openQuestions();
  const links = open.flatMap(({ id }, place) => [place ? ", " : " ", linkTo(id)]);
  const which = `Nog niet beantwoord: stelling${open.length === 1 ? "" : "en"}`;
  find("nog-open").replaceChildren(
    open.length
      ? paragraph(which, ...links, ". Dat mag: u kunt ook zo opslaan.")
      : paragraph("U hebt alle stellingen beantwoord."),
    ...(chosen("role") ? [] : [paragraph("Uw functie is niet ingevuld.")]),
    ...(chosen("basis") ? [] : [paragraph("U koos niet namens wie u antwoordt. Dan telt het als uw eigen beeld.")]),
  );
}

/* Remembering. */

const remembers = () => store.works && !find("gedeeld").checked;

function showRemembering() {
  find("wat-onthouden").hidden = !remembers();
  find("niet-onthouden").hidden = remembers();
}

function remember() {
  if (!remembers()) {
    return;
  }
  const { organisation, ...rest } = collect();
  if (!store.keep({ ...rest, organisation: { name: organisation.name } })) {
    store.works = false;
    showRemembering();
    tell("verteld", ["Deze browser kan niets meer onthouden. Laat deze bladzijde open tot u hebt opgeslagen."]);
  }
}

function changed() {
  unsaved = true;
  find("voor-mail").hidden = true;
  tell("opgeslagen", []);
  tell("gekopieerd", []);
  remember();
  showProgress();
}

/* Saving. */

function momentOf(now) {
  const two = (number) => String(number).padStart(2, "0");
  const ahead = -now.getTimezoneOffset();
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const seconds = now.getSeconds() ? `:${two(now.getSeconds())}` : "";
  const offset = `${ahead < 0 ? "-" : "+"}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}${seconds}${offset}`;
}

function fileName(response) {
  const plain = response.organisation.name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
  return `antwoorden-${name || known.form.of}-${response.id.replace(/^r-/, "").slice(0, 6)}.txt`;
}

/* The answers as they are sent, also shown as text; nothing without the name of the organisation. */
function makeAnswers() {
  const response = collect();
  const organisation = find("organisatie");
  if (!response.organisation.name) {
    const what = known.form.of === "verband" ? "organisatie" : "gemeente";
    organisation.setAttribute("aria-invalid", "true");
    find("fout-organisatie").textContent = `Vul eerst uw ${what} in. Dan kunt u opslaan.`;
    organisation.focus();
    return null;
  }
  response.date = momentOf(new Date());
  const text = writeSent(known, response);
  find("tekst").value = text;
  find("voor-mail").hidden = false;
  return { text, name: fileName(response) };
}

function save() {
  const made = makeAnswers();
  if (!made) {
    return;
  }
  const address = URL.createObjectURL(new Blob([made.text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = made.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  store.forget();
  unsaved = false;
  tell("opgeslagen", [
    `Uw antwoorden zijn opgeslagen als ${made.name}. Kijk in de map met downloads.`,
    `Stuur dit bestand naar ${known.form.organisation}.`,
    "Deze browser onthoudt uw antwoorden nu niet meer. Ziet u geen bestand? Kopieer dan de tekst hieronder.",
  ]);
}

async function copy() {
  const field = find("tekst");
  let done = false;
  try {
    await navigator.clipboard.writeText(field.value);
    done = true;
  } catch {
    field.focus();
    field.select();
    done = document.execCommand("copy"); // for browsers that keep the clipboard from files
  }
  const next = `Plak de tekst in een mail aan ${known.form.organisation}. Verstuurd? Kies dan bovenaan: Wis wat ik invulde.`;
  tell("gekopieerd", [
    done ? `De tekst is gekopieerd. ${next}` : "De tekst is geselecteerd. Kopieer hem met Ctrl+C, of op een Mac met Cmd+C.",
  ]);
}

/* Going on with what was saved before. */

function openText(text) {
  const blocks = readBlocks(text.slice(0, MOST_TEXT));
  const whole = blocks.filter((block) => block !== null);
  const refused = whole.map((sent) => refuseSent(known, sent));
  const fitting = whole.filter((sent, place) => !refused[place]);
  if (!blocks.length) {
    return ["Hierin staan geen antwoorden van een vragenlijst. De naam van het goede bestand begint met antwoorden."];
  }
  if (!whole.length) {
    return ["Deze antwoorden zijn beschadigd en niet te openen. Neem het bestand zelf, of de hele tekst uit uw mail."];
  }
  if (!fitting.length) {
    return refused;
  }
  if (unsaved && !confirm("U hebt hier al iets ingevuld. Wilt u dat vervangen door de antwoorden die u opent?")) {
    return ["Er is niets geopend. Wat u hier invulde, staat er nog."];
  }
  const when = ({ response }) => Date.parse(response.date) || 0;
  const sent = fitting.reduce((one, other) => (when(other) >= when(one) ? other : one));
  const { response, left } = checkResponse(known, { basis: "eigen-beeld", ...sent.response });
  fill(response);
  changed();
  const told = [`Uw antwoorden staan er weer: ${find("stand").textContent}. Slaat u opnieuw op, dan vervangt dat de vorige keer.`];
  if (fitting.length > 1) {
    told.push(`Er stonden ${fitting.length} keer antwoorden in. De laatste zijn geopend.`);
  }
  if (sent.form.id !== known.form.id) {
    told.push("De vragenlijst is sindsdien veranderd. Kijk na of uw antwoorden nog kloppen.");
  }
  return [...told, ...left];
}

async function openFile(input) {
  const [file] = input.files;
  if (!file) {
    return;
  }
  const told = file.size > MOST_TEXT ? ["Dit bestand is te groot. Het zijn geen antwoorden."] : openText(await file.text());
  input.value = "";
  tell("verteld", told);
}

function wipe() {
  if (!isEmpty(collect()) && !confirm("Wilt u alles wissen wat u hier invulde?")) {
    return;
  }
  fill({ id: "", name: "", role: "", basis: "", named: false, answers: {} });
  changed();
  store.forget();
  unsaved = false;
  find("tekst").value = "";
  find("plakken").value = "";
  tell("verteld", ["Alles is gewist. Deze browser onthoudt er niets meer van."]);
}

/* The beginning. */

function start() {
  find("zonder-script").hidden = true;
  for (const id of ["onthouden", "voortgang", "klaar"]) {
    find(id).hidden = false;
  }
  for (const field of form.querySelectorAll(":disabled")) {
    field.disabled = false;
  }
  const told = [];
  if (momentOf(new Date()) > known.form.delete_on) {
    told.push(`Deze vragenlijst liep tot ${known.until}. Vraag ${known.form.organisation} of u nog kunt antwoorden.`);
  }
  const kept = store.read();
  if (kept) {
    const { response } = checkResponse(known, kept);
    fill(response);
    if (!isEmpty(response)) {
      unsaved = true;
      told.push("U gaat verder waar u was. Was u dit niet? Kies dan: Wis wat ik invulde.");
    }
  }
  tell("verteld", told);
  showRemembering();
  showProgress();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", changed);
form.addEventListener("click", (event) => {
  const button = event.target.closest(".wis-antwoord");
  if (button) {
    const question = button.closest("fieldset").id.replace("stelling-", "");
    choose(`antwoord-${question}`, "");
    radios(`antwoord-${question}`)[0].focus();
    changed();
  }
});
find("organisatie").addEventListener("input", ({ target }) => {
  target.removeAttribute("aria-invalid");
  find("fout-organisatie").textContent = "";
});
find("gedeeld").addEventListener("change", () => {
  if (find("gedeeld").checked) {
    store.forget();
  } else if (unsaved) {
    remember();
  }
  showRemembering();
});
find("wis").addEventListener("click", wipe);
find("bestand").addEventListener("change", ({ target }) => openFile(target));
find("open-tekst").addEventListener("click", () => tell("verteld", openText(find("plakken").value)));
find("sla-op").addEventListener("click", save);
find("maak-tekst").addEventListener("click", () => {
  if (makeAnswers()) {
    find("tekst").focus();
  }
});
find("kopieer").addEventListener("click", copy);
window.addEventListener("storage", ({ key, newValue }) => {
  if (key === store.key && newValue !== null) {
    tell("verteld", ["Deze vragenlijst staat ook open in een ander venster. Gebruik er één: het laatste venster telt."]);
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved && !remembers()) {
    event.preventDefault();
    event.returnValue = "";
  }
});
start();
