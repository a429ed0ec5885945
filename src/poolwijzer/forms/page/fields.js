/* The fields of the form: what was answered stands in these alone. */

const find = (id) => document.getElementById(id);
const known = JSON.parse(find("gegevens").textContent);
const form = find("formulier");

let respondent = newRespondent();

function newRespondent() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `r-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

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
