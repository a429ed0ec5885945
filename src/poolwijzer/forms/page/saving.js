/* Remembering what is filled in until it is saved, and saving it. */

const store = makeStore(`poolwijzer:${known.form.initiative}:${known.form.id}`);
let unsaved = false;

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
    ...(find("gedeeld").checked
      ? ["Verstuurd? Kies dan bovenaan: Wis wat ik invulde. Verwijder ook het bestand van deze gedeelde computer."]
      : []),
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
  tell("gekopieerd", [
    done ? "De tekst is gekopieerd." : "De tekst is geselecteerd. Kopieer hem met Ctrl+C, of op een Mac met Cmd+C.",
    `Plak de tekst in een mail aan ${known.form.organisation}. Verstuurd? Kies dan bovenaan: Wis wat ik invulde.`,
  ]);
}
