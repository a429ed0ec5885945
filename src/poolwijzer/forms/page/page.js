/* Going on with what was saved before, and the beginning: the page becomes a form. */

const MOST_TEXT = 2 * 1024 * 1024;

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
  const told = [
    `Uw antwoorden staan er weer: ${find("stand").textContent}. Slaat u opnieuw op, dan vervangt dat de vorige keer.`,
  ];
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
  const large = file.size > MOST_TEXT;
  const told = large ? ["Dit bestand is te groot. Het zijn geen antwoorden."] : openText(await file.text());
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
    const told = "Deze vragenlijst staat ook open in een ander venster. Sluit er een. Wat u het laatst invult, telt.";
    tell("verteld", [told]);
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved && !remembers()) {
    event.preventDefault();
    event.returnValue = "";
  }
});
start();
